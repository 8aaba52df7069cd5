#include "cli/usage.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "app/css_colors.h"
#include "base/display.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/texts.h"
#include "cli/tool.h"

namespace jalon {
namespace {

constexpr Language languages[] = {Language::french, Language::english};

std::multiset<std::string> slots(std::string_view text) {
  std::multiset<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    found.emplace(text.substr(at, 3));
  }
  return found;
}

TEST(Texts, lack_no_language) {
  for (std::uint16_t i = 0; i < static_cast<std::uint16_t>(Text::count_); ++i) {
    const auto id = static_cast<Text>(i);
    for (const Language language : languages) EXPECT_FALSE(text(id, language).empty()) << i;
    EXPECT_EQ(slots(text(id, Language::french)), slots(text(id, Language::english))) << text(id, Language::french);
  }
}

TEST(Texts, count_in_the_right_number) {
  EXPECT_EQ(counted(Text::event_one, 0, Language::french), "0 événement");
  EXPECT_EQ(counted(Text::event_one, 1, Language::french), "1 événement");
  EXPECT_EQ(counted(Text::event_one, 2, Language::french), "2 événements");
  EXPECT_EQ(counted(Text::event_one, 0, Language::english), "0 events");
  EXPECT_EQ(counted(Text::event_one, 1, Language::english), "1 event");
}

TEST(Help, shows_every_option_in_both_languages) {
  for (const Language language : languages) {
    std::string all;
    for (const CommandSpec& spec : command_specs()) all += command_help(spec.command, {.language = language});
    for (const OptionSpec& spec : option_specs()) {
      EXPECT_NE(all.find(std::string(spec.name)), std::string::npos) << spec.name;
      EXPECT_NE(
          all.find(std::string(spec.name) + (spec.takes_value() ? " " + std::string(text(spec.value, language)) : "")),
          std::string::npos)
          << spec.name;
    }
  }
}

TEST(Help, shows_each_option_with_the_command_that_takes_it) {
  for (const char* option : {"--output", "--deadlines", "--deadline-mark", "--invite", "--fresh", "--as-of",
                             "--timezone", "--lang", "--due", "--remind", "--keep-going", "--quiet", "--color",
                             "--format", "--name", "--calendar-color", "--alarm-time", "--version", "--help"}) {
    EXPECT_NE(command_help(Command::convert, {.language = Language::english}).find(option), std::string::npos)
        << option;
    EXPECT_NE(command_help(Command::convert, {.language = Language::french}).find(option), std::string::npos) << option;
  }
}

TEST(Help, names_every_command_with_an_example) {
  for (const Language language : languages) {
    const std::string help = general_help({.language = language});
    for (const CommandSpec& spec : command_specs()) {
      EXPECT_NE(help.find("\n  " + std::string(spec.name) + " "), std::string::npos);
      EXPECT_NE(help.find("  jalon " + std::string(spec.name)), std::string::npos);
    }
  }
}

TEST(Help, fits_the_terminal) {
  for (const std::size_t width : {60, 80, 100}) {
    for (const CommandSpec& spec : command_specs()) {
      const std::string help = command_help(spec.command, {.language = Language::french, .width = width});
      const std::size_t end = help.find("Exemples:");
      for (std::size_t at = 0; at < end; at = help.find('\n', at) + 1) {
        EXPECT_LE(display_width(help.substr(at, help.find('\n', at) - at)), width);
      }
    }
  }
}

TEST(CssColors, stand_in_order) { EXPECT_TRUE(std::is_sorted(css_colors().begin(), css_colors().end())); }

CommandLine parsed(const std::vector<std::string>& words) {
  const auto result = parse_arguments(words);
  if (const auto* line = std::get_if<CommandLine>(&result)) return *line;
  ADD_FAILURE() << message_of(std::get<UsageFault>(result), Language::english);
  return {};
}

TEST(Arguments, may_stand_before_and_behind_the_command) {
  const CommandLine line = parsed({"--lang", "fr", "convert", "plan.md", "-o", "-", "--fresh"});
  EXPECT_EQ(line.command, Command::convert);
  EXPECT_EQ(line.operands, std::vector<std::string>{"plan.md"});
  EXPECT_EQ(line.value(Option::lang), "fr");
  EXPECT_EQ(line.value(Option::output), "-");
  EXPECT_TRUE(line.has(Option::fresh));
  EXPECT_FALSE(line.has(Option::keep_going));
}

TEST(Arguments, take_values_in_every_usual_form) {
  EXPECT_EQ(parsed({"convert", "p", "--output=x"}).value(Option::output), "x");
  EXPECT_EQ(parsed({"convert", "p", "-ox"}).value(Option::output), "x");
  EXPECT_EQ(parsed({"convert", "p", "-o", "x", "-o", "y"}).value(Option::output), "y");
  const CommandLine both = parsed({"convert", "-qk", "p"});
  EXPECT_TRUE(both.has(Option::quiet));
  EXPECT_TRUE(both.has(Option::keep_going));
}

TEST(Arguments, take_the_names_of_commands_for_operands_behind_a_command) {
  EXPECT_EQ(parsed({"when", "check", "when"}).operands, (std::vector<std::string>{"check", "when"}));
  EXPECT_EQ(parsed({"convert", "stamp"}).operands, std::vector<std::string>{"stamp"});
}

TEST(Arguments, end_the_options_at_two_hyphens) {
  EXPECT_EQ(parsed({"when", "--", "--lang", "-x"}).operands, (std::vector<std::string>{"--lang", "-x"}));
}

TEST(Arguments, take_common_options_with_every_command) {
  EXPECT_TRUE(parsed({"check", "p", "--keep-going"}).has(Option::keep_going));
  EXPECT_EQ(parsed({"when", "--due", "x"}).value(Option::due), "x");
}

TEST(Arguments, mean_by_one_name_what_the_command_means) {
  EXPECT_EQ(parsed({"convert", "p", "--to", "json"}).value(Option::to), "json");
  const CommandLine line = parsed({"--to", "home", "calendars"});
  EXPECT_EQ(line.value(Option::account), "home");
  EXPECT_FALSE(line.has(Option::to));
}

struct Fault {
  std::vector<std::string> words;
  std::string french;
  std::string english;
};

TEST(Usage, faults_are_told_in_both_languages_with_what_was_meant) {
  const std::vector<Fault> faults = {
      {{"chek"},
       "«chek» n'est pas une commande\nvouliez-vous dire jalon check?",
       "\"chek\" is not a command\ndid you mean jalon check?"},
      {{"plan.md"},
       "«plan.md» n'est pas une commande\nvouliez-vous dire jalon convert plan.md?",
       "\"plan.md\" is not a command\ndid you mean jalon convert plan.md?"},
      {{"zzzzzz"},
       "«zzzzzz» n'est pas une commande\nl'aide: jalon help",
       "\"zzzzzz\" is not a command\nhelp: jalon help"},
      {{"convert", "--freh"},
       "--freh n'est pas une option de jalon convert\nvouliez-vous dire --fresh?",
       "--freh is not an option of jalon convert\ndid you mean --fresh?"},
      {{"check", "--fresh"},
       "--fresh n'est pas une option de jalon check\nelle va avec jalon convert, watch",
       "--fresh is not an option of jalon check\nit goes with jalon convert, watch"},
      {{"convert", "-z"},
       "-z n'est pas une option de jalon convert\nl'aide: jalon help convert",
       "-z is not an option of jalon convert\nhelp: jalon help convert"},
      {{"convert", "-qz"},
       "-z n'est pas une option de jalon convert\nl'aide: jalon help convert",
       "-z is not an option of jalon convert\nhelp: jalon help convert"},
      {{"--colour=never"},
       "--colour n'est pas une option de jalon\nvouliez-vous dire --color?",
       "--colour is not an option of jalon\ndid you mean --color?"},
      {{"convert", "p", "-o"},
       "il manque une valeur après --output\nl'aide: jalon help convert",
       "a value is missing after --output\nhelp: jalon help convert"},
      {{"convert", "--name="},
       "il manque une valeur après --name\nl'aide: jalon help convert",
       "a value is missing after --name\nhelp: jalon help convert"},
      {{"convert", "--color", "--fresh"},
       "il manque une valeur après --color\nles choix: auto, always, never",
       "a value is missing after --color\nthe choices: auto, always, never"},
      {{"convert", "--fresh=1"}, "--fresh ne prend pas de valeur\n", "--fresh takes no value\n"},
      {{"convert", "--deadlines", "tood"},
       "--deadlines ne peut pas être «tood»; les choix: auto, todo, event, both\nvouliez-vous dire --deadlines todo?",
       "--deadlines cannot be \"tood\"; the choices: auto, todo, event, both\ndid you mean --deadlines todo?"},
  };
  for (const Fault& expected : faults) {
    const auto result = parse_arguments(expected.words);
    const auto* fault = std::get_if<UsageFault>(&result);
    ASSERT_NE(fault, nullptr) << expected.french;
    EXPECT_EQ(message_of(*fault, Language::french) + "\n" + mend_of(*fault, Language::french), expected.french);
    EXPECT_EQ(message_of(*fault, Language::english) + "\n" + mend_of(*fault, Language::english), expected.english);
  }
}

class UsageTool : public ::testing::Test {
 protected:
  ToolRun run(const std::vector<std::string>& arguments, const ToolWorld& world = french_world()) {
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(UsageTool, says_the_three_things_to_try_to_who_says_nothing) {
  const ToolRun french = run({});
  EXPECT_EQ(french.code, 0);
  for (const char* call : {"jalon convert plan.md", "jalon check plan.md", "jalon show plan.md"}) {
    EXPECT_NE(french.output.find(call), std::string::npos);
  }
  EXPECT_NE(run({}, english_world()).output.find("Three things to try"), std::string::npos);
}

TEST_F(UsageTool, speaks_the_language_of_the_locale_or_the_one_that_is_asked_for) {
  ToolWorld world;
  world.environment = {{"LC_ALL", "fr_FR.UTF-8"}, {"LANG", "en_US.UTF-8"}};
  EXPECT_NE(run({"help"}, world).output.find("Commandes:"), std::string::npos);
  world.environment = {{"LC_MESSAGES", "en_GB"}, {"LANG", "fr_CA.UTF-8"}};
  EXPECT_NE(run({"help"}, world).output.find("Commands:"), std::string::npos);
  world.environment = {};
  EXPECT_NE(run({"help"}, world).output.find("Commands:"), std::string::npos);
  world.environment = {{"LANG", "C.UTF-8"}};
  EXPECT_NE(run({"--lang=fr", "help"}, world).output.find("Commandes:"), std::string::npos);
  EXPECT_NE(run({"convert", "--help", "--lang", "fr"}, world).output.find("Exemples:"), std::string::npos);
}

TEST_F(UsageTool, gives_help_in_every_way_that_people_ask_for_it) {
  const std::string help = run({"help"}).output;
  EXPECT_EQ(run({"--help"}).output, help);
  EXPECT_EQ(run({"-h"}).output, help);
  const std::string convert = run({"help", "convert"}).output;
  EXPECT_EQ(run({"convert", "--help"}).output, convert);
  EXPECT_EQ(run({"convert", "-h", "plan.md"}).output, convert);
  EXPECT_EQ(run({"help", "convrt"}).errors,
            "jalon: erreur: «convrt» n'est pas une commande\n     = vouliez-vous dire jalon convert?\n");
}

// Each example of the help, in a folder that has what it names; those that reach a server are run in tests/servers.
TEST_F(UsageTool, can_do_what_its_help_shows) {
  for (const Language language : languages) {
    for (const CommandSpec& spec : command_specs()) {
      if (spec.command == Command::watch) continue;  // ends only when it is told to: see watch_test.cpp
      const std::string examples(is_online(spec.command) ? "" : text(spec.examples, language));
      for (std::size_t at = 0; at < examples.size(); at = examples.find('\n', at) + 1) {
        const ScratchFolder folder;
        for (const char* name :
             {"plan.md", "bureau.md", "atelier.md", "office.md", "shop.md", "courriel.txt", "mail.txt"}) {
          folder.put(name, "- Payer — 3 décembre 2018 @Alex\n");
        }
        std::filesystem::create_directory(folder.path("plans"));
        folder.put("plans/plan.md", "- Payer — 3 décembre 2018 @Alex\n");
        folder.put("dates.txt", "2018-12-03\n");
        const std::string call = examples.substr(at, examples.find('\n', at) - at);
        ToolWorld world = french_world();
        world.environment["HOME"] = folder.path();
        const ToolRun result = run_shell(folder, "jalon() { \"$JALON\" \"$@\"; }\n" + call, world);
        EXPECT_EQ(result.code, 0) << call << "\n" << result.errors;
      }
    }
  }
}

TEST_F(UsageTool, says_its_version) {
  EXPECT_TRUE(run({"--version"}).output.starts_with("jalon "));
  EXPECT_TRUE(run({"convert", "--version"}).output.starts_with("jalon "));
}

TEST_F(UsageTool, could_not_run_where_the_usage_is_wrong) {
  folder_.put("plan.md", "- A — 3 décembre 2018\n");
  const std::vector<std::vector<std::string>> wrong = {{"chek"},
                                                       {"convert"},
                                                       {"convert", "a", "b"},
                                                       {"convert", "--nope"},
                                                       {"convert", "plan.md", "--lang", "de"},
                                                       {"convert", "plan.md", "--alarm-time", "25:00"},
                                                       {"convert", "plan.md", "--calendar-color", "tael"},
                                                       {"convert", "plan.md", "--as-of", "2018-02-30"},
                                                       {"stamp"},
                                                       {"check"}};
  for (const auto& arguments : wrong) {
    const ToolRun result = run(arguments);
    EXPECT_EQ(result.code, 2) << arguments[0];
    EXPECT_EQ(result.output, "");
    EXPECT_TRUE(result.errors.starts_with("jalon: erreur: ")) << result.errors;
  }
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"plan.md"});
}

TEST_F(UsageTool, says_that_the_zone_of_the_system_is_not_known) {
  folder_.put("plan.md", "- A — 3 décembre 2018 à 9 h\n");
  folder_.put("jour.md", "- A — 3 décembre 2018\n");
  ToolWorld world = english_world();
  world.environment["TZ"] = "<+03>-3";
  const ToolRun result = run({"convert", "plan.md", "--lang", "en"}, world);
  EXPECT_EQ(result.code, 0);
  EXPECT_TRUE(result.errors.starts_with(
      "plan.md:1:1: note: the system's time zone is not known; times are in UTC [zone.assumed]\n"))
      << result.errors;
  EXPECT_NE(folder_.get("plan.ics").find("DTSTART:20181203T090000Z"), std::string::npos);
  const std::string told = "[zone.assumed]";
  EXPECT_EQ(run({"convert", "plan.md", "--timezone", "Europe/Paris"}, world).errors.find(told), std::string::npos);
  EXPECT_EQ(run({"convert", "jour.md"}, world).errors.find(told), std::string::npos);
}

TEST_F(UsageTool, understands_zones_as_the_system_may_name_them) {
  folder_.put("plan.md", "- A — 3 décembre 2018 à 9 h\n");
  for (const char* zone : {":Europe/Paris", "/usr/share/zoneinfo/Europe/Paris", "Europe/Paris"}) {
    ToolWorld world = english_world();
    world.environment["TZ"] = zone;
    EXPECT_NE(run({"convert", "plan.md", "-o", "-", "-q"}, world).output.find("TZID=Europe/Paris"), std::string::npos)
        << zone;
  }
}

}  // namespace
}  // namespace jalon
