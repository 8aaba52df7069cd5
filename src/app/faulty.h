// Keeps what is good of a plan that has errors.
#pragma once

#include <cstddef>
#include <vector>

#include "jalon/plan.h"

namespace jalon {

// For each action, whether an error stands in its lines.
std::vector<bool> faulty_actions(const Plan& plan);

// Takes the actions out in whose lines an error stands; what is part of them becomes part of what they were part of,
// and what comes after them waits for them no more. Gives how many. The diagnostics stay.
std::size_t leave_out_faulty(Plan& plan);

}  // namespace jalon
