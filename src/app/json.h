// The JSON that commands print for programs: one object a line. Days are "2018-12-03", local times
// "2018-12-03T12:00:00" (in the plan's zone), durations whole minutes.
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

#include "jalon/language.h"
#include "jalon/when.h"

namespace jalon {

using Json = nlohmann::ordered_json;

std::string json_line(const Json& json);  // bytes that are not UTF-8 become U+FFFD
std::string json_time(Day day);
std::string json_time(LocalTime time);

// Adds kind, timed, start, end (the last day of an all-day event, as people count), words and recurrence.
void add_when(Json& json, const When& when, Language language);

}  // namespace jalon
