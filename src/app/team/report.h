// What became of each plan of several, in few bytes: reports are many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/convert.h"
#include "app/team/find_plans.h"

namespace jalon {

struct TeamCounts {
  std::size_t events = 0, deadlines = 0, undated = 0;  // actions, of those written
  std::size_t done = 0;                                // of them
  std::size_t errors = 0, warnings = 0, notes = 0;
  std::size_t left_out = 0;
};

struct PlanReport {
  std::string plan;
  std::string output;  // empty: none of its own
  Written written = Written::nothing;
  TeamCounts counts;
  std::string told;            // what was said about the plan, for people
  std::optional<Error> error;  // why it was not converted at all
  bool failed() const { return error || counts.errors > 0; }
};

struct OutputReport {
  std::string output;
  Written written = Written::nothing;
  std::size_t actions = 0;
  std::optional<Error> error;
};

struct VanishedOutput {
  std::string plan;  // that is no more; empty: of an output that nothing goes to any more
  std::string output;
  enum class Fate : std::uint8_t { kept, removed, foreign } fate = Fate::kept;
};

struct TeamReport {
  std::vector<VanishedOutput> vanished;
  std::optional<Error> error;  // of the record of outputs, or the folder
};

// The caller's part. What may be called by several threads at once is said; the rest is called on one.
struct TeamCalls {
  std::function<Result<ConvertRequest>(const FoundPlan&)> request_of;  // by several
  std::function<std::string(const Plan&)> words_of;                    // by several: PlanReport::told
  std::function<void(PlanReport&&)> on_plan;                           // in the order of the plans
};

enum class Prune : std::uint8_t { no, yes };

TeamCounts counts_of(const ConvertOutcome& outcome);

}  // namespace jalon
