#include "jalon/calendar.h"

#include <algorithm>
#include <cassert>

#include "ical/lines/content_lines.h"
#include "ical/write/calendar_head.h"
#include "ical/write/component.h"
#include "ical/write/forms.h"
#include "ical/write/history.h"
#include "ical/write/time_span.h"

namespace jalon {
namespace {

std::size_t size_of(const CalendarPart& part) {
  return part.actions ? part.actions->size() : part.plan->actions.size();
}

std::size_t index_of(const CalendarPart& part, std::size_t i) { return part.actions ? (*part.actions)[i] : i; }

void add(const CalendarPart& part, TimeSpan& span) {
  for (std::size_t i = 0; i < size_of(part); ++i) {
    span.add(part.plan->actions[index_of(part, i)].when, part.options->deadlines);
  }
}

// A zone of the calendar, with the times of all the plans that are in it.
struct ZoneSpan {
  const Zone* zone;
  TimeSpan span;
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

const TimeSpan& span_in(const std::vector<ZoneSpan>& zones, const Zone& zone) {
  return std::find_if(zones.begin(), zones.end(),
                      [&](const ZoneSpan& known) { return known.zone->name() == zone.name(); })
      ->span;
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
      count_kind(when, counts_);
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
    for (const Form form : {Form::event, Form::todo}) {
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
  write_calendar_head(lines, *parts.front().plan, head);
  for (const auto& [zone, span] : zones) {
    write_zone(lines, *zone, span);
  }
  for (const CalendarPart& part : parts) {
    assert(part.uids.size() == part.plan->actions.size());
    const WallClock clock = span_in(zones, *part.zone).clock(*part.zone);
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
