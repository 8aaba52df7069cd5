#include "text/formats/todo_txt.h"

#include <gtest/gtest.h>

#include "text/formats/taskwarrior.h"
#include "text/list/plan_dump.h"

namespace jalon {
namespace {

Plan read(std::string text, ListFormat format = ListFormat::todo_txt) {
  ListOptions options = november_2018();
  options.format = format;
  return read_list("todo.txt", std::move(text), options);
}

std::string first_action(const std::string& text) {
  const Plan plan = read(text);
  return plan.actions.empty() ? "none" : dump_action(plan, plan.actions[0]);
}

TEST(TodoTxt, reads_the_head_of_a_line) {
  EXPECT_EQ(first_action("(A) 2018-11-20 Call"), "Call | undated | p1");
  EXPECT_EQ(first_action("x 2018-11-25 2018-11-20 Call"), "Call | undated | status=done completed=2018-11-25");
  EXPECT_EQ(first_action("x Call"), "Call | undated | status=done");
  EXPECT_EQ(first_action("(a) Call"), "(a) Call | undated");
  EXPECT_EQ(first_action("xylophone lesson"), "xylophone lesson | undated");
}

TEST(TodoTxt, takes_projects_and_contexts_out_at_both_ends) {
  EXPECT_EQ(first_action("@phone Call the mill +Work +Oak"), "Call the mill | undated | #phone #Oak in=Work");
  EXPECT_EQ(first_action("Ask @Alex for the price"), "Ask Alex for the price | undated | #Alex");
}

TEST(TodoTxt, reads_the_keys_of_its_users) {
  EXPECT_EQ(first_action("Write t:2018-11-28 due:2018-12-07 id:w"), "Write | window 2018-11-28/2018-12-07 | id=w");
  EXPECT_EQ(first_action("Water due:2018-11-30 rec:+1w"), "Water | deadline 2018-11-30 ; FREQ=WEEKLY");
  EXPECT_EQ(first_action("See https://x.example at 17:00 note:x"),
            "See https://x.example at 17:00 note:x | undated | url=https://x.example");
  const Plan plan = read("One id:1\nTwo dep:1 p:1\n");
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "Two | undated | after=0 parent=0");
}

TEST(TodoTxt, is_known_by_its_lines_or_its_name) {
  EXPECT_EQ(detect_format("x.txt", "(A) Call @phone\nWrite +Letters\n"), ListFormat::todo_txt);
  EXPECT_EQ(detect_format("todo.txt", "Call\nWrite\n"), ListFormat::todo_txt);
  EXPECT_EQ(detect_format("x.txt", "Bonjour,\n\n(A) un\nÀ demain\nMarie\n"), ListFormat::text);
  EXPECT_EQ(detect_format("todo.txt", "# Plan\n- Call\n"), ListFormat::text);
}

TEST(Taskwarrior, knows_periods_by_their_names) {
  EXPECT_EQ(formats::parse_period("fortnight")->interval, 2);
  EXPECT_EQ(formats::parse_period("3days")->interval, 3);
  EXPECT_EQ(formats::parse_period("P1M")->frequency, Frequency::monthly);
  EXPECT_EQ(formats::parse_period("2q")->interval, 6);
  EXPECT_EQ(formats::parse_period("weekdays")->by_day.size(), 5U);
  EXPECT_FALSE(formats::parse_period("sometimes"));
  EXPECT_FALSE(formats::parse_period("0d"));
}

TEST(Taskwarrior, lets_a_template_stand_for_its_instances) {
  const Plan plan = read(R"([{"uuid":"b","parent":"a","status":"pending","description":"i","due":"2018-12-07"},
      {"uuid":"a","status":"recurring","description":"t","due":"2018-11-30","recur":"weekly"}])",
                         ListFormat::taskwarrior);
  ASSERT_EQ(plan.actions.size(), 1U);
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "t | deadline 2018-11-30 ; FREQ=WEEKLY | id=a");
}

TEST(Obsidian, takes_only_items_with_a_box) {
  const Plan plan = read("- note\n  - [ ] task\n- [ ] other\n    - detail\n", ListFormat::obsidian);
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ(plan.actions[0].title, "task");
  EXPECT_EQ(plan.actions[0].parent, no_index);
}

}  // namespace
}  // namespace jalon
