#include <gtest/gtest.h>

#include "text/list/plan_dump.h"

namespace jalon {
namespace {

// What the date in the title and the attributes make together; faults behind //.
std::string scheduled(const std::string& line) {
  const Plan plan = read_list("plan.md", "- Rapport " + line + "\n", november_2018());
  std::string result = dump_action(plan, plan.actions.at(0));
  result.erase(0, result.find(" | ") + 3);
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    if (code_name(diagnostic.code) != "list.undated") result += " // " + std::string(code_name(diagnostic.code));
  }
  return result;
}

struct Row {
  const char* line;
  const char* when;
};

class Schedules : public testing::TestWithParam<Row> {};

TEST_P(Schedules, are_made_of_all_that_is_said) {
  EXPECT_EQ(scheduled(GetParam().line), GetParam().when) << GetParam().line;
}

INSTANTIATE_TEST_SUITE_P(Deadlines, Schedules,
                         testing::Values(Row{"due: 2018-12-14", "deadline 2018-12-14"},
                                         Row{"due: 2018-12-14 17:00", "deadline 2018-12-14T17:00"},
                                         Row{"due: avant le 15 décembre", "deadline 2018-12-14"},
                                         Row{"due: du 3 au 5 décembre", "window 2018-12-03/2018-12-05"},
                                         Row{"fin: 14 décembre", "deadline 2018-12-14"},
                                         Row{"— 14 décembre due: 2018-12-14", "deadline 2018-12-14"},
                                         Row{"— 14 décembre due: 17 h", "deadline 2018-12-14T17:00"},
                                         Row{"— 13 décembre due: 2018-12-14", "deadline 2018-12-14 // list.two-dates"},
                                         Row{"— avant le 15 décembre due: 2018-12-14", "deadline 2018-12-14"},
                                         Row{"due: 31 novembre", "undated // date.day"},
                                         Row{"due: bientôt", "undated // date.unclear"}));

INSTANTIATE_TEST_SUITE_P(
    Windows, Schedules,
    testing::Values(Row{"start: 2018-12-03 due: 2018-12-14", "window 2018-12-03/2018-12-14"},
                    Row{"— avant le 15 décembre début: 3 décembre", "window 2018-12-03/2018-12-14"},
                    Row{"start: 2018-12-14 due: 2018-12-14", "deadline 2018-12-14"},
                    Row{"start: 2018-12-15 due: 2018-12-14", "undated // date.order"},
                    Row{"t:2018-12-03 due:2018-12-14", "window 2018-12-03/2018-12-14"},
                    Row{"⏳ 2018-12-05 🛫 2018-12-03 📅 2018-12-14", "window 2018-12-03/2018-12-14"},
                    Row{"⏳ 2018-12-05", "event 2018-12-05"}));

INSTANTIATE_TEST_SUITE_P(
    Events, Schedules,
    testing::Values(Row{"date: 3 décembre", "event 2018-12-03"}, Row{"start: 2018-12-03", "event 2018-12-03"},
                    Row{"start: 2018-12-03 end: 2018-12-05", "event 2018-12-03/2018-12-05"},
                    Row{"start: 2018-12-05 end: 2018-12-03", "undated // date.order"},
                    Row{"start: 2018-12-03 9:00 end: 10:30", "event 2018-12-03T09:00/2018-12-03T10:30"},
                    Row{"start: 2018-12-03 22:00 end: 1:00", "event 2018-12-03T22:00/2018-12-04T01:00"},
                    Row{"start: 2018-12-03 9:00 end: 2018-12-04", "event 2018-12-03T09:00/2018-12-05T00:00"},
                    Row{"— lundi 3 décembre début: 9 h fin: 10 h 30", "event 2018-12-03T09:00/2018-12-03T10:30"},
                    Row{"— lundi 3 décembre à 9 h fin: 10 h 30", "event 2018-12-03T09:00/2018-12-03T10:30"},
                    Row{"— lundi 3 décembre de 9 h à 10 h 30 début: 14 h", "event 2018-12-03T14:00/2018-12-03T15:30"},
                    Row{"— lundi 3 décembre fin: 17 h", "undated // date.unclear"},
                    Row{"— lundi 3 décembre date: 4 décembre", "event 2018-12-04 // list.two-dates"},
                    Row{"start: 9h", "undated // date.unclear"},
                    Row{"quand: lundi 4 décembre", "undated // date.weekday"}));

INSTANTIATE_TEST_SUITE_P(Durations, Schedules,
                         testing::Values(Row{"— demain à 9 h durée: 45 min", "event 2018-11-27T09:00/2018-11-27T09:45"},
                                         Row{"— demain durée: 3 jours", "event 2018-11-27/2018-11-29"},
                                         Row{"— demain durée: 3 h", "event 2018-11-27 | ~180"},
                                         Row{"durée: 3 h due: 2018-12-14", "deadline 2018-12-14 | ~180"},
                                         Row{"durée: 3 h", "undated | ~180"},
                                         Row{"durée: longue", "undated // list.value"}));

INSTANTIATE_TEST_SUITE_P(
    Recurrences, Schedules,
    testing::Values(Row{"chaque: mardi", "event 2018-11-27 ; FREQ=WEEKLY;BYDAY=TU"},
                    Row{"— lundi 3 décembre à 9 h chaque: mardi",
                        "event 2018-12-04T09:00/2018-12-04T10:00 ; FREQ=WEEKLY;BYDAY=TU"},
                    Row{"due: 2018-12-03 chaque: lundi", "deadline 2018-12-03 ; FREQ=WEEKLY;BYDAY=MO"},
                    Row{"— demain à 10 h every: Tuesday end: 2018-12-18",
                        "event 2018-11-27T10:00/2018-11-27T11:00 ; FREQ=WEEKLY;BYDAY=TU;UNTIL=2018-12-18"},
                    Row{"due:2018-12-01 rec:2w", "deadline 2018-12-01 ; FREQ=WEEKLY;INTERVAL=2"},
                    Row{"rec:1b", "event 2018-11-26 ; FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
                    Row{"répéter: bientôt", "undated // date.unclear"}));

TEST(Schedule, takes_the_start_of_another_tool_from_the_deadline_of_the_section) {
  const Plan plan = read_list("plan.md", "# Un — d'ici le 14 décembre\n- a 🛫 2018-12-03\n- b start: 2018-12-03\n",
                              november_2018());
  EXPECT_EQ(dump_action(plan, plan.actions.at(0)), "a | window 2018-12-03/2018-12-14 | in=Un");
  EXPECT_EQ(dump_action(plan, plan.actions.at(1)), "b | event 2018-12-03 | in=Un");
}

}  // namespace
}  // namespace jalon
