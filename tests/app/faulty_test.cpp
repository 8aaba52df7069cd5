#include "app/faulty.h"

#include <gtest/gtest.h>

#include "base/catalogue.h"

namespace jalon {
namespace {

// Actions of ten bytes each, one behind the other.
Plan plan_of(std::size_t count) {
  Plan plan;
  for (std::uint32_t i = 0; i < count; ++i) {
    Action action;
    action.title = plan.arena->copy("action " + std::to_string(i));
    action.span = {i * 10, i * 10 + 10};
    plan.actions.push_back(action);
  }
  return plan;
}

void mark_faulty(Plan& plan, std::uint32_t index) {
  plan.diagnostics.push_back({Code::date_day, {index * 10 + 3, index * 10 + 5}, {std::string("31 novembre")}});
}

TEST(Faulty, actions_leave_and_the_good_ones_stay_in_order) {
  Plan plan = plan_of(4);
  mark_faulty(plan, 1);
  EXPECT_EQ(leave_out_faulty(plan), 1u);
  ASSERT_EQ(plan.actions.size(), 3u);
  EXPECT_EQ(plan.actions[0].title, "action 0");
  EXPECT_EQ(plan.actions[1].title, "action 2");
  EXPECT_EQ(plan.actions[2].title, "action 3");
  EXPECT_EQ(plan.diagnostics.size(), 1u);
}

TEST(Faulty, is_no_action_with_a_note_or_a_warning) {
  Plan plan = plan_of(2);
  plan.diagnostics.push_back({Code::list_undated, {3, 5}, {}});
  plan.diagnostics.push_back({Code::list_unknown_key, {13, 15}, {std::string("a"), std::string("b")}});
  EXPECT_EQ(leave_out_faulty(plan), 0u);
  EXPECT_EQ(plan.actions.size(), 2u);
}

TEST(Faulty, parents_leave_their_children_to_their_own_parents) {
  Plan plan = plan_of(5);
  plan.actions[1].parent = 0;
  plan.actions[2].parent = 1;
  plan.actions[3].parent = 2;
  plan.actions[4].parent = 3;
  mark_faulty(plan, 1);
  mark_faulty(plan, 2);
  EXPECT_EQ(leave_out_faulty(plan), 2u);
  EXPECT_EQ(plan.actions[1].title, "action 3");
  EXPECT_EQ(plan.actions[1].parent, 0u);
  EXPECT_EQ(plan.actions[2].parent, 1u);
}

TEST(Faulty, roots_leave_roots) {
  Plan plan = plan_of(2);
  plan.actions[1].parent = 0;
  mark_faulty(plan, 0);
  leave_out_faulty(plan);
  EXPECT_EQ(plan.actions[0].parent, no_index);
}

TEST(Faulty, actions_are_not_waited_for) {
  Plan plan = plan_of(4);
  const std::uint32_t before[] = {0, 1, 2};
  plan.actions[3].after = plan.arena->copy(std::span<const std::uint32_t>(before));
  mark_faulty(plan, 1);
  leave_out_faulty(plan);
  const auto after = plan.actions[2].after;
  EXPECT_EQ(std::vector<std::uint32_t>(after.begin(), after.end()), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Faulty, is_nothing_for_an_error_outside_every_action) {
  Plan plan = plan_of(2);
  plan.diagnostics.push_back({Code::plan_empty, {}, {}});
  plan.diagnostics.push_back({Code::zone_unknown, {50, 60}, {std::string("X")}});
  EXPECT_EQ(leave_out_faulty(plan), 0u);
}

}  // namespace
}  // namespace jalon
