#include "view/timetable.h"

#include <gtest/gtest.h>

#include "view/conflicts.h"
#include "view/plans.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::hours;
using Titles = std::vector<std::string>;

TEST(Timetable, puts_what_takes_all_day_before_the_hours_and_these_before_what_is_due) {
  const Laid all =
      laid({"- Due — by December 3\n- Call — December 3 at 9\n- Fair — December 3\n- Early — December 2\n"});
  EXPECT_EQ(titles(all.table), (Titles{"Early", "Fair", "Call", "Due"}));
}

TEST(Timetable, lists_every_instance_of_what_repeats) {
  const Laid all = laid({"- Meeting — every Monday at 9 until December 17 except December 10\n"});
  ASSERT_EQ(all.table.instances.size(), 3U);
  EXPECT_EQ(all.table.instances[2].start, LocalTime{monday_26 + days{21}} + hours{9});
  EXPECT_EQ(all.table.instances[2].end, LocalTime{monday_26 + days{21}} + hours{10});
}

TEST(Timetable, shows_what_has_no_end_some_weeks_ahead_or_as_far_as_the_plan_goes) {
  EXPECT_EQ(laid({"- Meeting — every Monday\n"}).table.instances.size(), 9U);
  EXPECT_EQ(laid({"- Meeting — every Monday\n- End — by March 31, 2019\n"}).table.instances.size(), 18U + 1U);
}

TEST(Timetable, does_not_run_an_archived_plan_on_to_today) {
  const Laid old = laid({"---\nas of: 2010-01-04\n---\n- Meeting — every Monday\n"});
  EXPECT_EQ(old.table.instances.size(), 9U);
}

TEST(Timetable, calls_overdue_what_is_due_and_not_done) {
  const std::string plan =
      "- [ ] Late — by November 25\n- [x] Done — by November 20\n- [-] Cancelled — by November 20\n"
      "- Today — by November 26\n- Past — November 20\n- Each — every Friday by 5pm\n";
  const Laid all = laid({plan});
  ASSERT_EQ(all.table.overdue.size(), 1U);
  EXPECT_EQ(all.table.action(all.table.overdue[0].key).title, "Late");
  const Laid later = laid({"- Now — by November 26 at 9:00\n"}, {}, LocalTime{monday_26} + hours{10});
  EXPECT_EQ(later.table.overdue.size(), 1U);
}

TEST(Timetable, calls_what_was_due_again_and_again_overdue_when_it_comes_no_more) {
  const Laid all = laid({"---\nas of: 2018-10-01\n---\n- Report — every Friday by 5pm until October 19\n"});
  ASSERT_EQ(all.table.overdue.size(), 1U);
  EXPECT_EQ(all.table.overdue[0].last, monday_26 - days{38});
}

TEST(Timetable, keeps_what_a_person_owns_or_attends) {
  const std::string plan =
      "- Ask — December 3 @Zoé\n- Build — December 4 @Alex Roy\n- C — December 5 at 9 with: Zoé Dubé\n";
  EXPECT_EQ(titles(laid({plan}, {.owner = "zoe"}).table), (Titles{"Ask", "C"}));
  EXPECT_EQ(titles(laid({plan}, {.owner = "Zo"}).table), Titles{});
}

TEST(Timetable, keeps_what_has_a_tag) {
  EXPECT_EQ(titles(laid({"- Ask — December 3 #Été\n- Build — December 4 #hiver\n"}, {.tag = "ete"}).table),
            Titles{"Ask"});
}

TEST(Timetable, keeps_what_stands_in_a_range) {
  const std::string plan = "- Ask — from November 27 to December 4\n- Build — December 5\n- C — December 9\n";
  EXPECT_EQ(titles(laid({plan}, {.from = monday_26 + days{7}, .until = monday_26 + days{10}}).table),
            (Titles{"Ask", "Build"}));
}

TEST(Timetable, keeps_only_what_is_overdue_when_asked) {
  const Laid all = laid({"- Late — by November 23\n- Soon — by November 28\n- Some day\n"}, {.scope = Scope::overdue});
  EXPECT_EQ(titles(all.table), Titles{"Late"});
  EXPECT_TRUE(all.table.undated.empty());
}

TEST(Timetable, ends_a_party_until_midnight_on_its_day) {
  const Laid all = laid({"- Party — Friday 8pm to midnight\n- Night — Friday 10pm to 2am\n"});
  EXPECT_EQ(all.table.instances[0].last, monday_26 + days{4});
  EXPECT_EQ(all.table.instances[1].last, monday_26 + days{5});
}

TEST(Conflicts, are_two_timed_events_of_one_person_at_once) {
  const std::string plan =
      "- Ask — December 3, 9:00 to 11:00 @Léa\n- Build — December 3, 10:30 to 12:00 with: LEA\n"
      "- C — December 3, 11:00 to 11:30 @Alex\n- D — December 3 @Léa\n- [x] E — December 3, 9:00 to 10:00 @Léa\n";
  const Laid all = laid({plan});
  const std::vector<Conflict> found = find_conflicts(all.table);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].person, "Léa");
  EXPECT_EQ(all.table.action(found[0].first.key).title, "Ask");
  EXPECT_EQ(all.table.action(found[0].second.key).title, "Build");
}

TEST(Conflicts, are_found_between_plans_and_in_each_instance) {
  const Laid all =
      laid({"- Ask — every Monday at 9 until December 17 @Léa\n", "- Build — December 10, 9:30 to 12:00 @Léa\n"});
  const std::vector<Conflict> found = find_conflicts(all.table);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first.first, monday_26 + days{14});
}

TEST(Conflicts, are_none_between_what_follows_each_other) {
  const Laid all = laid({"- Ask — December 3, 9:00 to 10:00 @Léa\n- Build — December 3, 10:00 to 11:00 @Léa\n"});
  EXPECT_TRUE(find_conflicts(all.table).empty());
}

TEST(Conflicts, are_no_more_than_asked_for) {
  std::string plan;
  for (int i = 0; i < 100; ++i) plan += "- Ask — December 3 at 9 @Léa\n";
  EXPECT_EQ(find_conflicts(laid({plan}).table, 50).size(), 50U);
}

}  // namespace
}  // namespace jalon
