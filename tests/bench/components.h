// What the programs beside jalon are given: the components of a calendar that jalon wrote, taken apart into values, so
// that building and printing them is all that is left to do, and all that is timed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace jalon::bench {

enum class ValueType : std::uint8_t {
  text,   // escaped when printed (RFC 5545 section 3.3.11)
  texts,  // the same, several with commas between
  date,   // YYYYMMDD
  time,   // YYYYMMDDTHHMMSS, local
  utc,    // the same with Z
  integer,
  duration,  // [-]PnW, PnDTnHnMnS
  plain,     // as it is
};

struct CivilTime {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

struct Property {
  std::string name;
  std::string parameters;  // as printed, with the semicolon before each
  std::string zone;        // the value of TZID, which parameters hold too
  ValueType type = ValueType::plain;
  std::vector<std::string> texts;  // text, texts, plain
  CivilTime time;                  // date, time, utc
  std::int64_t number = 0;         // integer; duration: seconds
};

struct Component {
  std::string name;
  std::vector<Property> properties;
  std::vector<Component> parts;  // alarms
};

struct Components {
  std::string head;  // what stands before the first event or task, as it is: the calendar's own properties and zones
  std::vector<Component> components;
  std::string tail;
};

Components load_components(const char* path);

}  // namespace jalon::bench
