#include <gtest/gtest.h>

#include <sstream>

#include "jalon/list.h"
#include "text/list/plan_dump.h"

namespace jalon {
namespace {

// Sections, actions and what is told, in one line; not that an action has no date.
std::string read_in_one_line(const std::string& text) {
  const Plan plan = read_list("plan.md", text, november_2018());
  std::string result;
  const auto add = [&](const std::string& part) { result += (result.empty() ? "" : " // ") + part; };
  for (const Section& section : plan.sections) add("section " + std::string(section.title));
  for (const Action& action : plan.actions) add(dump_action(plan, action));
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    if (code_name(diagnostic.code) != "list.undated") add(dump_diagnostic(plan, diagnostic));
  }
  return result;
}

TEST(ReadList, reads_every_line_of_the_table) {
  std::istringstream table(read_test_file("tests/text/list/lines.tsv"));
  std::size_t rows = 0;
  for (std::string row; std::getline(table, row);) {
    if (row.starts_with("# ")) continue;
    const std::size_t tab = row.rfind('\t');
    ASSERT_NE(tab, std::string::npos) << row;
    EXPECT_EQ(read_in_one_line(row.substr(0, tab)), row.substr(tab + 1)) << row.substr(0, tab);
    ++rows;
  }
  EXPECT_GE(rows, 150U);
}

class Plans : public testing::TestWithParam<const char*> {};

TEST_P(Plans, are_read_as_expected) {
  const std::string path = GetParam();
  const std::string name = path.substr(path.rfind('/') + 1);
  const Plan plan = read_list(path, read_test_file(path), november_2018());
  EXPECT_EQ(dump_plan(plan), read_test_file("tests/text/list/plans/" + name + ".read"));
}

INSTANTIATE_TEST_SUITE_P(Samples, Plans,
                         testing::Values("samples/plan-fin-annee.md", "samples/courriel.txt", "samples/year-end.md"));
INSTANTIATE_TEST_SUITE_P(Golden, Plans,
                         testing::Values("tests/text/list/plans/agenda.md", "tests/text/list/plans/bare-mail.txt",
                                         "tests/text/list/plans/faults.md", "tests/text/list/plans/mixed.md",
                                         "tests/text/list/plans/obsidian.md", "tests/text/list/plans/todo.md",
                                         "tests/text/list/plans/github.md", "tests/text/list/plans/wrapped-mail.txt"));

Plan read(const std::string& text) { return read_list("plan.md", text, november_2018()); }

TEST(ReadList, gives_an_action_the_deadline_and_owner_of_its_section_then_of_the_plan) {
  const Plan plan = read(
      "---\ndue: 21 décembre\nowner: @Camille\n---\n- a\n# Un — d'ici le 14 décembre @Alex\n- b\n## Deux\n- c\n# "
      "Trois\n- d @Marie\n");
  ASSERT_EQ(plan.actions.size(), 4U);
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "a | deadline 2018-12-21 | @Camille");
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "b | deadline 2018-12-14 | @Alex in=Un");
  EXPECT_EQ(dump_action(plan, plan.actions[2]), "c | deadline 2018-12-14 | @Alex in=Deux");
  EXPECT_EQ(dump_action(plan, plan.actions[3]), "d | deadline 2018-12-21 | @Marie in=Trois");
}

TEST(ReadList, lets_the_caller_overrule_the_plan) {
  ListOptions options = november_2018();
  options.due = "14 décembre";
  options.remind = "2 h";
  options.language = Language::english;
  const Plan plan = read_list(
      "plan.md", "---\nas of: 2017-01-01\ndue: 21 décembre\nremind: 1 jour\nlang: fr\n---\n- Appeler demain\n- b\n",
      options);
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ(plan.language, Language::english);
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "Appeler | event 2018-11-27 | alarm=120");
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "b | deadline 2018-12-14 | alarm=120");
}

TEST(ReadList, says_once_from_which_day_relative_dates_are_read) {
  ListOptions options = november_2018();
  options.as_of.reset();
  const Plan plan = read_list("plan.md", "- Noter demain\n- b lundi\n- c le 2018-12-24\n", options);
  EXPECT_TRUE(plan.relative);
  EXPECT_FALSE(plan.as_of_given);
  ASSERT_EQ(plan.diagnostics.size(), 1U);
  EXPECT_EQ(dump_diagnostic(plan, plan.diagnostics[0]), "1:9: note: list.relative: demain");
  EXPECT_FALSE(read_list("plan.md", "---\nas of: 2018-11-26\n---\n- a demain\n", options).relative);
  EXPECT_FALSE(read_list("plan.md", "- c le 2018-12-24\n", options).relative);
}

TEST(ReadList, takes_the_day_from_which_dates_are_read_from_the_front_matter) {
  ListOptions options = november_2018();
  options.as_of.reset();
  for (const char* day : {"2018-12-20", "20 décembre 2018", "\"2018-12-20\"", "2018-12-20 9:00"}) {
    const Plan plan = read_list("plan.md", "---\nas of: " + std::string(day) + "\n---\n- Appeler demain\n", options);
    ASSERT_EQ(plan.actions.size(), 1U);
    EXPECT_EQ(dump_action(plan, plan.actions[0]), "Appeler | event 2018-12-21") << day;
  }
  const Plan plan = read_list("plan.md", "---\nas of: demain\n---\n", options);
  ASSERT_EQ(plan.diagnostics.size(), 1U);
  EXPECT_EQ(dump_diagnostic(plan, plan.diagnostics[0]), "2:8: error: date.unclear: demain");
}

