#include "app/check.h"

#include <utility>

#include "app/faulty.h"
#include "app/load_plan.h"

namespace jalon {
namespace {

std::size_t& count_of(PlanCounts& counts, const When& when, bool faulty) {
  if (faulty) return counts.faulty;
  if (when.is_deadline()) return counts.deadlines;
  return when.kind == WhenKind::event ? counts.events : counts.undated;
}

}  // namespace

PlanCounts count(const Plan& plan) {
  PlanCounts counts;
  const std::vector<bool> faulty = faulty_actions(plan);
  for (std::size_t i = 0; i < plan.actions.size(); ++i) ++count_of(counts, plan.actions[i].when, faulty[i]);
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    switch (severity_of(diagnostic)) {
      case Severity::error:
        ++counts.errors;
        break;
      case Severity::warning:
        ++counts.warnings;
        break;
      case Severity::note:
        ++counts.notes;
        break;
    }
  }
  return counts;
}

Result<CheckOutcome> check(const std::string& path, const Settings& settings) {
  auto loaded = load_plan(path, settings);
  if (!loaded) return loaded.error();
  require_actions(loaded->plan);
  const PlanCounts counts = count(loaded->plan);
  return CheckOutcome{std::move(loaded->plan), loaded->zone.name(), counts};
}

}  // namespace jalon
