#include <gtest/gtest.h>

#include "cli/tool.h"

namespace jalon {
namespace {

class StampTool : public ::testing::Test {
 protected:
  ToolRun stamp(std::vector<std::string> arguments, const ToolWorld& world = french_world()) {
    arguments.insert(arguments.begin(), "stamp");
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(StampTool, writes_the_day_into_the_plan_and_touches_no_other_byte) {
  folder_.put("plan.md", "\xEF\xBB\xBF---\r\ntitle: Été\r\n---\r\n- Appeler — demain\r\n");
  const ToolRun run = stamp({"plan.md", "--as-of", "2018-11-26"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.output, "");
  EXPECT_EQ(run.errors, "plan.md: ses dates se lisent à partir du lundi 26 novembre 2018\n");
  EXPECT_EQ(folder_.get("plan.md"),
            "\xEF\xBB\xBF---\r\nas of: 2018-11-26\r\ntitle: Été\r\n---\r\n- Appeler — demain\r\n");
}

TEST_F(StampTool, makes_a_plan_read_the_same_on_any_day) {
  folder_.put("plan.md", "- Appeler — demain\n");
  stamp({"plan.md", "--as-of", "2018-11-26", "--quiet"});
  const ToolRun run = run_tool(folder_, {"convert", "plan.md", "-q", "-o", "-"});
  EXPECT_NE(run.output.find("DTSTART;VALUE=DATE:20181127\r\n"), std::string::npos);
  EXPECT_EQ(run.errors, "");
}

TEST_F(StampTool, leaves_a_plan_alone_that_says_the_day_already) {
  folder_.put("plan.md", "---\nas of: 2018-11-26\n---\n- Appeler — demain\n");
  const auto before = std::filesystem::last_write_time(folder_.path("plan.md"));
  const ToolRun run = stamp({"plan.md", "--as-of", "2018-11-26", "--lang", "en"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.errors, "plan.md: the plan already says so, from Monday 26 November 2018\n");
  EXPECT_EQ(std::filesystem::last_write_time(folder_.path("plan.md")), before);
}

TEST_F(StampTool, passes_standard_input_through) {
  const ToolRun run = stamp({"-", "--as-of", "2018-11-26"}, french_world("- Appeler — demain\n"));
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.output, "---\nas of: 2018-11-26\n---\n- Appeler — demain\n");
  EXPECT_EQ(run.errors, "");
}

TEST_F(StampTool, says_why_a_plan_cannot_be_stamped) {
  EXPECT_EQ(stamp({"absent.md"}).code, 2);
  EXPECT_EQ(stamp({}).code, 2);
  EXPECT_EQ(stamp({"plan.md", "--as-of", "demain"}).errors,
            "jalon: erreur: --as-of: «demain» n'est ni un jour ni un moment\n"
            "     = écrivez 2018-11-26 ou 2018-11-26T14:30\n");
}

}  // namespace
}  // namespace jalon
