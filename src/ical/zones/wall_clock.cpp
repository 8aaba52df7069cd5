#include "ical/zones/wall_clock.h"

#include <algorithm>

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_seconds;

// More than any offset from UTC, and any change of it.
constexpr days margin{2};

}  // namespace

WallClock::WallClock(const Zone& zone, LocalTime earliest, LocalTime latest)
    : zone_(zone), first_(earliest - margin), last_(latest + margin) {
  const sys_seconds from{(first_ - margin).time_since_epoch()};
  changes_.push_back({sys_seconds::min(), LocalTime::min(), zone.state_at(from).offset});
  for (const auto& change : zone.transitions(from, sys_seconds{(last_ + margin).time_since_epoch()})) {
    const LocalTime local{change.at.time_since_epoch() + std::max(change.offset_before, change.offset)};
    changes_.push_back({change.at, local, change.offset});
  }
}

sys_seconds WallClock::to_utc(LocalTime time) const {
  if (!covers(time)) return zone_.to_utc(time);
  const auto later = [](LocalTime t, const Change& change) { return t < change.local; };
  const auto& change = *(std::upper_bound(changes_.begin(), changes_.end(), time, later) - 1);
  return sys_seconds{time.time_since_epoch() - change.offset};
}

LocalTime WallClock::to_local(sys_seconds time) const {
  if (!covers(LocalTime{time.time_since_epoch()})) return zone_.to_local(time);
  const auto later = [](sys_seconds t, const Change& change) { return t < change.at; };
  const auto& change = *(std::upper_bound(changes_.begin(), changes_.end(), time, later) - 1);
  return LocalTime{time.time_since_epoch() + change.offset};
}

}  // namespace jalon
