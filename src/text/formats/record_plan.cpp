#include "text/formats/record_plan.h"

#include <utility>

#include "text/list/take_source.h"

namespace jalon::formats {

Plan begin_plan(std::string name, std::string bytes) {
  Plan plan;
  plan.name = std::move(name);
  list::take_source(plan, std::move(bytes));
  return plan;
}

void end_plan(Plan& plan) { list::sort_diagnostics(plan); }

}  // namespace jalon::formats
