#include "jalon/calendar.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "ical/lines/content_lines.h"
#include "ical/write/component.h"
#include "ical/write/forms.h"
#include "ical/write/history.h"
#include "ical/zones/vtimezone.h"

namespace jalon {
namespace {

using std::chrono::days;

constexpr Form forms[] = {Form::event, Form::todo};

// The local times of a calendar that need a zone.
struct Span {
  LocalTime earliest = LocalTime::max();
  LocalTime latest = LocalTime::min();
  bool endless = false;

  bool empty() const { return earliest > latest; }
  std::optional<LocalTime> end() const { return endless ? std::nullopt : std::optional(latest); }
  void add(LocalTime time) {
    earliest = std::min(earliest, time);
    latest = std::max(latest, time);
  }
};

// What iCalendar can write at all, and a zone's rules can be asked for.
LocalTime within_format(LocalTime time) {
  return std::clamp(time, LocalTime{Day{std::chrono::year{1} / 1 / 1}},
                    LocalTime{Day{std::chrono::year{9999} / 12 / 31}});
}

bool needs_zone(const When& when, DeadlineForm deadlines) {
  return std::any_of(std::begin(forms), std::end(forms),
                     [&](Form form) { return has_form(when, form, deadlines) && has_times(when, form); });
}

Span span_of(const Plan& plan, DeadlineForm deadlines) {
  Span span;
  for (const Action& action : plan.actions) {
    const When& when = action.when;
    if (!needs_zone(when, deadlines)) continue;
    const bool has_start = when.kind != WhenKind::deadline;
    span.add(within_format((has_start ? std::min(when.start, when.end) : when.end) - days{1}));
    span.add(within_format(when.end + days{1}));
    if (!when.recurrence) continue;
    if (when.recurrence->until == Day::max()) span.endless = true;
    span.add(within_format(std::min(when.recurrence->until, Day{std::chrono::year{9999} / 1 / 1}) + days{1}));
  }
  return span;
}

WallClock clock_of(const Zone& zone, const Span& span) {
  if (span.empty()) return {zone, LocalTime{}, LocalTime{}};
  return {zone, span.earliest, span.endless ? span.earliest + std::chrono::years{2} : span.latest};
}

void write_head(ContentLines& lines, const Plan& plan, const CalendarOptions& options) {
  lines.put("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//jalon//jalon//");
  lines.put(plan.language == Language::french ? "FR" : "EN");
  lines.put("\r\nCALSCALE:GREGORIAN\r\n");
  const std::string_view name = options.name.empty() ? plan.title : options.name;
  if (!name.empty()) lines.text_line("NAME:", name);
  if (!name.empty()) lines.text_line("X-WR-CALNAME:", name);
  if (!options.color.empty()) lines.text_line("COLOR:", options.color);
}

void count_kind(CalendarCounts& counts, const When& when) {
  if (when.kind == WhenKind::event) ++counts.events;
  if (when.is_deadline()) ++counts.deadlines;
  if (when.kind == WhenKind::undated) ++counts.undated;
}

// Writes the components of each action in turn, and compares them with those of the previous output.
class CalendarWriter {
 public:
  CalendarWriter(ContentLines& lines, ComponentWriter& components, const CalendarOptions& options, History& history)
      : lines_(lines), components_(components), options_(options), history_(history) {}

  void write(const Plan& plan, std::span<const std::string> uids) {
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
      count_kind(counts_, plan.actions[i].when);
      write_action(i, plan.actions[i].when, history_.empty() ? nullptr : history_.find(uids[i]));
    }
    counts_.removed = history_.left();
  }
  const CalendarCounts& counts() const { return counts_; }

 private:
  void write_action(std::size_t index, const When& when, const History::Entry* before) {
    bool same = before != nullptr;
    for (const Form form : forms) {
      const bool written = has_form(when, form, options_.deadlines);
      const PreviousItem* item = before == nullptr ? nullptr : before->of(form);
      if (written && !write_component(index, form, item)) same = false;
      if (!written && item != nullptr) same = false;
    }
    ++(same ? counts_.unchanged : before == nullptr ? counts_.created : counts_.changed);
  }

  // Whether it is as it was.
  bool write_component(std::size_t index, Form form, const PreviousItem* before) {
    lines_.flush_when_full();
    const std::size_t mark = lines_.mark();
    components_.write(index, form, before != nullptr && before->completed ? *before->completed : options_.stamp);
    if (before == nullptr) return false;
    const ContentHash now = hash_component(lines_.since(mark));
    components_.revise(revision_of(*before, now, options_.stamp));
    return now.content == before->content_hash;
  }

  ContentLines& lines_;
  ComponentWriter& components_;
  const CalendarOptions& options_;
  History& history_;
  CalendarCounts counts_;
};

}  // namespace

CalendarCounts write_calendar(const Plan& plan, const Zone& zone, std::span<const std::string> uids,
                              std::span<const PreviousItem> previous, const CalendarOptions& options,
                              const ByteSink& sink) {
  assert(uids.size() == plan.actions.size());
  ContentLines lines(sink);
  const Span span = span_of(plan, options.deadlines);
  const WallClock clock = clock_of(zone, span);
  ComponentWriter components(lines, plan, zone, clock, uids, options);
  History history(previous);
  CalendarWriter writer(lines, components, options, history);
  write_head(lines, plan, options);
  if (!span.empty() && !zone.is_utc()) write_vtimezone(lines, zone, span.earliest, span.end());
  writer.write(plan, uids);
  lines.put("END:VCALENDAR\r\n");
  lines.flush();
  return writer.counts();
}

}  // namespace jalon
