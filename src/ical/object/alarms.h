// An alarm of a calendar object: what tells it apart from the others, and what it says.
#pragma once

#include <string>

#include "ical/object/object_lines.h"

namespace jalon {

struct Alarm {
  std::string field;  // "alarm DISPLAY -P1D": what happens when; two of one field are the same alarm
  std::string value;  // what it says; never empty
};

// `range`: from BEGIN:VALARM to its END.
Alarm read_alarm(const ObjectLines& object, LineRange range);

}  // namespace jalon
