#include "text/formats/org.h"

#include <gtest/gtest.h>

#include "text/formats/org_timestamp.h"
#include "text/list/plan_dump.h"

namespace jalon {
namespace {

Plan read(std::string text) {
  ListOptions options = november_2018();
  options.format = ListFormat::org;
  return read_list("plan.org", std::move(text), options);
}

std::string first_action(const std::string& text) {
  const Plan plan = read(text);
  return plan.actions.empty() ? "none" : dump_action(plan, plan.actions[0]);
}

TEST(OrgReader, reads_planning_lines) {
  EXPECT_EQ(first_action("* TODO a\n  DEADLINE: <2018-12-14 Fri>\n"), "a | deadline 2018-12-14");
  EXPECT_EQ(first_action("* TODO a\nSCHEDULED: <2018-12-03 lun.> DEADLINE: <2018-12-14 Fri 17:00>\n"),
            "a | window 2018-12-03/2018-12-14");
  EXPECT_EQ(first_action("* TODO a\nSCHEDULED: <2018-12-03 Mon 09:00-10:30>\n"),
            "a | event 2018-12-03T09:00/2018-12-03T10:30");
  EXPECT_EQ(first_action("* DONE a\nCLOSED: [2018-11-20 Tue 13:46]\n"),
            "a | undated | status=done completed=2018-11-20");
}

TEST(OrgReader, reads_repeaters_and_warning_periods) {
  EXPECT_EQ(first_action("* TODO a\nDEADLINE: <2018-12-14 Fri .+2w -3d>\n"),
            "a | deadline 2018-12-14 ; FREQ=WEEKLY;INTERVAL=2 | alarm=4320");
  EXPECT_EQ(first_action("* TODO a\nSCHEDULED: <2018-12-14 Fri ++1m>\n"), "a | event 2018-12-14 ; FREQ=MONTHLY");
}

TEST(OrgReader, reads_timestamps_in_titles_and_texts) {
  EXPECT_EQ(first_action("* Dinner <2018-12-14 Fri 17:00-22:00> here\n"),
            "Dinner here | event 2018-12-14T17:00/2018-12-14T22:00");
  EXPECT_EQ(first_action("* Closed\n  <2018-12-24 Mon>--<2019-01-04 Fri>\n  Everyone.\n"),
            "Closed | event 2018-12-24/2019-01-04 | desc=Everyone.");
}

TEST(OrgReader, tells_actions_from_sections) {
  const Plan plan =
      read("* Clients\n** TODO Call\n*** TODO Ask\n** Notes\n* COMMENT x\n** TODO y\n* Old :ARCHIVE:\n** TODO z\n");
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "Call | undated | in=Clients");
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "Ask | undated | parent=0 in=Clients");
}

TEST(OrgReader, reads_keywords_tags_priorities_and_properties) {
  EXPECT_EQ(first_action("#+TODO: TODO DOING | FAIT ANNULE\n#+FILETAGS: :w:\n* FAIT [#B] a [2/3]  :x:y:\n"
                         ":PROPERTIES:\n:ID: 7\n:Effort: 1:30\n:LOCATION: Hall\n:END:\n"),
            "a | undated | #x #y #w p5 ~90 id=7 at=Hall status=done");
}

TEST(OrgReader, makes_parts_of_check_boxes_and_passes_over_blocks) {
  const Plan plan = read("* TODO a\n- [X] b\n- [-] c\n#+begin_src sh\n- [ ] no\n#+end_src\n# comment\ntext\n");
  ASSERT_EQ(plan.actions.size(), 3U);
  EXPECT_EQ(plan.actions[1].status, Status::done);
  EXPECT_EQ(plan.actions[2].status, Status::begun);
  EXPECT_EQ(plan.actions[0].description, "text");
}

TEST(OrgReader, makes_no_part_of_an_empty_check_box) {
  EXPECT_EQ(read("* TODO a\n- [X]\n- [ ] \n").actions.size(), 1U);
}

TEST(OrgTimestamp, is_read_whatever_the_language_of_its_day) {
  const auto stamp = formats::parse_stamp("<2018-12-24 lun. 10:00-12:00 +1w -2d> x");
  ASSERT_TRUE(stamp);
  EXPECT_EQ(formats::start_of(*stamp), "2018-12-24 10:00");
  EXPECT_EQ(formats::end_of(*stamp), "2018-12-24 12:00");
  EXPECT_EQ(stamp->warning, std::chrono::days{2});
  EXPECT_FALSE(formats::parse_stamp("<2018-13-24>"));
  EXPECT_FALSE(formats::parse_stamp("<not a stamp>"));
}

}  // namespace
}  // namespace jalon
