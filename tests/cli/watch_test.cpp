#include <gtest/gtest.h>

#include <filesystem>

#include "cli/tool.h"

namespace jalon {
namespace {

// The shell waits for what it expects by looking again and again; a run that never gets there is ended by ctest.
class WatchTool : public ::testing::Test {
 protected:
  ToolRun watch(const std::string& arguments, const std::string& script) {
    return run_shell(folder_,
                     "until_says() { while ! grep -q \"$1\" \"$2\" 2>/dev/null; do :; done; }\n"
                     "\"$JALON\" watch " +
                         arguments + " >out 2>errors & pid=$!\n" + script + "\nkill -TERM $pid; wait $pid",
                     english_world());
  }
  ScratchFolder folder_;
};

TEST_F(WatchTool, makes_the_calendar_again_when_the_plan_is_saved) {
  folder_.put("plan.md", "- Call — December 3, 2018\n");
  const ToolRun run = watch("plan.md -o plan.ics",
                            "until_says SUMMARY:Call plan.ics\n"
                            "echo '- Write — December 4, 2018' >>plan.md\n"
                            "until_says SUMMARY:Write plan.ics");
  EXPECT_EQ(run.code, 0);
}

TEST_F(WatchTool, survives_editors_that_replace_the_file) {
  folder_.put("plan.md", "- Call — December 3, 2018\n");
  const ToolRun run = watch("plan.md --html p.html",
                            "until_says Call p.html\n"
                            "echo '- Write — December 4, 2018' >new; mv new plan.md\nuntil_says Write p.html\n"
                            "rm plan.md; until_says 'no such file\\|does not exist' errors\n"
                            "echo '- Sleep — December 5, 2018' >plan.md; until_says Sleep p.html\n"
                            "mv plan.md plan.md~; echo '- Dream — December 6, 2018' >plan.md; until_says Dream p.html");
  EXPECT_EQ(run.code, 0);
}

TEST_F(WatchTool, sees_a_plan_behind_a_symbolic_link) {
  std::filesystem::create_directory(folder_.path("far"));
  folder_.put("far/real.md", "- Call — December 3, 2018\n");
  std::filesystem::create_symlink("far/real.md", folder_.path("link.md"));
  const ToolRun run = watch("link.md -q --html p.html",
                            "until_says Call p.html\n"
                            "echo '- Write — December 4, 2018' >new; mv new far/real.md; until_says Write p.html");
  EXPECT_EQ(run.code, 0) << folder_.get("errors");
}

TEST_F(WatchTool, shows_errors_in_place_and_goes_on) {
  folder_.put("plan.md", "- Call — December 3, 2018\n");
  const ToolRun run = watch("plan.md -o plan.ics",
                            "until_says SUMMARY:Call plan.ics\n"
                            "echo '- Call — November 31' >plan.md; until_says date.day errors\n"
                            "echo '- Mend — December 4, 2018' >plan.md; until_says SUMMARY:Mend plan.ics");
  EXPECT_EQ(run.code, 0);
}

TEST_F(WatchTool, shows_the_agenda_where_nothing_is_to_be_written) {
  folder_.put("plan.md", "- Call — December 3, 2018\n");
  EXPECT_EQ(watch("plan.md --today 2018-11-26", "until_says Call out").code, 0);
}

TEST_F(WatchTool, wants_files) {
  EXPECT_EQ(run_tool(folder_, {"watch"}).code, 2);
  const ToolRun run = run_tool(folder_, {"watch", "-"}, english_world("- Call — December 3\n"));
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors, "jalon: error: standard input cannot be watched\n     = give a file: jalon watch plan.md\n");
  EXPECT_EQ(run_tool(folder_, {"watch", "absent/plan.md"}).code, 2);
}

}  // namespace
}  // namespace jalon
