// The rules by which a zone's clocks change, as the observances of a VTIMEZONE (RFC 5545 section 3.6.5).
//
// Takes the system's zone data through Zone and the span of local times for which they must be right. Changes that
// come back every year become one observance with a yearly rule, but only where that rule, expanded, gives exactly
// these changes; any other change is an observance of its own. Where the data go on for ever, so does the rule. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "jalon/zone.h"

namespace jalon {

// Once a year: on a day of the month, or on a weekday among seven days of the month.
struct YearlyRule {
  std::chrono::month month;
  unsigned first_day = 1;                       // of the month; the only one, or the first of seven
  std::optional<std::chrono::weekday> weekday;  // none: on first_day itself
  std::chrono::year_month_day in(std::chrono::year year) const;
};

struct Observance {
  LocalTime start;                // the first time that it begins, by the clocks before it
  std::chrono::seconds from, to;  // offset before it, and while it is in force
  std::string name;               // "EST"
  bool daylight = false;  // the clocks are ahead of those before it (also where the data call winter «daylight»)
  std::optional<YearlyRule> rule;                 // none: once
  std::optional<std::chrono::sys_seconds> until;  // the last time that the rule applies; none: for ever
};

// In the order of their first times. `latest` none: for ever. One of them is in force before `earliest`.
std::vector<Observance> make_observances(const Zone& zone, LocalTime earliest, std::optional<LocalTime> latest);

}  // namespace jalon
