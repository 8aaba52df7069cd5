// Plans for the tests of views, read from text as the tool reads them, laid out on a Monday.
#pragma once

#include <string>
#include <vector>

#include "jalon/list.h"
#include "view/timetable.h"

namespace jalon {

inline const Day monday_26{std::chrono::year{2018} / 11 / 26};

inline Plan plan_of(std::string text, std::string name = "plan.md") {
  ListOptions options;
  options.today = LocalTime{monday_26};
  return read_list(std::move(name), std::move(text), options);
}

// The plans live as long as the table.
struct Laid {
  std::vector<Plan> plans;
  Timetable table;
};

inline Laid laid(std::vector<std::string> texts, const Selection& selection = {},
                 LocalTime now = LocalTime{monday_26}) {
  Laid result;
  for (std::string& text : texts) result.plans.push_back(plan_of(std::move(text)));
  std::vector<ShownPlan> shown;
  for (const Plan& plan : result.plans) shown.push_back({&plan, std::vector<bool>(plan.actions.size(), false), {}});
  result.table = make_timetable(std::move(shown), now, selection);
  return result;
}

inline std::vector<std::string> titles(const Timetable& table) {
  std::vector<std::string> result;
  for (const Instance& instance : table.instances) result.emplace_back(table.action(instance.key).title);
  return result;
}

}  // namespace jalon
