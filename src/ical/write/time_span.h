// The local times of a calendar that need a zone: over which its rules are written, and its clocks looked up.
#pragma once

#include <optional>

#include "ical/zones/wall_clock.h"
#include "jalon/calendar.h"

namespace jalon {

class TimeSpan {
 public:
  void add(const When& when, DeadlineForm deadlines);

  bool empty() const { return earliest_ > latest_; }
  LocalTime earliest() const { return earliest_; }
  std::optional<LocalTime> end() const { return endless_ ? std::nullopt : std::optional(latest_); }
  WallClock clock(const Zone& zone) const;

 private:
  void add(LocalTime time);

  LocalTime earliest_ = LocalTime::max();
  LocalTime latest_ = LocalTime::min();
  bool endless_ = false;
};

}  // namespace jalon
