#include "view/entry_text.h"

#include <algorithm>
#include <array>

#include "base/calendar_words.h"
#include "view/folded.h"
#include "view/words.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> status_marks = {"", "◐ ", "✓ ", "✗ "};

std::string_view priority_mark(std::uint8_t priority) {
  if (priority == 0) return "";
  return priority <= 3 ? " !!!" : priority <= 6 ? " !!" : " !";
}

bool is_closed(Standing standing) { return standing == Standing::done || standing == Standing::cancelled; }

}  // namespace

Hues::Hues(const Timetable& table) : table_(table) {
  if (table.plans.size() > 1) return;
  for (const ShownPlan& shown : table.plans) {
    for (const Action& action : shown.plan->actions) {
      if (action.owners.empty()) continue;
      const std::string name = folded(action.owners.front().name);
      if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
      if (names_.size() > 50) return;  // colours come again long before
    }
  }
}

std::size_t Hues::of(ActionKey key) const {
  if (table_.plans.size() > 1) return key.plan;
  const Action& action = table_.action(key);
  if (action.owners.empty()) return names_.size();
  const auto found = std::find(names_.begin(), names_.end(), folded(action.owners.front().name));
  return static_cast<std::size_t>(found - names_.begin());
}

std::string EntryText::time(const Instance& instance) const {
  const When& when = table_.action(instance.key).when;
  if (when.kind == WhenKind::window)
    return view_word(ViewWord::due_by, language_, {short_day(instance.last, language_)});
  if (when.kind == WhenKind::deadline) {
    if (!instance.timed) return view_word(ViewWord::due, language_);
    return view_word(ViewWord::due_at, language_, {format_time_of_day(instance.end, language_)});
  }
  if (!instance.timed) {
    const bool long_one = instance.last > instance.first;
    return long_one ? view_word(ViewWord::until_day, language_, {short_day(instance.last, language_)}) : std::string();
  }
  if (instance.last == instance.first) return time_range(instance.start, instance.end, language_);
  return view_word(ViewWord::from_to, language_,
                   {format_time_of_day(instance.start, language_),
                    short_day(instance.last, language_) + " " + format_time_of_day(instance.end, language_)});
}

std::string EntryText::title(ActionKey key) const {
  const Action& action = table_.action(key);
  std::string title(status_marks[static_cast<std::size_t>(action.status)]);
  title += action.title;
  title += priority_mark(action.priority);
  return one_line(title);
}

Ink EntryText::ink(const Instance& instance) const {
  const Standing standing = standing_of(table_, instance);
  if (standing == Standing::overdue) return Ink::late;
  return is_closed(standing) || standing == Standing::past ? Ink::dim : Ink::plain;
}

void EntryText::add_details(Pieces& pieces, ActionKey key) const {
  const Action& action = table_.action(key);
  for (const Person& owner : action.owners) {
    pieces.push_back({one_line("@" + std::string(owner.name)), Ink::hue, hues_.of(key)});
  }
  for (const std::string_view tag : action.tags) pieces.push_back({one_line("#" + std::string(tag)), Ink::dim});
  if (!action.location.empty()) pieces.push_back({"· " + one_line(action.location), Ink::dim});
  if (table_.plans.size() > 1) {
    const Plan& plan = table_.plan(key);
    pieces.push_back({"· " + one_line(plan.title.empty() ? plan.name : plan.title), Ink::hue, hues_.of(key)});
  }
}

Pieces EntryText::pieces(const Instance& instance) const {
  Pieces result = {{title(instance.key), ink(instance)}};
  add_details(result, instance.key);
  const Standing standing = standing_of(table_, instance);
  const bool open = standing == Standing::ahead || standing == Standing::overdue;
  if (open && table_.action(instance.key).when.is_deadline()) {
    const Ink left = standing == Standing::overdue ? Ink::late : Ink::dim;
    result.push_back({"· " + days_left(table_.today(), instance.last, language_), left});
  }
  return result;
}

Pieces EntryText::pieces(ActionKey key) const {
  const Status status = table_.action(key).status;
  const bool closed = status == Status::done || status == Status::cancelled;
  Pieces result = {{title(key), closed ? Ink::dim : Ink::plain}};
  add_details(result, key);
  return result;
}

Piece EntryText::short_form(const Instance& instance) const {
  std::string text = title(instance.key);
  if (instance.timed) text = format_time_of_day(instance.start, language_) + " " + text;
  const Ink state = ink(instance);
  return {text, state == Ink::plain ? Ink::hue : state, hues_.of(instance.key)};
}

}  // namespace jalon
