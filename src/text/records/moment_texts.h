// How programs write days and times, and how that is said to the phrase reader.
//
// The two that take something off a text do so only where all of it is there; no day that is not in the calendar is
// one. They agree with the grammar: what they read, it reads the same. Pure; nothing fails.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "jalon/phrase.h"
#include "jalon/when.h"

namespace jalon::records {

// 2018-12-24; 24/12/2018 and 24.12.2018 where the order of day and month is known.
std::optional<Day> take_day(std::string_view& text, NumericOrder order);
// 14:30, 9:00; seconds are passed over. Not 2:30 PM.
std::optional<std::chrono::minutes> take_clock(std::string_view& text);

// 20181224T190000Z, 24/Dec/18 9:41 AM, 2018-12-24T14:30:00.000Z and «A → B» as the grammar reads them; else the same.
std::string as_phrase(std::string_view text);

}  // namespace jalon::records
