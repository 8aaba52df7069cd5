#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/display.h"
#include "cli/tool.h"

namespace jalon {
namespace {

constexpr const char* plan =
    "---\n"
    "title: Fin d'année\n"
    "as of: 2018-11-26\n"
    "lang: fr\n"
    "---\n"
    "# Clients — d'ici le 21 décembre @Sofia\n"
    "- [x] Remercier les clients — avant le 15 décembre @Alex #merci !! ~2h\n"
    "- Relancer les soumissions — chaque mardi de 10 h à 11 h jusqu'au 18 décembre\n"
    "  - Préparer la liste\n"
    "- Été 🎄 — lundi 4 décembre 2018\n"
    "- Planifier — mi-décembre\n"
    "- Etc.\n";

class CheckTool : public ::testing::Test {
 protected:
  ToolRun check(std::vector<std::string> arguments = {}, const ToolWorld& world = french_world()) {
    arguments.insert(arguments.begin(), {"check", "plan.md"});
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(CheckTool, shows_how_each_line_was_read_and_every_fault) {
  folder_.put("plan.md", plan);
  const ToolRun run = check();
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.output,
            R"(plan.md · Fin d'année · America/Toronto · lu à partir du lundi 26 novembre 2018

Clients (échéance: vendredi 21 décembre 2018) @Sofia
 7  échéance   vendredi 14 décembre 2018                           ✓ Remercier les clients @Alex #merci !! ~2 h
 8  événement  chaque mardi de 10 h à 11 h jusqu'au 18 décembre 2018, dès le 27 novembre 2018  Relancer les soumissions @Sofia
 9  échéance   vendredi 21 décembre 2018                             Préparer la liste @Sofia
10  erreur                                                         Été 🎄 @Sofia
11  période    du mardi 11 au jeudi 20 décembre 2018               Planifier @Sofia

plan.md:10:11: erreur: le 4 décembre 2018 est un mardi, pas un lundi [date.weekday]
   10 | - Été 🎄 — lundi 4 décembre 2018
      |            ^~~~~~~~~~~~~~~~~~~~~
      = écrivez le jour ou la date qui convient
plan.md:12:3: note: «Etc.» n'est pas une action; laissé de côté [list.placeholder]
   12 | - Etc.
      |   ^~~~

5 actions: 1 événement, 3 échéances, 1 en erreur — 1 erreur, 1 note
)");
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"plan.md"});
}

TEST_F(CheckTool, speaks_english_when_told_to) {
  folder_.put("plan.md", plan);
  const ToolRun run = check({"--lang", "en"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.output,
            R"(plan.md · Fin d'année · America/Toronto · read from Monday 26 November 2018

Clients (due Friday 21 December 2018) @Sofia
 7  deadline  Friday 14 December 2018                             ✓ Remercier les clients @Alex #merci !! ~2 h
 8  event     every Tuesday from 10:00 to 11:00 until 18 December 2018, starting 27 November 2018  Relancer les soumissions @Sofia
 9  deadline  Friday 21 December 2018                               Préparer la liste @Sofia
10  error                                                         Été 🎄 @Sofia
11  window    from Tuesday 11 to Thursday 20 December 2018        Planifier @Sofia

plan.md:10:11: error: 4 December 2018 is a Tuesday, not a Monday [date.weekday]
   10 | - Été 🎄 — lundi 4 décembre 2018
      |            ^~~~~~~~~~~~~~~~~~~~~
      = write the weekday or the date that you mean
plan.md:12:3: note: "Etc." is not an action; left out [list.placeholder]
   12 | - Etc.
      |   ^~~~

5 actions: 1 event, 3 deadlines, 1 in error — 1 error, 1 note
)");
}

TEST_F(CheckTool, ends_well_for_a_plan_with_notes_alone) {
  folder_.put("plan.md", "- Appeler — 3 décembre 2018\n- Etc.\n");
  EXPECT_EQ(check().code, 0);
}

TEST_F(CheckTool, reads_several_plans_and_standard_input) {
  folder_.put("plan.md", "- Appeler — 3 décembre 2018\n");
  const ToolRun run = check({"-"}, french_world("- Fermer — 31 novembre 2018\n"));
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.output.find("plan.md · "), std::string::npos);
  EXPECT_NE(run.output.find("\n\n- · "), std::string::npos);
  EXPECT_NE(run.output.find("-:1:12: erreur: "), std::string::npos) << run.output;
}

TEST_F(CheckTool, reads_the_other_plans_where_one_is_missing) {
  folder_.put("plan.md", "- Appeler — 3 décembre 2018\n");
  const ToolRun run = run_tool(folder_, {"check", "absent.md", "plan.md"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors, "jalon: erreur: «absent.md» n'existe pas\n");
  EXPECT_NE(run.output.find("Appeler"), std::string::npos);
}

TEST_F(CheckTool, shows_only_faults_when_quiet) {
  folder_.put("plan.md", plan);
  const ToolRun run = check({"--quiet"});
  EXPECT_EQ(run.code, 1);
  EXPECT_TRUE(run.output.starts_with("plan.md:10:11: erreur: "));
  EXPECT_EQ(run.output.find("note:"), std::string::npos);
}

TEST_F(CheckTool, fits_the_width_of_the_terminal) {
  folder_.put("plan.md", plan);
  for (const std::size_t width : {50, 80, 132}) {
    ToolWorld world = french_world();
    world.environment["COLUMNS"] = std::to_string(width);
    const std::string output = check({}, world).output;
    for (std::size_t at = output.find("\n\n") + 2; at < output.size(); at = output.find('\n', at) + 1) {
      const std::string line = output.substr(at, output.find('\n', at) - at);
      const bool flowing = line.find(" = ") != std::string::npos || line.find("plan.md:") == 0 ||
                           line.find("actions: ") != std::string::npos || line.find("Clients") == 0;
      EXPECT_LE(flowing ? 0 : display_width(line), width) << line;
    }
  }
}

TEST_F(CheckTool, gives_programs_one_object_a_line) {
  folder_.put("plan.md", plan);
  const ToolRun run = check({"--format", "json"});
  EXPECT_EQ(run.code, 1);
  std::map<std::string, int> types;
  for (std::size_t at = 0; at < run.output.size(); at = run.output.find('\n', at) + 1) {
    const auto json = nlohmann::json::parse(run.output.substr(at, run.output.find('\n', at) - at));
    ++types[json["type"].get<std::string>()];
  }
  EXPECT_EQ(types, (std::map<std::string, int>{{"plan", 1}, {"action", 5}, {"diagnostic", 2}, {"summary", 1}}));
}

TEST_F(CheckTool, wants_a_plan) {
  const ToolRun run = run_tool(folder_, {"check"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors,
            "jalon: erreur: jalon check: il manque un plan\n"
            "     = jalon check plan.md, ou «-» pour l'entrée standard\n");
}

TEST_F(CheckTool, is_quiet_when_its_reader_goes_away) {
  std::string long_plan;
  for (int i = 0; i < 5000; ++i) long_plan += "- Action " + std::to_string(i) + " — 10 décembre 2018\n";
  folder_.put("plan.md", long_plan);
  const ToolRun run = run_shell(folder_, "{ \"$JALON\" check plan.md; echo $? >code; } | head -c 7; cat code");
  EXPECT_EQ(run.output, "plan.md0\n");
  EXPECT_EQ(run.errors, "");
}

TEST_F(CheckTool, lets_no_plan_command_the_terminal) {
  folder_.put("plan.md", "# A\x1b]0;x\x07\n- B\x1b[2J — 3 décembre 2018 @\x1b[1mX\n- C\x1b[2J — 31 novembre\n");
  EXPECT_EQ(check().output.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace jalon
