// What is said about a run over several plans: to people, and to programs.
#pragma once

#include <string>

#include "app/team/report.h"
#include "cli/told.h"

namespace jalon {

// How many of what came of a run.
struct TeamTotals {
  std::size_t plans = 0, failed = 0;
  std::size_t made = 0, updated = 0, same = 0;  // calendars
  TeamCounts counts;

  void add(const PlanReport& report);
  void add(Written written);
};

std::string told_plan(const PlanReport& report, Language language);
std::string told_output(const OutputReport& report, Language language);
std::string told_vanished(const VanishedOutput& vanished, Language language);
std::string told_totals(const TeamTotals& totals, Language language);

std::string plan_json(const PlanReport& report, Language language);
std::string output_json(const OutputReport& report, Language language);
std::string vanished_json(const VanishedOutput& vanished);
std::string totals_json(const TeamTotals& totals);

}  // namespace jalon
