// The UIDs of a plan's actions: those that the previous calendar gave them, and new ones.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "jalon/calendar.h"
#include "jalon/plan.h"

namespace jalon {

struct Identifiable;  // jalon/identity.h

// One an action, in the plan's order; new ones are named after the plan's identity.
std::vector<std::string> uids_of(const Plan& plan, std::span<const PreviousItem> previous);
std::vector<std::string> uids_of(const Plan& plan, const std::string& plan_identity,
                                 std::span<const PreviousItem> previous);

// What identities are given by, of one action.
Identifiable identifiable(const Plan& plan, const Action& action);

struct IdentifiedPlan {
  const Plan& plan;
  std::string identity;
};

// Of several plans together, one list a plan: an action that moves to another plan stays the same.
std::vector<std::vector<std::string>> uids_of(std::span<const IdentifiedPlan> plans,
                                              std::span<const PreviousItem> previous);

// What new UIDs are named after: the plan's own `id`, else its file's name without folder and extension, and its
// title. So a plan that moves to another folder keeps its identity, and two plans in one folder differ. `known_as`: its
// file's name among several plans, "clients/spring"; empty: that of the plan.
std::string plan_identity(const Plan& plan, const std::string& known_as = {});

}  // namespace jalon
