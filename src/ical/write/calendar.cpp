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

std::size_t size_of(const CalendarPart& part) {
  return part.actions ? part.actions->size() : part.plan->actions.size();
}

std::size_t index_of(const CalendarPart& part, std::size_t i) { return part.actions ? (*part.actions)[i] : i; }

void add(const CalendarPart& part, Span& span) {
  for (std::size_t i = 0; i < size_of(part); ++i) {
    const When& when = part.plan->actions[index_of(part, i)].when;
    if (!needs_zone(when, part.options->deadlines)) continue;
    const bool has_start = when.kind != WhenKind::deadline;
    span.add(within_format((has_start ? std::min(when.start, when.end) : when.end) - days{1}));
    span.add(within_format(when.end + days{1}));
    if (!when.recurrence) continue;
    if (when.recurrence->until == Day::max()) span.endless = true;
    span.add(within_format(std::min(when.recurrence->until, Day{std::chrono::year{9999} / 1 / 1}) + days{1}));
  }
}

// A zone of the calendar, with the times of all the plans that are in it.
struct ZoneSpan {
  const Zone* zone;
  Span span;
};

std::vector<ZoneSpan> zones_of(std::span<const CalendarPart> parts) {
  std::vector<ZoneSpan> zones;
  for (const CalendarPart& part : parts) {
    auto place = std::find_if(zones.begin(), zones.end(),
                              [&](const ZoneSpan& known) { return known.zone->name() == part.zone->name(); });
    if (place == zones.end()) place = zones.insert(place, {part.zone, {}});
    add(part, place->span);
  }
  return zones;
}

const Span& span_in(const std::vector<ZoneSpan>& zones, const Zone& zone) {
  return std::find_if(zones.begin(), zones.end(),
                      [&](const ZoneSpan& known) { return known.zone->name() == zone.name(); })
      ->span;
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
  CalendarWriter(ContentLines& lines, History& history, std::vector<std::size_t>* sizes)
      : lines_(lines), history_(history), sizes_(sizes) {}

  void write(const CalendarPart& part, ComponentWriter& components) {
    for (std::size_t i = 0; i < size_of(part); ++i) {
      const std::size_t index = index_of(part, i);
      const When& when = part.plan->actions[index].when;
      count_kind(counts_, when);
      bytes_ = 0;
      write_action({components, *part.options, index}, when,
                   history_.empty() ? nullptr : history_.find(part.uids[index]));
      if (sizes_ != nullptr) sizes_->push_back(bytes_);
    }
    counts_.removed = history_.left();
  }
  const CalendarCounts& counts() const { return counts_; }

 private:
  struct Task {
    ComponentWriter& components;
    const CalendarOptions& options;
    std::size_t index;
  };

  void write_action(const Task& task, const When& when, const History::Entry* before) {
    bool same = before != nullptr;
    for (const Form form : forms) {
      const bool written = has_form(when, form, task.options.deadlines);
      const PreviousItem* item = before == nullptr ? nullptr : before->of(form);
      if (written && !write_component(task, form, item)) same = false;
      if (!written && item != nullptr) same = false;
    }
    ++(same ? counts_.unchanged : before == nullptr ? counts_.created : counts_.changed);
  }

  // Whether it is as it was.
  bool write_component(const Task& task, Form form, const PreviousItem* before) {
    lines_.flush_when_full();
    const std::size_t mark = lines_.mark();
    const auto stamp = task.options.stamp;
    task.components.write(task.index, form, before != nullptr && before->completed ? *before->completed : stamp);
    bool same = false;
    if (before != nullptr) {
      const ContentHash now = hash_component(lines_.since(mark));
      task.components.revise(revision_of(*before, now, stamp));
      same = now.content == before->content_hash;
    }
    bytes_ += lines_.since(mark).size();
    return same;
  }

  ContentLines& lines_;
  History& history_;
  std::vector<std::size_t>* sizes_;
  std::size_t bytes_ = 0;  // of the action that is being written
  CalendarCounts counts_;
};

}  // namespace

CalendarCounts write_calendar(std::span<const CalendarPart> parts, std::span<const PreviousItem> previous,
                              const CalendarOptions& head, const ByteSink& sink, std::vector<std::size_t>* sizes) {
  assert(!parts.empty());
  ContentLines lines(sink);
  History history(previous);
  CalendarWriter writer(lines, history, sizes);
  const std::vector<ZoneSpan> zones = zones_of(parts);
  write_head(lines, *parts.front().plan, head);
  for (const auto& [zone, span] : zones) {
    if (!span.empty() && !zone->is_utc()) write_vtimezone(lines, *zone, span.earliest, span.end());
  }
  for (const CalendarPart& part : parts) {
    assert(part.uids.size() == part.plan->actions.size());
    const WallClock clock = clock_of(*part.zone, span_in(zones, *part.zone));
    ComponentWriter components(lines, *part.plan, *part.zone, clock, part.uids, *part.options);
    writer.write(part, components);
  }
  lines.put("END:VCALENDAR\r\n");
  lines.flush();
  return writer.counts();
}

CalendarCounts write_calendar(const Plan& plan, const Zone& zone, std::span<const std::string> uids,
                              std::span<const PreviousItem> previous, const CalendarOptions& options,
                              const ByteSink& sink) {
  const CalendarPart whole{&plan, &zone, uids, std::nullopt, &options};
  return write_calendar({&whole, 1}, previous, options, sink);
}

}  // namespace jalon
