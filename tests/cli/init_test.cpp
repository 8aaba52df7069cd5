#include "app/init.h"

#include <gtest/gtest.h>

#include "cli/tool.h"

namespace jalon {
namespace {

class InitTool : public ::testing::Test {
 protected:
  ToolRun run(const std::vector<std::string>& arguments, const ToolWorld& world = english_world()) {
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(InitTool, asks_five_questions_and_writes_settings_and_a_plan_that_the_tool_reads) {
  const ToolRun init = run({"init"}, english_world("fr-CA\nEurope/Paris\nFR, 2018-12-24\nbureau\nTravail \"A\"\n"));
  EXPECT_EQ(init.code, 0) << init.errors;
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"fin-d-annee.md", "jalon.toml"}));
  const std::string settings = folder_.get("jalon.toml");
  EXPECT_NE(settings.find("\n[defaults]\n\n# la langue des plans, avec ou sans pays\nlang = \"fr-CA\"\n"),
            std::string::npos)
      << settings;
  EXPECT_NE(settings.find("\nholidays = \"FR, 2018-12-24\"\n"), std::string::npos) << settings;
  EXPECT_NE(settings.find("\ncalendar = \"Travail \\\"A\\\"\"\n"), std::string::npos) << settings;
  const ToolRun check = run({"check", "fin-d-annee.md"}, french_world());
  EXPECT_EQ(check.code, 0) << check.output << check.errors;
  EXPECT_EQ(check.errors, "");
  EXPECT_NE(check.output.find("Europe/Paris"), std::string::npos) << check.output;
}

TEST_F(InitTool, proposes_what_it_knows_where_nobody_answers) {
  const ToolRun init = run({"init", "--template", "weekly"});
  EXPECT_EQ(init.code, 0);
  EXPECT_NE(init.output.find("Time zone [America/Toronto]: "), std::string::npos);
  EXPECT_NE(folder_.get("jalon.toml").find("\ntimezone = \"America/Toronto\"\n"), std::string::npos);
  EXPECT_NE(folder_.get("jalon.toml").find("\n# account = \"bureau\"\n"), std::string::npos);
  EXPECT_EQ(run({"show", "weekly.md"}).code, 0);
}

TEST_F(InitTool, asks_again_what_it_does_not_understand) {
  const ToolRun init = run({"init"}, english_world("de\nen\nMars/Olympus\nUTC\nsoon\nQC\n\n\n"));
  EXPECT_EQ(init.code, 0);
  EXPECT_EQ(init.errors,
            "jalon: error: \"de\" is not understood\njalon: error: \"Mars/Olympus\" is not understood\n"
            "jalon: error: \"soon\" is not understood\n");
  EXPECT_NE(folder_.get("jalon.toml").find("\ntimezone = \"UTC\"\n"), std::string::npos);
}

TEST_F(InitTool, writes_over_nothing) {
  folder_.put("jalon.toml", "mine");
  const ToolRun init = run({"init"});
  EXPECT_EQ(init.code, 2);
  EXPECT_EQ(init.errors,
            "jalon: error: \"jalon.toml\" is there already; nothing was written\n     = do it in another folder\n");
  EXPECT_EQ(init.output, "");
  EXPECT_EQ(folder_.get("jalon.toml"), "mine");
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"jalon.toml"});
}

TEST_F(InitTool, has_first_plans_in_which_every_line_is_understood) {
  for (const Language language : {Language::french, Language::english}) {
    for (const PlanTemplate name : {PlanTemplate::year_end, PlanTemplate::project, PlanTemplate::weekly}) {
      const Day days[] = {Day{std::chrono::year{2026} / 11 / 23}, Day{std::chrono::year{2027} / 9 / 30},
                          Day{std::chrono::year{2028} / 11 / 30}};
      for (const Day today : days) {
        folder_.put("plan.md", plan_text(name, language, today));
        const ToolRun check = run({"check", "plan.md", "--quiet"});
        EXPECT_EQ(check.output, "") << language_code(language);
        EXPECT_EQ(check.code, 0);
      }
    }
  }
}

}  // namespace
}  // namespace jalon
