#include "app/clock_changes.h"

#include "base/catalogue.h"

namespace jalon {
namespace {

// How far `time` moves: nothing unless the clocks skip it.
std::chrono::seconds gap_at(LocalTime time, const Zone& zone) {
  if (zone.kind_of(time) != Zone::Kind::skipped) return {};
  return zone.to_local(zone.to_utc(time)) - time;
}

void note(Plan& plan, const Action& action, Code code, LocalTime time, LocalTime read_as) {
  const SourceSpan span = action.when_span == SourceSpan{} ? action.span : action.when_span;
  plan.diagnostics.push_back({code, span, {time, std::chrono::floor<std::chrono::days>(time), read_as}});
}

void settle(Plan& plan, Action& action, const Zone& zone) {
  When& when = action.when;
  const LocalTime start = when.kind == WhenKind::deadline ? when.end : when.start;
  if (zone.kind_of(start) == Zone::Kind::repeated) note(plan, action, Code::time_repeated, start, start);
  if (const auto gap = gap_at(start, zone); gap.count() != 0) {
    when.start += gap;
    when.end += gap;
    note(plan, action, Code::time_skipped, start, start + gap);
    return;
  }
  if (when.kind != WhenKind::event) return;
  if (const auto gap = gap_at(when.end, zone); gap.count() != 0) {
    note(plan, action, Code::time_skipped, when.end, when.end + gap);
    when.end += gap;
  }
}

}  // namespace

void settle_clock_changes(Plan& plan, const Zone& zone) {
  if (zone.is_utc()) return;
  for (Action& action : plan.actions) {
    if (action.when.timed) settle(plan, action, zone);
  }
}

}  // namespace jalon
