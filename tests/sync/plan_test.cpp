// The decision table: every presence and every change, and what a plan of changes is refused for.
#include "sync/plan.h"

#include <gtest/gtest.h>

#include "sync/plain_bodies.h"

namespace jalon {
namespace {

using namespace test;

const Fields first = {{"summary", "a"}, {"times", "1"}};
const Fields here = {{"summary", "b"}, {"times", "1"}};   // edited in the plan
const Fields there = {{"summary", "a"}, {"times", "2"}};  // edited in the calendar, another field
const Fields clash = {{"summary", "c"}, {"times", "1"}};  // edited in the calendar, the same field
const Fields noted = {{"rest", "x"}, {"summary", "a"}, {"times", "1"}};

Agreed agreed(const std::string& uid, Presence presence = Presence::there, std::size_t calendar = 0) {
  Agreed result;
  result.calendar = calendar;
  result.uid = uid;
  result.action = uid.substr(0, uid.find('-'));
  result.href = "/" + uid;
  result.etag = presence == Presence::there ? "1" : "";
  result.ours = result.theirs = result.seen = first;
  result.presence = presence;
  result.title = "a";
  return result;
}

Remote remote(const std::string& uid, const Fields& fields, std::size_t calendar = 0) {
  return {calendar, uid, "/" + uid, fields == first ? "1" : "2", fields};
}

std::string name_of(const Step& step) {
  constexpr const char* acts[] = {"nothing", "create", "update", "remove", "forget"};
  constexpr const char* clashes[] = {"", " clash:fields", " clash:edited", " clash:removed", " clash:form"};
  constexpr const char* news[] = {"", " told:edited", " told:deleted"};
  std::string name = acts[static_cast<int>(step.act)];
  name += clashes[static_cast<int>(step.clash)];
  name += news[static_cast<int>(step.news)];
  for (const std::string& field : step.take) name += " " + field;
  return name;
}

struct World {
  std::vector<Wanted> wanted;
  std::vector<Agreed> agreed;
  std::vector<Remote> present;
  std::vector<std::size_t> empty_ones;

