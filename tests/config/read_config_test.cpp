#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/diagnostic_text.h"
#include "app/in_force.h"
#include "config/config.h"

namespace jalon {
namespace {

std::string contents(const std::string& name) {
  std::ifstream file(std::string(JALON_SOURCE_DIR) + "/tests/config/files/" + name, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Config read(std::string text) { return read_config(std::move(text), is_value_of); }

std::string told(const Config& config, Language language) {
  DiagnosticPrinter printer("jalon.toml", config.text, {.language = language});
  std::string result;
  for (const Diagnostic& diagnostic : config.diagnostics) result += printer.print(diagnostic);
  return result;
}

TEST(Config, tells_every_fault_with_its_place_and_mend_in_both_languages) {
  for (const std::string name : {"faults", "windows", "syntax"}) {
    const Config config = read(contents(name + ".toml"));
    EXPECT_EQ(told(config, Language::french), contents(name + ".fr")) << name;
    EXPECT_EQ(told(config, Language::english), contents(name + ".en")) << name;
  }
}

TEST(Config, reads_every_key_from_its_own_example) {
  for (const KeySpec& spec : key_specs()) {
    const Config config =
        read("[teams.ventes]\n[defaults]\n" + std::string(spec.name) + " = " + std::string(spec.example) + "\n");
    EXPECT_EQ(told(config, Language::english), "") << spec.name;
    ASSERT_TRUE(config.defaults.said(spec.key)) << spec.name;
    EXPECT_EQ(config.text.substr(config.defaults.said(spec.key)->span.begin, 1), spec.example.substr(0, 1));
  }
}

TEST(Config, names_each_key_once_and_near_itself) {
  for (const KeySpec& spec : key_specs()) {
    EXPECT_EQ(find_key(spec.name), &spec);
    std::string mistyped(spec.name);
    std::swap(mistyped[0], mistyped[1]);
    const Config config = read("[defaults]\n" + mistyped + " = 1\n");
    ASSERT_EQ(config.diagnostics.size(), 1U) << mistyped;
    EXPECT_EQ(config.diagnostics[0].arguments.back(), Argument(std::string(spec.name)));
  }
}

TEST(Config, takes_any_form_that_toml_has_for_a_table) {
  const Config config = read(
      "\xef\xbb\xbf"
      "people = { Alex = \"a@b.example\", \"Marie Roy\" = \"m@b.example\" }  # deux\n"
      "defaults.alarm-time = 08:30:00\n"
      "[teams]\nventes.owner = ['@Alex', \"@Marie\"]\nventes.plans = 'ventes/*.md'\n"
      "[plans.\"clients.md\"]\nteam = \"ventes\"\nkeep-going = true\n");
  EXPECT_EQ(told(config, Language::english), "");
  ASSERT_EQ(config.defaults.people.size(), 2U);
  EXPECT_EQ(config.defaults.people[1].name, "Marie Roy");
  EXPECT_EQ(config.defaults.said(Key::alarm_time)->value, "08:30");
  ASSERT_NE(config.find_team("ventes"), nullptr);
  EXPECT_EQ(config.find_team("ventes")->said(Key::owner)->value, "@Alex, @Marie");
  EXPECT_EQ(config.find_team("ventes")->plans, std::vector<std::string>{"ventes/*.md"});
  ASSERT_EQ(config.plans.size(), 1U);
  EXPECT_EQ(config.plans[0].name, "clients.md");
  EXPECT_EQ(config.plans[0].said(Key::keep_going)->value, "true");
}

TEST(Config, never_lets_a_file_invite_anyone) {
  EXPECT_NE(told(read("[defaults]\ninvite = true\n"), Language::english), "");
}

TEST(Config, has_nothing_to_say_about_the_sample) {
  std::ifstream file(std::string(JALON_SOURCE_DIR) + "/samples/team/jalon.toml");
  std::stringstream bytes;
  bytes << file.rdbuf();
  const Config config = read(bytes.str());
  EXPECT_EQ(told(config, Language::english), "");
  EXPECT_EQ(config.teams.size(), 1U);
}

TEST(Config, is_content_with_an_empty_file) {
  EXPECT_TRUE(read("").diagnostics.empty());
  EXPECT_TRUE(read("# rien\n").diagnostics.empty());
}

TEST(Config, tells_where_a_key_is_no_key) {
  for (const char* text : {"[[", "[people]\n\xC3\xA9\" = 12\n", "\x01 = 1", "a.\xC3\xA9 = 1", "[$x]", "\xC3"}) {
    const Config config = read(text);
    ASSERT_EQ(config.diagnostics.size(), 1U) << text;
    EXPECT_LE(config.diagnostics[0].span.end, config.text.size()) << text;
  }
}

TEST(Config, refuses_what_nests_without_end) {
  EXPECT_EQ(read("a = " + std::string(100000, '[')).diagnostics.size(), 1U);
  EXPECT_EQ(read("[" + std::string(100000, 'a') + "]").diagnostics.size(), 1U);
}

}  // namespace
}  // namespace jalon
