// Which actions of several plans go together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/load_plan.h"
#include "app/team/convert_groups.h"

namespace jalon {

struct GroupedPlan {
  LoadedPlan loaded;
  ConvertRequest request;
  std::vector<std::string> uids;
};

// Some actions of one plan, in its order.
struct GroupPart {
  std::size_t plan = 0;
  std::vector<std::uint32_t> actions;
};

struct Group {
  std::string label;  // as a person names it; of all plans empty
  std::string file;   // without folder and ending
  std::vector<GroupPart> parts;

  void add(std::size_t plan, std::uint32_t action);
};

// In the order in which they first come, months by date; no file name twice.
std::vector<Group> group_actions(const std::vector<GroupedPlan>& plans, Grouping grouping);

}  // namespace jalon
