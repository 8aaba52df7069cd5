#include "view/timetable.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "view/folded.h"

namespace jalon {
namespace {

using std::chrono::days;

constexpr days ahead_of_endless{56};  // how far a recurrence without an end is shown at least
constexpr days archived_after{400};   // a plan whose last date is that old no longer runs on to today
constexpr days farthest{3660};        // behind today: nobody looks ten years ahead

bool is_endless(const When& when) {
  return when.recurrence && when.recurrence->count == 0 && when.recurrence->until == Day::max();
}

bool is_closed(const Action& action) { return action.status == Status::done || action.status == Status::cancelled; }

bool has_tag(const Action& action, const std::string& wanted) {
  return std::any_of(action.tags.begin(), action.tags.end(),
                     [&](std::string_view tag) { return is_named(tag, wanted); });
}

bool has_person(const Action& action, const std::string& wanted) {
  const auto meant = [&](const Person& person) { return is_named(person.name, wanted); };
  return std::any_of(action.owners.begin(), action.owners.end(), meant) ||
         std::any_of(action.attendees.begin(), action.attendees.end(), meant);
}

bool is_selected(const Action& action, const Selection& selection) {
  if (!selection.owner.empty() && !has_person(action, selection.owner)) return false;
  return selection.tag.empty() || has_tag(action, selection.tag);
}

// What stands first on a day: what takes all of it, what has an hour, what is due by its end.
int rank_of(const Instance& instance, const Action& action) {
  if (instance.timed) return 1;
  return action.when.is_deadline() ? 2 : 0;
}

class Maker {
 public:
  Maker(std::vector<ShownPlan> plans, LocalTime now, const Selection& selection) : selection_(selection) {
    table_.plans = std::move(plans);
    table_.now = now;
  }

  Timetable make() {
    horizon_ = horizon();
    for (std::uint32_t plan = 0; plan < table_.plans.size(); ++plan) add_plan(plan);
    sort(table_.instances);
    sort(table_.overdue);
    return std::move(table_);
  }

 private:
  // How far what has no end is shown.
  Day horizon() const {
    if (selection_.until) return std::min(*selection_.until, table_.today() + farthest);
    Day last = Day::min();
    for (const ShownPlan& shown : table_.plans) {
      last = std::max(last, std::chrono::floor<days>(shown.plan->as_of) + ahead_of_endless);
      for (const Action& action : shown.plan->actions) {
        const bool dated = action.when.kind != WhenKind::undated;
        if (dated && !action.when.recurrence) last = std::max(last, action.when.last_day());
      }
    }
    const bool archived = last + archived_after < table_.today();
    return std::min(archived ? last : std::max(last, table_.today() + ahead_of_endless), table_.today() + farthest);
  }

  void add_plan(std::uint32_t plan) {
    const ShownPlan& shown = table_.plans[plan];
    for (std::uint32_t i = 0; i < shown.plan->actions.size(); ++i) {
      const Action& action = shown.plan->actions[i];
      if (!is_selected(action, selection_)) continue;
      if (shown.faulty[i]) {
        table_.faulty.push_back({plan, i});
      } else {
        add_action({plan, i}, action);
      }
    }
  }

  void add_action(ActionKey key, const Action& action) {
    if (action.when.kind == WhenKind::undated) {
      if (selection_.scope == Scope::everything) table_.undated.push_back(key);
      return;
    }
    const std::vector<Instance> all = instances_of(key, action.when);
    for (const Instance& instance : all) {
      if (selection_.scope == Scope::everything && is_in_range(instance)) table_.instances.push_back(instance);
    }
    // What comes again is overdue only when it does not.
    if (!all.empty() && standing_of(table_, all.back()) == Standing::overdue && !is_endless(action.when)) {
      table_.overdue.push_back(all.back());
      if (selection_.scope == Scope::overdue && is_in_range(all.back())) table_.instances.push_back(all.back());
    }
  }

  bool is_in_range(const Instance& instance) const {
    if (selection_.from && instance.last < *selection_.from) return false;
    return !selection_.until || instance.first <= *selection_.until;
  }

  std::vector<Instance> instances_of(ActionKey key, const When& when) const {
    if (!when.recurrence) return {instance_on(key, when, days{0})};
    const Day start = when.first_day();
    const Day last = is_endless(when) ? horizon_ : table_.today() + farthest;
    std::vector<Instance> all;
    for (const Day day : occurrences(*when.recurrence, start, {start, last})) {
      all.push_back(instance_on(key, when, day - start));
    }
    return all;
  }

  Instance instance_on(ActionKey key, const When& when, days shift) const {
    const auto& to_shown = table_.plans[key.plan].to_shown;
    const auto place = [&](LocalTime time) { return when.timed && to_shown ? to_shown(time + shift) : time + shift; };
    Instance instance{.key = key, .timed = when.timed, .start = place(when.start), .end = place(when.end)};
    if (when.kind == WhenKind::deadline) instance.start = instance.end;
    instance.first = std::chrono::floor<days>(instance.start);
    // A party until midnight does not stand on the next day.
    const bool exclusive = when.timed && when.kind == WhenKind::event && instance.end > instance.start;
    instance.last = std::chrono::floor<days>(exclusive ? instance.end - std::chrono::seconds{1} : instance.end);
    return instance;
  }

  void sort(std::vector<Instance>& instances) const {
    std::stable_sort(instances.begin(), instances.end(), [this](const Instance& a, const Instance& b) {
      return std::tuple(a.first, rank_of(a, table_.action(a.key)), a.start) <
             std::tuple(b.first, rank_of(b, table_.action(b.key)), b.start);
    });
  }

  const Selection& selection_;
  Timetable table_;
  Day horizon_{};
};

}  // namespace

Timetable make_timetable(std::vector<ShownPlan> plans, LocalTime now, const Selection& selection) {
  return Maker(std::move(plans), now, selection).make();
}

Standing standing_of(const Timetable& table, const Instance& instance) {
  const Action& action = table.action(instance.key);
  if (action.status == Status::done) return Standing::done;
  if (action.status == Status::cancelled) return Standing::cancelled;
  const bool over = instance.timed ? instance.end <= table.now : instance.last < table.today();
  if (!over) return Standing::ahead;
  return action.when.is_deadline() && !is_closed(action) ? Standing::overdue : Standing::past;
}

bool is_named(std::string_view name, std::string_view wanted) {
  const std::string whole = folded(name);
  const std::string part = folded(wanted);
  return whole == part || whole.starts_with(part + " ");
}

}  // namespace jalon
