// How each line of a plan was read, without writing anything.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/settings.h"
#include "jalon/plan.h"
#include "jalon/result.h"
#include "jalon/zone.h"

namespace jalon {

struct PlanCounts {
  std::size_t events = 0, deadlines = 0, undated = 0;  // actions
  std::size_t faulty = 0;                              // actions with an error, which are none of those
  std::size_t errors = 0, warnings = 0, notes = 0;     // diagnostics
};

struct CheckOutcome {
  Plan plan;
  std::string zone;  // IANA
  PlanCounts counts;
};

// "-" is standard input. An error where the plan cannot be read at all.
Result<CheckOutcome> check(const std::string& path, const Settings& settings);

PlanCounts count(const Plan& plan);

}  // namespace jalon
