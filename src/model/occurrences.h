// The days on which something that repeats takes place: RFC 5545 section 3.3.10, for days in the plan's zone.
//
// Takes the rule, the first day of the series (DTSTART) and the range asked for, both ends included. Gives the days in
// ascending order, without the exceptions. Weeks begin on Monday. The first day counts only where the rule meets it.
// Work is bounded by the range where the rule has no COUNT; else by the instances that come before. Pure.
#pragma once

#include <vector>

#include "jalon/when.h"

namespace jalon {

struct DayRange {
  Day first;
  Day last;  // inclusive
};

std::vector<Day> occurrences(const Recurrence& rule, Day start, DayRange range);

}  // namespace jalon
