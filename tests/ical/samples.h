// Plans for the tests that other people's parsers read: everyday ones, hard ones, and random ones from a seed.
#pragma once

#include <string>
#include <vector>

#include "ical/plan_builder.h"

namespace jalon::test {

struct SamplePlan {
  std::string name;  // of its files
  std::string zone;
  PlanBuilder built;
};

std::vector<SamplePlan> sample_plans();

}  // namespace jalon::test
