// Several plans become calendars that are not one a plan: one for all, or one a person, section, tag or month. An
// action that belongs to two of them is in both, with one UID. Where a calendar would be larger than allowed, it
// becomes several: "team.ics", "team-2.ics" …
//
// All plans are in memory until the last calendar is written: identities are found among all of them together. A plan
// that has errors, or cannot be read, is left out, and told.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/team/report.h"

namespace jalon {

enum class Grouping : std::uint8_t { plan, all, owner, section, tag, month };

struct GroupRequest {
  std::vector<FoundPlan> plans;
  Grouping grouping = Grouping::all;
  std::string output;        // of all: the file
  std::string out_dir;       // of the others: the folder, made where it is missing
  std::size_t max_size = 0;  // bytes; 0: any
  unsigned threads = 1;
  Prune prune = Prune::no;
};

TeamReport convert_groups(const GroupRequest& request, const TeamCalls& calls,
                          const std::function<void(const OutputReport&)>& on_output);

}  // namespace jalon
