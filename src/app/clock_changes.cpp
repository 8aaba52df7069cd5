#include "app/clock_changes.h"

#include <array>

#include "base/catalogue.h"

namespace jalon {
namespace {

// Asks a zone about times, and remembers the days near which no clock changes: plans name the same few hundred days
// again and again.
class Clocks {
 public:
  explicit Clocks(const Zone& zone) : zone_(zone) { quiet_.fill(Day::max()); }

  Zone::Kind kind_of(LocalTime time) {
    const Day day = std::chrono::floor<std::chrono::days>(time);
    Day& known = quiet_[static_cast<std::size_t>(day.time_since_epoch().count()) % quiet_.size()];
    if (known == day) return Zone::Kind::unique;
    if (is_quiet(day)) known = day;
    return zone_.kind_of(time);
  }

  // How far `time` moves: nothing unless the clocks skip it.
  std::chrono::seconds gap_at(LocalTime time) {
    if (kind_of(time) != Zone::Kind::skipped) return {};
    return zone_.to_local(zone_.to_utc(time)) - time;
  }

 private:
  // Whether no change is near, wherever on earth the day is.
  bool is_quiet(Day day) const {
    constexpr std::chrono::days margin{2};
    const std::chrono::sys_days noted{day.time_since_epoch()};
    return zone_.transitions(noted - margin, noted + margin).empty();
  }

  const Zone& zone_;
  std::array<Day, 1024> quiet_;
};

void note(Plan& plan, const Action& action, Code code, LocalTime time, LocalTime read_as) {
  const SourceSpan span = action.when_span == SourceSpan{} ? action.span : action.when_span;
  plan.diagnostics.push_back({code, span, {time, std::chrono::floor<std::chrono::days>(time), read_as}});
}

void settle(Plan& plan, Action& action, Clocks& clocks) {
  When& when = action.when;
  const LocalTime start = when.kind == WhenKind::deadline ? when.end : when.start;
  if (clocks.kind_of(start) == Zone::Kind::repeated) note(plan, action, Code::time_repeated, start, start);
  if (const auto gap = clocks.gap_at(start); gap.count() != 0) {
    when.start += gap;
    when.end += gap;
    note(plan, action, Code::time_skipped, start, start + gap);
    return;
  }
  if (when.kind != WhenKind::event) return;
  if (const auto gap = clocks.gap_at(when.end); gap.count() != 0) {
    note(plan, action, Code::time_skipped, when.end, when.end + gap);
    when.end += gap;
  }
}

}  // namespace

void settle_clock_changes(Plan& plan, const Zone& zone) {
  if (zone.is_utc()) return;
  Clocks clocks(zone);
  for (Action& action : plan.actions) {
    if (action.when.timed) settle(plan, action, clocks);
  }
}

}  // namespace jalon
