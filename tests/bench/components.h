// What the programs beside jalon are given: the components of a calendar that jalon wrote, taken apart into values, so
// that building and printing them is all that is left to do, and all that is timed.
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::bench {

enum class ValueType : std::uint8_t {
  text,  // escaped when printed (RFC 5545 section 3.3.11)
  date,  // YYYYMMDD
  time,  // YYYYMMDDTHHMMSS, local
  utc,   // the same with Z
  integer,
  duration,  // [-]PnW, PnDTnHnMnS
  plain,     // as it is
};

struct CivilTime {
  std::int16_t year = 0;
  std::int8_t month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

inline constexpr char text_separator = '\x1F';  // between the texts of one property

struct Property {
  std::string_view head;    // "DTSTART;TZID=America/Toronto:"
  std::string_view name;    // "DTSTART"
  std::string_view zone;    // "America/Toronto"
  std::string_view text;    // text (unescaped), plain; a NUL stands behind it
  std::int64_t number = 0;  // integer; duration: seconds
  CivilTime time;           // date, time, utc
  ValueType type = ValueType::plain;
};

struct Component {
  std::string_view name;
  std::vector<Property> properties;
  std::vector<Component> parts;  // alarms
};

struct Components {
  std::string head;  // what stands before the first event or task, as it is: the calendar's own properties and zones
  std::vector<Component> components;
  std::string tail;
  std::deque<std::string> texts;  // what the views lead to, in the order in which it is printed
  std::set<std::string> names;
};

Components load_components(const char* path);

}  // namespace jalon::bench
