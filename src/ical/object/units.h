// Which properties are one field together, and which of them a plan owns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jalon {

enum class PropertyUnit : std::uint8_t {
  summary,
  description,
  times,  // DTSTART, DTEND, DUE, DURATION, RRULE, RDATE, EXDATE: one of them alone makes no sense
  location,
  categories,
  priority,
  state,  // STATUS, PERCENT-COMPLETE, COMPLETED
  url,
  relations,
  busy,      // TRANSP
  effort,    // ESTIMATED-DURATION
  own,       // X-JALON-…: written, never compared: many servers strip them
  revision,  // what changes with every write, or is made by servers: neither compared nor taken
  rest,
};

PropertyUnit unit_of(std::string_view property);  // its name in capitals

// The name of a unit's field: "summary", "times"… as messages and state call it.
std::string_view field_of(PropertyUnit unit);
PropertyUnit unit_of_field(std::string_view field);  // PropertyUnit::rest where it is the field of no unit

// The fields of alarms begin so; what fires when follows.
inline constexpr std::string_view alarm_prefix = "alarm ";

}  // namespace jalon
