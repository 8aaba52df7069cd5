// What the list reader promises about any plan.
#pragma once

#include "fuzz/fuzz.h"
#include "jalon/list.h"

namespace jalon::fuzz {

inline void hold_action(const Plan& plan, std::size_t index) {
  const Action& action = plan.actions[index];
  hold(!action.title.empty(), "an action has a title");
  hold(is_within(action.span, plan.source->size()), "an action lies in its source");
  hold(is_within(action.when_span, plan.source->size()), "an action's date lies in its source");
  hold(action.parent == no_index || action.parent < index, "a parent stands before its children");
  hold(action.section == no_index || action.section < plan.sections.size(), "a section is there");
  for (const std::uint32_t first : action.after) hold(first < plan.actions.size(), "what comes first is there");
  hold(action.priority <= 9 && action.percent <= 100, "priority and percent are in range");
  hold_when(action.when);
}

inline void hold_plan(const Plan& plan) {
  for (const Diagnostic& diagnostic : plan.diagnostics) hold_diagnostic(diagnostic, plan.source->size());
  for (std::size_t i = 0; i < plan.actions.size(); ++i) hold_action(plan, i);
}

inline ListOptions list_options() {
  ListOptions options;
  options.today = monday_morning();
  return options;
}

}  // namespace jalon::fuzz
