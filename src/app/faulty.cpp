#include "app/faulty.h"

#include <algorithm>
#include <vector>

namespace jalon {
namespace {

// Places of errors, ascending; those of the whole plan stand nowhere.
std::vector<std::uint32_t> error_places(const Plan& plan) {
  std::vector<std::uint32_t> places;
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    if (severity_of(diagnostic) == Severity::error && diagnostic.span.end > 0) places.push_back(diagnostic.span.begin);
  }
  std::sort(places.begin(), places.end());
  return places;
}

bool is_faulty(const Action& action, const std::vector<std::uint32_t>& places) {
  const auto first = std::lower_bound(places.begin(), places.end(), action.span.begin);
  return first != places.end() && *first < action.span.end;
}

// For each action its index among those that stay, or no_index.
std::vector<std::uint32_t> new_indexes(const Plan& plan) {
  std::vector<std::uint32_t> indexes;
  indexes.reserve(plan.actions.size());
  std::uint32_t next = 0;
  for (const bool faulty : faulty_actions(plan)) indexes.push_back(faulty ? no_index : next++);
  return indexes;
}

// The nearest that stays, upwards: a parent stands before its children, so theirs are already settled.
void settle_parents(Plan& plan, const std::vector<std::uint32_t>& indexes) {
  for (Action& action : plan.actions) {
    if (action.parent != no_index && indexes[action.parent] == no_index) {
      action.parent = plan.actions[action.parent].parent;
    }
  }
}

void renumber(Plan& plan, Action& action, const std::vector<std::uint32_t>& indexes) {
  if (action.parent != no_index) action.parent = indexes[action.parent];
  std::vector<std::uint32_t> after;
  for (const std::uint32_t index : action.after) {
    if (indexes[index] != no_index) after.push_back(indexes[index]);
  }
  action.after = plan.arena->copy(std::span<const std::uint32_t>(after));
}

}  // namespace

std::vector<bool> faulty_actions(const Plan& plan) {
  const std::vector<std::uint32_t> places = error_places(plan);
  std::vector<bool> faulty;
  faulty.reserve(plan.actions.size());
  for (const Action& action : plan.actions) faulty.push_back(is_faulty(action, places));
  return faulty;
}

std::size_t leave_out_faulty(Plan& plan) {
  const std::vector<std::uint32_t> indexes = new_indexes(plan);
  settle_parents(plan, indexes);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    if (indexes[i] == no_index) continue;
    renumber(plan, plan.actions[i], indexes);
    plan.actions[kept++] = plan.actions[i];
  }
  const std::size_t left_out = plan.actions.size() - kept;
  plan.actions.resize(kept);
  return left_out;
}

}  // namespace jalon
