// What plans hold, laid out in time: every instance of every action in the order of the calendar, what is overdue,
// what has no date. All views are made from it.
//
// Takes plans, which must live as long, and the moment that counts as now, in the zone shown. Recurrences are listed
// one by one; one without an end is shown as far as the last date of the plans, and at least some weeks ahead. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "jalon/plan.h"
#include "model/occurrences.h"

namespace jalon {

struct ShownPlan {
  const Plan* plan = nullptr;
  std::vector<bool> faulty;                      // for each action, whether an error stands in its lines
  std::function<LocalTime(LocalTime)> to_shown;  // from the plan's zone to the one shown; empty: it is the same
};

struct ActionKey {
  std::uint32_t plan = 0;
  std::uint32_t action = 0;
  friend bool operator==(const ActionKey&, const ActionKey&) = default;
};

// One time that an action takes place or is due.
struct Instance {
  ActionKey key;
  bool timed = false;
  LocalTime start{};  // of a deadline as its end
  LocalTime end{};    // exclusive for a timed event; else the last day, or when it is due
  Day first{};        // the days on which it stands
  Day last{};
};

enum class Standing : std::uint8_t { ahead, past, overdue, done, cancelled };
enum class Scope : std::uint8_t { everything, overdue };

struct Selection {
  std::optional<Day> from = {};
  std::optional<Day> until = {};
  std::string owner = {};  // who owns or attends it, by name or first name; empty: anybody
  std::string tag = {};    // without the #; empty: any
  Scope scope = Scope::everything;
};

struct Timetable {
  std::vector<ShownPlan> plans;
  LocalTime now{};
  std::vector<Instance> instances;  // by first day; on one day what takes all day, then by the hour, then what is due
  std::vector<Instance> overdue;    // by day; also what lies before Selection::from
  std::vector<ActionKey> undated;
  std::vector<ActionKey> faulty;  // in whose lines an error stands; they are nowhere else

  Day today() const { return std::chrono::floor<std::chrono::days>(now); }
  const Plan& plan(ActionKey key) const { return *plans[key.plan].plan; }
  const Action& action(ActionKey key) const { return plan(key).actions[key.action]; }
};

Timetable make_timetable(std::vector<ShownPlan> plans, LocalTime now, const Selection& selection);

Standing standing_of(const Timetable& table, const Instance& instance);

// Whether a person or tag is meant: «Alex», «alex» and «Alex Roy» all name Alex Roy. Case and accents do not count.
bool is_named(std::string_view name, std::string_view wanted);

}  // namespace jalon
