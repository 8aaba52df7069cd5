// Each plan of several becomes a calendar of its own in one folder, under its name. A plan that fails stops no other;
// what is known to be as it was is not read again; a run that is stopped leaves whole files.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/team/report.h"

namespace jalon {

struct EachRequest {
  std::vector<FoundPlan> plans;
  std::string out_dir;  // made where it is missing
  unsigned threads = 1;
  Prune prune = Prune::no;
  std::chrono::sys_seconds now{};
  std::string program;  // what tells this build, and the zones it reads, from another
};

TeamReport convert_each(const EachRequest& request, const TeamCalls& calls);

// Outputs that jalon once wrote to the folder from plans that are no more, where this run writes none of them.
// `source_is_gone` is asked for each; with Prune::yes they are removed, if they are still jalon's.
class OutputRecord;
std::vector<VanishedOutput> settle_vanished(
    OutputRecord& record, const std::string& folder, Prune prune,
    const std::function<bool(const std::string& output, const std::string& source)>& source_is_gone);

}  // namespace jalon
