// When an action takes place or is due, in the wall-clock time of the plan's zone.
//
// Days and times are std::chrono::local_time: no zone is applied here. People count both ends of a range of
// days, so `end` is the LAST day; iCalendar's exclusive DTEND (RFC 5545 section 3.6.1) is made by the writer.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace jalon {

using Day = std::chrono::local_days;
using LocalTime = std::chrono::local_seconds;

enum class WhenKind : std::uint8_t {
  undated,   // a task without a date
  event,     // takes place: all day from start to end, or from start until end
  deadline,  // due at end
  window,    // a deadline that starts on the day `start` and is due on the day `end`
};

enum class Frequency : std::uint8_t { daily, weekly, monthly, yearly };

struct NthWeekday {
  std::int8_t nth = 0;  // 0 every one, 1 the first, -1 the last of the month (or year)
  std::chrono::weekday weekday;
  friend bool operator==(const NthWeekday&, const NthWeekday&) = default;
};

// RFC 5545 section 3.3.10; every list in ascending order, `until` the last day, inclusive, in local time.
struct Recurrence {
  Frequency frequency = Frequency::daily;
  std::uint16_t interval = 1;
  std::uint16_t count = 0;  // 0: no limit
  std::vector<std::uint8_t> by_month;
  std::vector<std::int8_t> by_month_day;  // -1 the last day
  std::vector<NthWeekday> by_day;
  std::vector<std::int16_t> by_set_position;
  Day until = Day::max();       // Day::max(): no limit
  std::vector<Day> exceptions;  // EXDATE: days on which it does not take place
  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

struct When {
  WhenKind kind = WhenKind::undated;
  bool timed = false;  // start and end carry a time of day; else they are midnights
  LocalTime start{};   // event, window; for a recurring deadline the start of its first instance (= end)
  LocalTime end{};     // all-day event: its last day; timed event: its end, exclusive; deadline: when it is due
  std::shared_ptr<const Recurrence> recurrence;  // null: once

  Day first_day() const { return std::chrono::floor<std::chrono::days>(start); }
  Day last_day() const { return std::chrono::floor<std::chrono::days>(end); }
  bool is_deadline() const { return kind == WhenKind::deadline || kind == WhenKind::window; }
};

}  // namespace jalon
