// A zone's clocks over the span of one calendar, fast: the few changes of that span are looked up once.
//
// Says the same as Zone (a skipped time is read with the offset before the gap, a doubled one is the first), also
// outside the span, only slower there. Pure.
#pragma once

#include <chrono>
#include <vector>

#include "jalon/zone.h"

namespace jalon {

class WallClock {
 public:
  WallClock(const Zone& zone, LocalTime earliest, LocalTime latest);

  std::chrono::sys_seconds to_utc(LocalTime time) const;
  LocalTime to_local(std::chrono::sys_seconds time) const;
  // The same time, or where the clocks skip it, the time that they show instead.
  LocalTime existing(LocalTime time) const { return to_local(to_utc(time)); }

 private:
  struct Change {
    std::chrono::sys_seconds at;
    LocalTime local;  // the first local time that can only be after it
    std::chrono::seconds offset;
  };

  bool covers(LocalTime time) const { return time >= first_ && time < last_; }

  const Zone& zone_;
  LocalTime first_, last_;
  std::vector<Change> changes_;  // the first holds from before first_
};

}  // namespace jalon
