// Two timed events of one person at once: nobody is in two places.
//
// People are those who own or attend an event; what is done or cancelled takes no time. Names count without case and
// accents. Pure; n log n, and no more than `most` conflicts are looked for.
#pragma once

#include <string>
#include <vector>

#include "view/timetable.h"

namespace jalon {

struct Conflict {
  std::string person;  // as it is written first
  Instance first;      // the one that begins first
  Instance second;
};

// In the order of the calendar.
std::vector<Conflict> find_conflicts(const Timetable& table, std::size_t most = 200);

}  // namespace jalon
