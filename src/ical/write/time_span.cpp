#include "ical/write/time_span.h"

#include <algorithm>
#include <array>

#include "ical/write/forms.h"

namespace jalon {
namespace {

using std::chrono::days;

// What iCalendar can write at all, and a zone's rules can be asked for.
LocalTime within_format(LocalTime time) {
  return std::clamp(time, LocalTime{Day{std::chrono::year{1} / 1 / 1}},
                    LocalTime{Day{std::chrono::year{9999} / 12 / 31}});
}

bool needs_zone(const When& when, DeadlineForm deadlines) {
  constexpr std::array forms = {Form::event, Form::todo};
  return std::any_of(forms.begin(), forms.end(),
                     [&](Form form) { return has_form(when, form, deadlines) && has_times(when, form); });
}

}  // namespace

void TimeSpan::add(const When& when, DeadlineForm deadlines) {
  if (!needs_zone(when, deadlines)) return;
  const bool has_start = when.kind != WhenKind::deadline;
  add(within_format((has_start ? std::min(when.start, when.end) : when.end) - days{1}));
  add(within_format(when.end + days{1}));
  if (!when.recurrence) return;
  if (when.recurrence->until == Day::max()) endless_ = true;
  add(within_format(std::min(when.recurrence->until, Day{std::chrono::year{9999} / 1 / 1}) + days{1}));
}

void TimeSpan::add(LocalTime time) {
  earliest_ = std::min(earliest_, time);
  latest_ = std::max(latest_, time);
}

WallClock TimeSpan::clock(const Zone& zone) const {
  if (empty()) return {zone, LocalTime{}, LocalTime{}};
  return {zone, earliest_, endless_ ? earliest_ + std::chrono::years{2} : latest_};
}

}  // namespace jalon
