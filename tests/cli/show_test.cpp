#include <gtest/gtest.h>

#include "cli/tool.h"

namespace jalon {
namespace {

constexpr const char* plan =
    "---\nas of: 2018-11-26\nlang: en\ntitle: Year end\n---\n"
    "- Invoice — by November 23 @Zoé #money\n"
    "- Call the bank — December 3 at 9:00 @Alex #money\n"
    "- Party — December 14\n";

class ShowTool : public ::testing::Test {
 protected:
  ToolRun show(std::vector<std::string> arguments, const ToolWorld& world = english_world()) {
    arguments.insert(arguments.begin(), "show");
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(ShowTool, shows_an_agenda_and_writes_nothing) {
  folder_.put("plan.md", plan);
  const ToolRun run = show({"plan.md", "--as-of", "2018-11-26"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.output,
            "Year end\nMonday 26 November 2018 · America/Toronto\n\n"
            "Overdue\n"
            "  Fri 23 Nov  Invoice @Zoé #money · 3 days late\n\n"
            "Week 49 · 3 Dec to 9 Dec 2018\n"
            "  Mon 3 Dec   9:00–10:00  Call the bank @Alex #money\n\n"
            "Week 50 · 10 Dec to 16 Dec 2018\n"
            "  Fri 14 Dec              Party\n");
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"plan.md"});
}

TEST_F(ShowTool, takes_another_day_for_today_without_reading_the_plan_otherwise) {
  folder_.put("plan.md", plan);
  EXPECT_NE(show({"plan.md", "--today", "2018-12-13", "-q"})
                .output.find("Overdue\n  Fri 23 Nov  Invoice @Zoé #money · 20 days late"),
            std::string::npos);
}

TEST_F(ShowTool, shows_months_and_a_timeline) {
  folder_.put("plan.md", plan);
  EXPECT_NE(show({"plan.md", "--as-of", "2018-11-26", "--month"}).output.find("December 2018\nMon "),
            std::string::npos);
  EXPECT_NE(show({"plan.md", "--as-of", "2018-11-26", "--timeline"}).output.find("◆"), std::string::npos);
}

TEST_F(ShowTool, keeps_what_is_asked_for) {
  folder_.put("plan.md", plan);
  const auto shown = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"plan.md", "--as-of", "2018-11-26", "--quiet"});
    return show(words).output;
  };
  EXPECT_EQ(shown({"--until", "early December", "--owner", "alex"}),
            "Week 49 · 3 Dec to 9 Dec 2018\n  Mon 3 Dec   9:00–10:00  Call the bank @Alex #money\n");
  EXPECT_EQ(shown({"--overdue"}),
            "Week 47 · 19 Nov to 25 Nov 2018\n  Fri 23 Nov  due  Invoice @Zoé #money · 3 days late\n");
  EXPECT_EQ(shown({"--tag", "#money", "--since", "2018-12-01", "--until", "2018-12-02"}),
            "Overdue\n  Fri 23 Nov  Invoice @Zoé #money · 3 days late\n");
}

TEST_F(ShowTool, says_who_was_meant) {
  folder_.put("plan.md", plan);
  EXPECT_EQ(show({"plan.md", "--owner", "Zoë Roy"}).code, 2);
  EXPECT_EQ(show({"plan.md", "--owner", "Alxe"}).errors,
            "jalon: error: nobody is called \"Alxe\" in this plan\n     = did you mean \"Alex\"?\n");
  EXPECT_EQ(show({"plan.md", "--tag", "mony"}).errors,
            "jalon: error: nothing has the tag \"mony\" in this plan\n     = did you mean \"money\"?\n");
  EXPECT_EQ(show({"plan.md", "--until", "soonish"}).errors,
            "jalon: error: \"soonish\" is not understood as a day\n     = write 2018-12-20, or \"December 20\"\n");
}

TEST_F(ShowTool, says_what_was_not_understood) {
  folder_.put("plan.md", "- A — 31 novembre 2018\n- B — 3 décembre 2018\n");
  const ToolRun run = show({"plan.md", "--as-of", "2018-11-26", "-q"}, french_world());
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.output,
            "Semaine 49 · du 3 déc. au 9 déc. 2018\n  lun. 3 déc.   B\n\n"
            "Lignes non comprises\n  plan.md:1: «31 novembre 2018» n'existe pas dans le calendrier\n");
}

TEST_F(ShowTool, shows_plans_of_several_zones_in_that_of_the_first) {
  folder_.put("a.md", "---\ntimezone: America/Toronto\n---\n- Call — December 3, 2018 at 9:00 @Zoé\n");
  folder_.put("b.md", "---\ntimezone: Europe/Paris\n---\n- Meeting — December 3, 2018 at 15:30 @Zoé\n");
  const std::string text = show({"a.md", "b.md", "--as-of", "2018-11-26", "-q"}).output;
  EXPECT_NE(text.find("9:30–10:30"), std::string::npos) << text;
  EXPECT_NE(text.find("Conflicts"), std::string::npos) << text;
}

TEST_F(ShowTool, wants_a_plan) {
  EXPECT_EQ(show({}).errors,
            "jalon: error: jalon show: a plan is missing\n     = jalon show plan.md, or \"-\" for standard input\n");
}

}  // namespace
}  // namespace jalon
