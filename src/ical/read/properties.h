// The properties of a foreign calendar's component as libical reads them: times with their zones, rules, reminders.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ical/read/ical_values.h"
#include "jalon/when.h"

namespace jalon {

// Behind the colon that ends name and parameters; a colon in quotes does not.
std::string_view property_value(std::string_view line);
// Of `NAME;CN="Roy, Alex";PARTSTAT=ACCEPTED:…` the value of a parameter, without quotes; empty where it has none.
std::string property_parameter(std::string_view line, std::string_view name);

// The values of a list, whose commas are not escaped, each as it stands.
std::vector<std::string_view> split_values(std::string_view values);

enum class ClockKind : std::uint8_t { floating, utc, zoned };
struct ZonedMoment {
  Moment moment;
  ClockKind clock = ClockKind::floating;
  std::string zone;  // TZID
};
std::optional<ZonedMoment> read_zoned(std::string_view line, std::string_view value);

struct Rule {
  Recurrence recurrence;  // without its end
  std::optional<ZonedMoment> until;
};
// Nothing where the rule has parts that a Recurrence has not.
std::optional<Rule> read_rule(std::string_view value);

// DURATION, and a relative TRIGGER: negative before.
std::optional<std::chrono::seconds> read_duration(std::string_view value);

}  // namespace jalon
