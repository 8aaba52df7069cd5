// Where an action stands in a calendar: which days or times its VEVENT or VTODO has, and what its reminders count
// from. The value types are those of RFC 5545 section 3.6.
//
// As an event a deadline stands on the day it is due, or ends at the time it is due, half an hour long. As a task it
// has DUE alone; DTSTART where it is a window of several days or comes back. DUE must be later than DTSTART (section
// 3.8.2.3), and every application shows a DUE date as the last day: so a window of one day has no DTSTART, and an
// all-day deadline that comes back is due at 23:59 of its day, which begins at 0:00.
#pragma once

#include <chrono>
#include <cstdint>

#include "ical/zones/wall_clock.h"
#include "jalon/when.h"

namespace jalon {

enum class Form : std::uint8_t { event, todo };
enum class Anchor : std::uint8_t { start, end };  // what reminders count from (RFC 5545 section 3.2.14)

struct Placement {
  enum class Shape : std::uint8_t { none, days, times };
  Shape shape = Shape::none;
  bool has_start = true;
  bool told = true;  // start and end alone say what was said; else a property of jalon's own tells it
  Anchor anchor = Anchor::start;
  LocalTime start{};
  LocalTime end{};                     // of an event, exclusive; of a task, when it is due
  std::chrono::minutes alarm_base{0};  // from the anchor to the moment that reminders come before
};

// A time that the clocks skip is moved past the gap, except where it recurs: there it holds for all instances.
Placement place(const When& when, Form form, const WallClock& clock, std::chrono::minutes all_day_alarm);

// Whether it will have times of day, for which a zone is needed.
bool has_times(const When& when, Form form);

}  // namespace jalon
