#include <gtest/gtest.h>

#include "cli/tool.h"

namespace jalon {
namespace {

class PageTool : public ::testing::Test {
 protected:
  PageTool() { folder_.put("plan.md", "---\ntitle: Year end\nlang: en\n---\n- Call — December 3, 2018\n"); }
  ToolRun run(const std::vector<std::string>& arguments) { return run_tool(folder_, arguments, world_); }
  ScratchFolder folder_;
  ToolWorld world_ = english_world();
};

TEST_F(PageTool, writes_a_page_whole_and_leaves_it_where_nothing_changed) {
  EXPECT_EQ(run({"show", "plan.md", "--today", "2018-11-26", "--html", "p.html"}).errors, "p.html: page made\n");
  EXPECT_TRUE(folder_.get("p.html").starts_with("<!doctype html>"));
  EXPECT_EQ(run({"show", "plan.md", "--today", "2018-11-26", "--html", "p.html"}).errors, "p.html: nothing changed\n");
  EXPECT_EQ(run({"show", "plan.md", "--today", "2018-11-27", "--html", "p.html"}).errors, "p.html: page made again\n");
  EXPECT_EQ(run({"show", "plan.md", "--today", "2018-11-27", "--html", "-"}).output, folder_.get("p.html"));
}

TEST_F(PageTool, writes_over_nothing_that_is_not_its_own) {
  folder_.put("mine.html", "<html>mine</html>");
  const ToolRun foreign = run({"show", "plan.md", "--html", "mine.html"});
  EXPECT_EQ(foreign.code, 2);
  EXPECT_EQ(foreign.errors,
            "jalon: error: \"mine.html\" is no page that jalon made; it will not be replaced\n"
            "     = choose another name\n");
  EXPECT_EQ(folder_.get("mine.html"), "<html>mine</html>");
  EXPECT_EQ(run({"show", "plan.md", "--html", "plan.md"}).code, 2);
}

TEST_F(PageTool, previews_in_the_cache_and_says_where_without_a_desktop) {
  world_.environment["HOME"] = folder_.path();
  const ToolRun preview = run({"preview", "plan.md"});
  EXPECT_EQ(preview.code, 0) << preview.errors;
  EXPECT_EQ(preview.output, folder_.path(".cache/jalon/plan.html") + "\n");
  EXPECT_TRUE(folder_.get(".cache/jalon/plan.html").starts_with("<!doctype html>"));
}

TEST_F(PageTool, previews_in_the_browser_where_there_is_a_desktop) {
  world_.environment["HOME"] = folder_.path();
  const ToolRun preview = run_shell(
      folder_,
      "mkdir bin\nprintf '#!/bin/sh\\nprintf %s \"$1\" >opened.part; mv opened.part opened\\n' >bin/xdg-open\n"
      "chmod +x bin/xdg-open\nDISPLAY=:9 PATH=$PWD/bin:$PATH \"$JALON\" preview plan.md\n"
      "while ! test -e opened; do :; done",
      world_);
  EXPECT_EQ(preview.output, "") << preview.errors;
  EXPECT_EQ(folder_.get("opened"), folder_.path(".cache/jalon/plan.html"));
}

}  // namespace
}  // namespace jalon