  ChangePlan plan(const Policy& policy = {}) const { return make_plan({wanted, agreed, present, empty_ones}, policy); }
  std::string steps(const Policy& policy = {}) const {
    std::string all;
    for (const Step& step : plan(policy).steps) all += (all.empty() ? "" : "; ") + name_of(step);
    return all;
  }
};

// One object: what the plan wants, what was agreed, what the calendar holds.
struct Cell {
  const Fields* wanted;
  std::optional<Presence> agreed;
  const Fields* present;
  const char* step;
  const char* prefer_plan;
  const char* prefer_calendar;
};

constexpr auto in = Presence::there;
constexpr auto out = Presence::gone;
constexpr const char* removed = "nothing clash:removed";

const Cell table[] = {
    // W – –
    {&first, {}, nullptr, "create", "create", "create"},
    // W – R
    {&first, {}, &first, "nothing", "nothing", "nothing"},
    {&first, {}, &noted, "nothing", "nothing", "nothing"},
    {&here, {}, &first, "nothing clash:fields", "update summary", "nothing"},
    // W A R
    {&first, in, &first, "", "", ""},
    {&here, in, &first, "update summary", "update summary", "update summary"},
    {&first, in, &there, "nothing told:edited", "nothing told:edited", "nothing told:edited"},
    {&first, in, &noted, "nothing told:edited", "nothing told:edited", "nothing told:edited"},
    {&here, in, &here, "nothing", "nothing", "nothing"},
    {&here, in, &there, "update told:edited summary", "update told:edited summary", "update told:edited summary"},
    {&here, in, &noted, "update told:edited summary", "update told:edited summary", "update told:edited summary"},
    {&here, in, &clash, "nothing clash:fields", "update summary", "nothing told:edited"},
    // W A –
    {&first, in, nullptr, "nothing told:deleted", "nothing told:deleted", "nothing told:deleted"},
    {&here, in, nullptr, "nothing clash:removed told:deleted", "create", "nothing told:deleted"},
    {&first, out, nullptr, "", "", ""},
    {&here, out, nullptr, removed, "create", "nothing"},
    // W A R, back again
    {&first, out, &first, "nothing", "nothing", "nothing"},
    {&here, out, &first, "update summary", "update summary", "update summary"},
    // – A R
    {nullptr, in, &first, "remove", "remove", "remove"},
    {nullptr, in, &there, "nothing clash:edited", "remove", "forget"},
    {nullptr, in, &noted, "nothing clash:edited", "remove", "forget"},
    // – A –
    {nullptr, in, nullptr, "forget", "forget", "forget"},
    {nullptr, out, nullptr, "forget", "forget", "forget"},
    // – – R
    {nullptr, {}, &first, "", "", ""},
};

World world_of(const Cell& cell) {
  World world;
  if (cell.wanted != nullptr) world.wanted = {want("u", *cell.wanted)};
  if (cell.agreed) world.agreed = {agreed("u", *cell.agreed)};
  if (cell.present != nullptr) world.present = {remote("u", *cell.present)};
  return world;
}

TEST(SyncPlan, DecidesEveryCellOfTheTable) {
  Policy policy;
  policy.many_removals = Allow::yes;
  for (std::size_t i = 0; i < std::size(table); ++i) {
    const World world = world_of(table[i]);
    policy.prefer = Prefer::neither;
    EXPECT_EQ(world.steps(policy), table[i].step) << "row " << i;
    policy.prefer = Prefer::plan;
    EXPECT_EQ(world.steps(policy), table[i].prefer_plan) << "row " << i << ", the plan preferred";
    policy.prefer = Prefer::calendar;
    EXPECT_EQ(world.steps(policy), table[i].prefer_calendar) << "row " << i << ", the calendar preferred";
  }
}

TEST(SyncPlan, LeavesOneDecisionToEachConflict) {
  World world;
  world.wanted = {want("u", here), want("v", here)};
  world.agreed = {agreed("u"), agreed("v")};
  world.present = {remote("u", clash), remote("v", clash)};
  Policy policy;
  policy.decided["v"] = Prefer::plan;
  EXPECT_EQ(world.steps(policy), "nothing clash:fields; update summary");
}

TEST(SyncPlan, MakesADeletedObjectAgainOnlyOnDemand) {
  Policy restore;
  restore.deleted = Deleted::restore;
  EXPECT_EQ(world_of({&first, in, nullptr, "", "", ""}).steps(restore), "create");
  EXPECT_EQ(world_of({&first, out, nullptr, "", "", ""}).steps(restore), "create");
  EXPECT_EQ(world_of({nullptr, in, nullptr, "", "", ""}).steps(restore), "forget");
}

TEST(SyncPlan, ShowsBothSidesOfAConflictAndKeepsTheAgreementBeforeIt) {
  const ChangePlan plan = world_of({&here, in, &clash, "", "", ""}).plan();
  ASSERT_EQ(plan.steps.size(), 1U);
  EXPECT_EQ(plan.steps[0].disagreements, (std::vector<Disagreement>{{"summary", "a", "b", "c"}}));
  ASSERT_TRUE(plan.steps[0].settled);
  EXPECT_EQ(plan.steps[0].settled->ours, first);
  EXPECT_EQ(plan.steps[0].settled->theirs, first);
  EXPECT_EQ(plan.steps[0].settled->seen, clash);
  EXPECT_EQ(plan.clashes(), 1U);
}

TEST(SyncPlan, SettlesWhatWasChangedThereSoThatItIsToldOnce) {
  const World world = world_of({&first, in, &there, "", "", ""});
  const ChangePlan plan = world.plan();
  ASSERT_EQ(plan.steps.size(), 1U);
  EXPECT_EQ(plan.steps[0].kept, (std::vector<Change>{{"times", "1", "2"}}));
  World later = world;
  later.agreed = {*plan.steps[0].settled};
  EXPECT_EQ(later.steps(), "");
  EXPECT_EQ(later.plan().unchanged, 1U);
}

TEST(SyncPlan, DoesNotSettleWhatIsStillToBeWritten) {
  const ChangePlan plan = world_of({&here, in, &there, "", "", ""}).plan();
  ASSERT_TRUE(plan.steps.at(0).settled);
  EXPECT_EQ(value_of(plan.steps[0].settled->ours, "summary"), "a");
  EXPECT_EQ(value_of(plan.steps[0].settled->theirs, "times"), "2");
  EXPECT_EQ(value_of(plan.steps[0].after.theirs, "summary"), "b");
}

TEST(SyncPlan, ReplacesAnActionThatTakesAnotherForm) {
  World world;
  world.wanted = {want("u-todo", first)};
  world.agreed = {agreed("u")};
  world.present = {remote("u", first)};
  const ChangePlan plan = world.plan();
  EXPECT_EQ(world.steps(), "create; remove");
  EXPECT_TRUE(plan.tripped.empty());
  EXPECT_EQ(plan.steps[0].replaces, "u");
  EXPECT_TRUE(plan.steps[1].is_replaced);
  world.present = {remote("u", there)};
  EXPECT_EQ(world.steps(), "nothing clash:form");
  world.present = {};
  EXPECT_EQ(world.steps(), "nothing told:deleted");
  world.agreed = {agreed("u", out)};
  EXPECT_EQ(world.steps(), "");
  Policy restore;
  restore.deleted = Deleted::restore;
  EXPECT_EQ(world.steps(restore), "create; forget");
}

TEST(SyncPlan, ReplacesAFormAcrossTwoCalendars) {
  World world;
  world.wanted = {want("u-todo", first, 1)};
  world.agreed = {agreed("u", in, 0)};
  world.present = {remote("u", first, 0)};
  const ChangePlan plan = world.plan();
  ASSERT_EQ(plan.steps.size(), 2U);
  EXPECT_EQ(plan.steps[0].calendar, 1U);
  EXPECT_EQ(plan.steps[1].calendar, 0U);
  EXPECT_EQ(plan.steps[0].replaces_in, 0U);
}

World many(std::size_t wanted, std::size_t agreed_ones) {
  World world;
  for (std::size_t i = 0; i < wanted; ++i) world.wanted.push_back(want("u" + std::to_string(i), first));
  for (std::size_t i = 0; i < agreed_ones; ++i) {
    world.agreed.push_back(agreed("u" + std::to_string(i)));
    world.present.push_back(remote("u" + std::to_string(i), first));
  }
  return world;
}

std::vector<Guard> tripped(const World& world, const Policy& policy = {}) {
  std::vector<Guard> guards;
  for (const Tripped& each : world.plan(policy).tripped) guards.push_back(each.guard);
  return guards;
}

TEST(SyncGuard, StopsMoreThanTenRemovalsOrMoreThanHalf) {
  EXPECT_TRUE(tripped(many(90, 100)).empty());
  EXPECT_EQ(tripped(many(89, 100)), std::vector{Guard::many_removals});
  EXPECT_TRUE(tripped(many(2, 4)).empty());
  EXPECT_EQ(tripped(many(1, 3)), std::vector{Guard::many_removals});
  Policy allowed;
  allowed.many_removals = Allow::yes;
  EXPECT_TRUE(tripped(many(1, 100), allowed).empty());
}

TEST(SyncGuard, StopsAnEmptiedPlanUnlessItIsTakenOff) {
  EXPECT_EQ(tripped(many(0, 1)), std::vector{Guard::plan_empty});
  EXPECT_TRUE(tripped(many(0, 0)).empty());
  Policy off;
  off.taking_off = Allow::yes;
  EXPECT_TRUE(tripped(many(0, 100), off).empty());
}

TEST(SyncGuard, StopsForACalendarThatIsSuddenlyEmpty) {
  World world = many(3, 3);
  world.present.clear();
  world.empty_ones = {0};
  EXPECT_EQ(tripped(world), std::vector{Guard::calendar_empty});
  Policy believe;
  believe.empty_calendar = Allow::yes;
  EXPECT_TRUE(tripped(world, believe).empty());
  Policy restore;
  restore.deleted = Deleted::restore;
  EXPECT_TRUE(tripped(world, restore).empty());
  for (Agreed& each : world.agreed) each.presence = Presence::gone;
  EXPECT_TRUE(tripped(world).empty());
}

}  // namespace
}  // namespace jalon
