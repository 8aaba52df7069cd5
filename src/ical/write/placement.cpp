#include "ical/write/placement.h"

#include <algorithm>

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using Shape = Placement::Shape;

constexpr minutes deadline_length{30};
constexpr hours least_surprising_length{1};  // of an event whose end is not after its start
constexpr minutes end_of_day{24 * 60 - 1};

bool is_window(const When& when) { return when.kind == WhenKind::window && when.start < when.end; }

Placement days_of_event(const When& when, minutes all_day_alarm) {
  const Day last = std::max(when.first_day(), when.last_day());
  return {Shape::days, true, true, Anchor::start, when.first_day(), last + days{1}, all_day_alarm};
}

Placement times_of_event(const When& when, const WallClock& clock) {
  Placement place{Shape::times, true, true, Anchor::start, when.start, when.end, minutes{0}};
  if (!when.recurrence) {
    place.start = clock.existing(when.start);
    place.end = clock.existing(when.end);
  }
  const auto length = when.end - when.start;
  if (place.end <= place.start) place.end = place.start + (length.count() > 0 ? length : least_surprising_length);
  place.told = place.start == when.start && place.end == when.end;
  return place;
}

// A rule counts days, so that an instance that comes back may not begin on another day than it is due.
void span_of_recurring_deadline(Placement& place, LocalTime due) {
  const LocalTime midnight = floor<days>(due);
  place.start = std::max(midnight, due - deadline_length);
  place.end = due == midnight ? due + deadline_length : due;
}

Placement times_of_deadline(const When& when, const WallClock& clock) {
  Placement place{Shape::times, true, false, Anchor::end, when.start, when.end, minutes{0}};
  if (when.recurrence && is_window(when)) return place;
  if (when.recurrence) {
    span_of_recurring_deadline(place, when.end);
    return place;
  }
  place.end = clock.existing(when.end);
  place.start = clock.to_local(clock.to_utc(when.end) - deadline_length);
  return place;
}

Placement days_of_deadline(const When& when, minutes all_day_alarm) {
  const Day due = when.last_day();
  if (when.recurrence && is_window(when)) {
    return {Shape::days, true, false, Anchor::end, when.first_day(), due + days{1}, all_day_alarm - days{1}};
  }
  return {Shape::days, true, false, Anchor::start, due, due + days{1}, all_day_alarm};
}

Placement as_event(const When& when, const WallClock& clock, minutes all_day_alarm) {
  if (when.kind == WhenKind::event) {
    return when.timed ? times_of_event(when, clock) : days_of_event(when, all_day_alarm);
  }
  return when.timed ? times_of_deadline(when, clock) : days_of_deadline(when, all_day_alarm);
}

Placement times_of_todo(const When& when, const WallClock& clock) {
  Placement place = times_of_deadline(when, clock);
  if (when.recurrence) {
    place.told = is_window(when);
    return place;
  }
  place.has_start = is_window(when);
  if (place.has_start) place.start = std::min(clock.existing(when.start), place.end - minutes{1});
  place.told = place.end == when.end && (place.has_start ? place.start == when.start : when.kind == WhenKind::deadline);
  return place;
}

Placement days_of_todo(const When& when, minutes all_day_alarm) {
  const bool window = is_window(when);
  if (when.recurrence && !window) {
    const LocalTime due = when.last_day();
    return {Shape::times, true, false, Anchor::start, due, due + end_of_day, all_day_alarm};
  }
  const bool told = window || when.kind == WhenKind::deadline;
  return {Shape::days, window, told, Anchor::end, when.first_day(), when.last_day(), all_day_alarm};
}

Placement as_todo(const When& when, const WallClock& clock, minutes all_day_alarm) {
  return when.timed ? times_of_todo(when, clock) : days_of_todo(when, all_day_alarm);
}

}  // namespace

Placement place(const When& when, Form form, const WallClock& clock, minutes all_day_alarm) {
  if (when.kind == WhenKind::undated) return {};
  return form == Form::event ? as_event(when, clock, all_day_alarm) : as_todo(when, clock, all_day_alarm);
}

bool has_times(const When& when, Form form) {
  if (when.kind == WhenKind::undated) return false;
  return when.timed || (form == Form::todo && when.recurrence && !is_window(when));
}

}  // namespace jalon
