// Which days a recurrence falls on (RFC 5545 section 3.3.10, the parts that the grammar makes).
#pragma once

#include <optional>
#include <string>

#include "jalon/when.h"

namespace jalon {

// Whether a day fits the rule's BY parts; interval, count and until are not looked at.
bool fits(const Recurrence& rule, Day day);

// The first day from `from` on that fits; nothing within some years: the rule has no instance.
std::optional<Day> first_instance(const Recurrence& rule, Day from);

// The instance after `day` of a series that began on `start`; nothing where it ends.
std::optional<Day> next_instance(const Recurrence& rule, Day start, Day day);

// "FREQ=WEEKLY;BYDAY=TU;UNTIL=2018-12-18": UNTIL as the last local day, no EXDATE.
std::string format_rule(const Recurrence& rule);

}  // namespace jalon