TEST(ReadList, lets_one_date_decide_how_digits_are_read_in_the_whole_plan) {
  const auto days = [](const std::string& text) {
    const Plan plan = read(text);
    return dump_action(plan, plan.actions[0]) + " " + std::to_string(plan.diagnostics.size());
  };
  EXPECT_EQ(days("- Payer — 5/12/2018\n- b — 14/12/2018\n"), "Payer | event 2018-12-05 0");
  EXPECT_EQ(days("- Payer — 5/12/2018\n- b — 12/14/2018\n"), "Payer | event 2018-05-12 0");
  EXPECT_EQ(days("- Le total — 5/12/2018\n"), "Le total | event 2018-12-05 1");
}

TEST(ReadList, finds_what_comes_first_by_name_or_title) {
  const Plan plan = read(
      "- Un\n- Deux ^d\n- Trois après: ^d\n- Quatre after: un, trois\n- Cinq après: Deux fois\n- Un\n- Six after: "
      "un\n");
  ASSERT_EQ(plan.actions.size(), 7U);
  EXPECT_EQ(dump_action(plan, plan.actions[2]), "Trois | undated | after=1");
  EXPECT_EQ(dump_action(plan, plan.actions[3]), "Quatre | undated | after=0 after=2");
  EXPECT_EQ(dump_action(plan, plan.actions[4]), "Cinq | undated");
  EXPECT_EQ(dump_action(plan, plan.actions[6]), "Six | undated | after=5");
}

TEST(ReadList, leaves_out_an_order_that_runs_in_a_circle) {
  EXPECT_EQ(read_in_one_line("- Un ^a après: ^c\n- Deux ^b après: ^a\n- Trois ^c après: ^b\n"),
            "Un | undated | after=2 id=a // Deux | undated | id=b // Trois | undated | after=1 id=c // 2:18: warning: "
            "list.after-cycle: ^a");
  EXPECT_EQ(read_in_one_line("- x ^x après: ^x\n"), "x | undated | id=x // 1:15: warning: list.after-unknown: ^x");
}

TEST(ReadList, gives_a_name_to_one_action_only) {
  EXPECT_EQ(read_in_one_line("- x ^n\n- y id: n\n"),
            "x | undated | id=n // y | undated // 2:9: warning: list.same-id: n");
}

TEST(ReadList, reads_attributes_on_lines_of_their_own) {
  EXPECT_EQ(read_in_one_line("- Réunion\n  date : 3 décembre\n  LIEU: Salle B\n  @Alex #budget !!\n  avec: Marie\n  "
                             "Note: apporter les clés\n  **Rappel :** 1 h\n  rapel: 2 h\n"),
            "Réunion | event 2018-12-03 | @Alex #budget p5 alarm=60 at=Salle B with=Marie desc=Note: apporter les "
            "clés\\nrapel: 2 h"
            " // 8:3: warning: list.unknown-key: rapel");
  EXPECT_EQ(read_in_one_line("- a\n  @Marie a dit oui\n  Voir https://x.ca\n"),
            "a | undated | desc=@Marie a dit oui\\nVoir https://x.ca");
}

TEST(ReadList, counts_columns_in_the_composed_text) {
  EXPECT_EQ(read_in_one_line("- De\xCC\x81ja\xCC\x80 🎉 — lundi 4 décembre\n"),
            "Déjà 🎉 | undated // 1:12: error: date.weekday: lundi 4 décembre");
}

TEST(ReadList, reads_the_people_of_a_plan) {
  EXPECT_EQ(read_in_one_line("---\npeople:\n  Marie Tremblay: m@x.ca\n  Jean: j@x.ca\n  Jean Roy: r@x.ca\n---\n- a "
                             "@marie @JEAN @Zoé\n  avec: marie tremblay\n"),
            "a | undated | @marie <m@x.ca> @JEAN <j@x.ca> @Zoé with=marie tremblay <m@x.ca>");
}

TEST(ReadList, adds_the_tags_of_the_plan_to_each_action) {
  EXPECT_EQ(read_in_one_line("---\ntags: [fin, \"b c\"]\n---\n- Noter #un #fin\n- b\n"),
            "Noter | undated | #un #fin #b c // b | undated | #fin #b c");
}

TEST(ReadList, reminds_of_what_is_still_to_be_done) {
  EXPECT_EQ(
      read_in_one_line(
          "---\nrappel: la veille, 1 h\n---\n- Noter demain\n- [x] Voir demain\n- Lire demain rappel: aucun\n- d\n"),
      "Noter | event 2018-11-27 | alarm=1440 alarm=60 // Voir | event 2018-11-27 | status=done // Lire | event "
      "2018-11-27 // d | "
      "undated");
}

TEST(ReadList, keeps_an_action_undated_whose_date_is_wrong) {
  EXPECT_EQ(read_in_one_line("# Un — d'ici le 14 décembre\n- a — lundi 4 décembre\n- b due: bientôt\n"),
            "section Un // a | undated | in=Un // b due: bientôt | undated | in=Un // 2:7: error: date.weekday: lundi "
            "4 décembre"
            " // 3:10: error: date.unclear: bientôt");
}

TEST(ReadList, reads_nothing_from_nothing) {
  for (const char* text : {"", "\n", "\xEF\xBB\xBF", "---\n---\n", "   ", "# \n", "- \n- [ ]\n"})
    EXPECT_EQ(read_in_one_line(text), "") << text;
}

TEST(ReadList, takes_its_title_from_the_front_matter_or_the_first_heading) {
  EXPECT_EQ(read("---\ntitle: A\n---\n# B\n").title, "A");
  EXPECT_EQ(read("## C\n# B — d'ici lundi\n- x\n# D\n").title, "B");
  EXPECT_EQ(read("- x\n").title, "");
}

}  // namespace
}  // namespace jalon
