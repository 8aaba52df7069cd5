// The UIDs of a plan's actions: those that the previous calendar gave them, and new ones.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "jalon/calendar.h"
#include "jalon/plan.h"

namespace jalon {

// One an action, in the plan's order.
std::vector<std::string> uids_of(const Plan& plan, std::span<const PreviousItem> previous);

// What new UIDs are named after: the plan's own `id`, else its file's name without folder and extension, and its
// title. So a plan that moves to another folder keeps its identity, and two plans in one folder differ.
std::string plan_identity(const Plan& plan);

}  // namespace jalon
