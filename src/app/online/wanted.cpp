#include "app/online/wanted.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include "app/identities.h"
#include "base/source_place.h"
#include "jalon/object.h"

namespace jalon {
namespace {

constexpr char separator = '\x1f';

// What an action is found again by, as the state keeps it.
std::string to_note(const Plan& plan, const Action& action) {
  const When& when = action.when;
  const LocalTime start = when.kind == WhenKind::deadline ? when.end : when.start;
  std::string note(action.id);
  const auto add = [&](std::string_view text) { note.append(1, separator).append(text); };
  add(action.title);
  add(action.section == no_index ? std::string_view() : plan.sections[action.section].title);
  add(std::to_string(static_cast<int>(when.kind)));
  add(std::to_string(int{when.timed}));
  add(std::to_string(start.time_since_epoch().count()));
  add(std::to_string(when.end.time_since_epoch().count()));
  return note;
}

std::string_view take_word(std::string_view& note) {
  const std::size_t end = std::min(note.find(separator), note.size());
  const std::string_view word = note.substr(0, end);
  note.remove_prefix(std::min(end + 1, note.size()));
  return word;
}

std::int64_t take_number(std::string_view& note) {
  const std::string_view word = take_word(note);
  std::int64_t number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

PreviousItem to_item(const Agreed& agreed) {
  PreviousItem item;
  std::string_view note = agreed.note;
  item.uid = agreed.action;
  item.id = take_word(note);
  item.summary = take_word(note);
  item.section = take_word(note);
  item.kind = static_cast<WhenKind>(take_number(note));
  item.timed = take_number(note) != 0;
  item.start = LocalTime{std::chrono::seconds{take_number(note)}};
  item.end = LocalTime{std::chrono::seconds{take_number(note)}};
  return item;
}

std::vector<PreviousItem> to_items(std::span<const Remembered> remembered) {
  std::vector<PreviousItem> items;
  for (const Remembered& calendar : remembered) {
    for (const Agreed& each : calendar.agreed) items.push_back(to_item(each));
    for (const Pending& pending : calendar.pending) {
      if (pending.act != Act::remove) items.push_back(to_item(pending.after));
    }
  }
  return items;
}

DeadlineForm form_of(DeadlineChoice choice, const Placing& placing) {
  switch (choice) {
    case DeadlineChoice::event:
      return DeadlineForm::event;
    case DeadlineChoice::todo:
      return DeadlineForm::todo;
    case DeadlineChoice::both:
      return DeadlineForm::both;
    case DeadlineChoice::automatic:
      break;
  }
  return placing.has_tasks || placing.events_keep != Keeps::events ? DeadlineForm::todo : DeadlineForm::event;
}

bool has_home(bool todo, const Placing& placing) {
  if (todo) return placing.has_tasks || placing.events_keep != Keeps::events;
  return placing.events_keep != Keeps::todos;
}

}  // namespace

WantedObjects make_wanted(const LoadedPlan& loaded, std::span<const Remembered> remembered, DeadlineChoice deadlines,
                          const Placing& placing, std::chrono::sys_seconds now, const CalendarOptions& options) {
  const Plan& plan = loaded.plan;
  CalendarOptions chosen = options;
  chosen.deadlines = form_of(deadlines, placing);
  chosen.stamp = now;
  const std::vector<std::string> uids = uids_of(plan, to_items(remembered));
  PlaceFinder places(*plan.source);
  WantedObjects wanted;
  std::set<std::uint32_t> homeless, housed;  // actions: one that is written in both forms needs a place for one
  for (WrittenObject& object : write_objects(plan, loaded.zone, uids, chosen)) {
    auto content = read_object(object.body);
    if (!content) continue;
    if (!has_home(content->todo, placing)) {
      homeless.insert(static_cast<std::uint32_t>(object.action));
      continue;
    }
    housed.insert(static_cast<std::uint32_t>(object.action));
    const Action& action = plan.actions[object.action];
    wanted.objects.push_back({content->todo && placing.has_tasks ? std::size_t{1} : 0, std::move(object.uid),
                              uids[object.action], std::move(content->fields), std::move(object.body),
                              std::string(action.title), to_note(plan, action), places.at(action.span.begin).line});
  }
  std::set_difference(homeless.begin(), homeless.end(), housed.begin(), housed.end(),
                      std::back_inserter(wanted.homeless));
  return wanted;
}

}  // namespace jalon
