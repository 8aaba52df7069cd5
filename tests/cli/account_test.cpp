#include <gtest/gtest.h>

#include "cli/tool.h"

namespace jalon {
namespace {

class AccountTool : public ::testing::Test {
 protected:
  ToolRun account(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "account");
    ToolWorld world = english_world();
    world.environment["XDG_CONFIG_HOME"] = folder_.path("config");
    return run_tool(folder_, arguments, world);
  }
  void remember_one() {
    std::filesystem::create_directories(folder_.path("config/jalon"));
    folder_.put("config/jalon/accounts.toml",
                "[home]\nurl = \"http://localhost/\"\nuser = \"alice\"\nsecret = \"none\"\nauth = \"none\"\n");
  }
  ScratchFolder folder_;
};

TEST_F(AccountTool, lists_what_is_remembered) {
  EXPECT_EQ(account({"list"}).output, "");
  remember_one();
  const ToolRun run = account({"list"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.output, "home  http://localhost/  alice\n");
  EXPECT_EQ(account({"--format", "json"}).output,
            "{\"name\":\"home\",\"url\":\"http://localhost/\",\"user\":\"alice\",\"preset\":\"\"}\n");
}

TEST_F(AccountTool, forgets_an_account) {
  remember_one();
  EXPECT_EQ(account({"remove", "hame"}).errors,
            "jalon: error: no account is called \"hame\"\n     = did you mean \"home\"?\n");
  const ToolRun run = account({"remove", "home"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.errors, "account \"home\" forgotten\n");
  EXPECT_EQ(account({}).output, "");
}

TEST_F(AccountTool, says_what_it_cannot_do) {
  EXPECT_EQ(account({"dance"}).code, 2);
  EXPECT_EQ(account({"remove"}).errors, "jalon: error: the name of the account is missing\n");
}

}  // namespace
}  // namespace jalon
