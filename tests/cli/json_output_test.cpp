// `convert --to json` and back: the same plan makes the same calendar, to the byte.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/tool.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;
const fs::path samples = JALON_SOURCE_DIR "/samples";

class JsonOutput : public ::testing::TestWithParam<std::string> {
 protected:
  ScratchFolder folder_;
};

TEST_P(JsonOutput, read_again_makes_the_same_calendar) {
  const std::string name = GetParam();
  const std::string stem = fs::path(name).stem();
  fs::copy_file(samples / name, folder_.path(name));
  ASSERT_EQ(run_tool(folder_, {"convert", name, "--as-of", "2018-11-26"}).code, 0);
  const std::string calendar = folder_.get(stem + ".ics");
  fs::remove(folder_.path(stem + ".ics"));
  for (const std::string form : {"json", "jsonl"}) {
    const std::string written = stem + "." + form;
    ASSERT_EQ(run_tool(folder_, {"convert", name, "--as-of", "2018-11-26", "--to", form, "-q"}).code, 0);
    const ToolRun again = run_tool(folder_, {"convert", written});
    EXPECT_EQ(again.code, 0) << again.errors;
    EXPECT_EQ(folder_.get(stem + ".ics"), calendar) << form;
    fs::remove(folder_.path(stem + ".ics"));
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, JsonOutput,
                         ::testing::Values("courriel.txt", "plan-fin-annee.md", "year-end.md", "tableau.csv",
                                           "team-tasks.csv"));

TEST(JsonOutputFile, is_not_touched_where_nothing_changes) {
  ScratchFolder folder;
  folder.put("plan.md", "- Payer — 2018-12-14\n");
  run_tool(folder, {"convert", "plan.md", "--to", "json"});
  const ToolRun again = run_tool(folder, {"convert", "plan.md", "--to", "json"});
  EXPECT_NE(again.errors.find("rien n'a changé"), std::string::npos) << again.errors;
}

TEST(JsonOutputFile, replaces_nothing_that_is_not_such_json) {
  ScratchFolder folder;
  folder.put("plan.md", "- Payer — 2018-12-14\n");
  folder.put("plan.json", "{\"name\": \"mine\"}\n");
  EXPECT_EQ(run_tool(folder, {"convert", "plan.md", "--to", "json"}).code, 2);
  EXPECT_EQ(folder.get("plan.json"), "{\"name\": \"mine\"}\n");
  EXPECT_EQ(run_tool(folder, {"convert", "plan.md", "--to", "json", "--fresh"}).code, 0);
  EXPECT_EQ(run_tool(folder, {"convert", "plan.json", "--to", "json"}).code, 2) << "the plan itself";
}

}  // namespace
}  // namespace jalon
