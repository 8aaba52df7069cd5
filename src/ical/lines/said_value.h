// What was said of an action's time, as the value of X-JALON-WHEN: "deadline 20181225", "window 20181210/20181225",
// "event 20181225T023000/20181225T031500". Written where DTSTART, DTEND and DUE do not tell it. Without recurrence.
#pragma once

#include <optional>
#include <string_view>

#include "ical/lines/content_lines.h"
#include "jalon/when.h"

namespace jalon {

void put_said(ContentLines& lines, const When& when);
std::optional<When> parse_said(std::string_view value);

}  // namespace jalon
