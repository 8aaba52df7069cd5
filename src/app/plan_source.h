// What a plan is read from: the bytes of a file, in the format that --from or they themselves say.
//
// The one place that knows which room reads which format.
#pragma once

#include <string>
#include <vector>

#include "app/settings.h"
#include "jalon/list.h"
#include "jalon/plan.h"

namespace jalon {

class PlanSource {
 public:
  // `name` is how messages call the plan.
  // `settings` must live as long.
  PlanSource(std::string name, std::string bytes, const Settings& settings);

  Plan read(ListOptions options);  // once: the plan takes the bytes over
  // The same with other options, out of the plan that came of it.
  Plan read_again(const Plan& plan, ListOptions options) const;

 private:
  Plan read_calendar_bytes(std::string bytes, const ListOptions& options) const;

  const Settings& settings_;
  std::string name_;
  std::string bytes_;
  ListFormat format_;
  std::vector<Diagnostic> of_workbook_;
};

}  // namespace jalon
