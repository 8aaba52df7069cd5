#include "text/formats/jalon_json.h"

#include <gtest/gtest.h>

#include "text/list/plan_dump.h"

namespace jalon {
namespace {

ListOptions json_options() {
  ListOptions options = november_2018();
  options.format = ListFormat::json;
  return options;
}

Plan read(std::string text) { return read_list("plan.json", std::move(text), json_options()); }

std::string first_action(const std::string& text) {
  const Plan plan = read(text);
  return plan.actions.empty() ? "none" : dump_action(plan, plan.actions[0]);
}

std::string first_told(const Plan& plan) {
  return plan.diagnostics.empty() ? "nothing" : dump_diagnostic(plan, plan.diagnostics[0]);
}

TEST(JalonJson, reads_a_document_a_list_one_object_and_lines) {
  for (const char* text :
       {R"({"title": "T", "actions": [{"title": "a"}, {"title": "b"}]})", R"([{"title": "a"}, {"title": "b"}])",
        "{\"title\": \"a\"}\n{\"title\": \"b\"}\n", "{\"title\": \"a\"},\r\n\r\n{\"title\": \"b\"}"}) {
    const Plan plan = read(text);
    ASSERT_EQ(plan.actions.size(), 2U) << text;
    EXPECT_EQ(plan.actions[1].title, "b") << text;
  }
  EXPECT_EQ(first_action(R"({"title": "a", "due": "2018-12-14"})"), "a | deadline 2018-12-14");
}

TEST(JalonJson, reads_settings_before_and_behind_the_actions) {
  for (const char* text : {R"({"title": "Fin", "as_of": "2018-11-20", "lang": "fr", "actions": [{"title": "a"}]})",
                           R"({"actions": [{"title": "a"}], "as_of": "2018-11-20", "title": "Fin", "lang": "fr"})"}) {
    ListOptions options = json_options();
    options.as_of.reset();
    const Plan plan = read_list("p.json", text, options);
    EXPECT_EQ(plan.title, "Fin");
    EXPECT_EQ(plan.as_of, Day{std::chrono::year{2018} / 11 / 20});
    EXPECT_EQ(plan.actions.size(), 1U);
  }
}

TEST(JalonJson, reads_every_member_of_an_action) {
  EXPECT_EQ(first_action(R"({"title": "Dîner", "id": "d1", "kind": "event", "start": "2018-12-14T17:00:00",
      "end": "2018-12-14T22:00:00", "section": "Fête", "owners": [{"name": "Alex", "address": "a@x.example"}, "Sofia"],
      "attendees": "Paul", "tags": ["a", "b"], "location": "Salle", "url": "https://x.example", "description": "x\ny",
      "priority": 1, "effort": 90, "reminders": [1440, 60], "status": "begun", "percent": 40})"),
            "Dîner | event 2018-12-14T17:00/2018-12-14T22:00 | @Alex <a@x.example> @Sofia #a #b p1 ~90 alarm=1440 "
            "alarm=60 id=d1 at=Salle with=Paul url=https://x.example status=begun in=Fête desc=x\\ny");
}

TEST(JalonJson, reads_phrases_where_no_kind_makes_times_exact) {
  EXPECT_EQ(first_action(R"([{"title": "a", "when": "avant Noël"}])"), "a | deadline 2018-12-24");
  EXPECT_EQ(first_action(R"([{"titre": "a", "échéance": "15 décembre"}])"), "a | deadline 2018-12-15");
  EXPECT_EQ(
      first_action(R"([{"title": "a", "start": "2018-12-03", "recurrence": {"frequency": "weekly", "count": 3}}])"),
      "a | event 2018-12-03 ; FREQ=WEEKLY;COUNT=3");
}

TEST(JalonJson, reads_a_recurrence_with_all_its_parts) {
  EXPECT_EQ(first_action(R"([{"title": "a", "kind": "event", "start": "2018-12-03", "end": "2018-12-03", "recurrence":
      {"frequency": "monthly", "interval": 2, "until": "2019-12-31", "by_month_day": [], "by_day": [{"nth": 1,
      "weekday": "MO"}], "by_month": [], "exceptions": ["2019-02-04"], "count": null}}])"),
            "a | event 2018-12-03 ; FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO;UNTIL=2019-12-31;EXDATE=2019-02-04");
}

TEST(JalonJson, finds_other_actions_by_number_id_and_title) {
  const Plan plan = read(R"([{"title": "a"}, {"title": "b", "id": "x", "parent": 1}, {"title": "c", "after": [1, "x"]},
      {"title": "d", "parent": "a", "after": "c"}, {"n": 40, "title": "e"}, {"title": "f", "after": 40}])");
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "b | undated | parent=0 id=x");
  EXPECT_EQ(dump_action(plan, plan.actions[2]), "c | undated | after=0 after=1");
  EXPECT_EQ(dump_action(plan, plan.actions[3]), "d | undated | after=2 parent=0");
  EXPECT_EQ(dump_action(plan, plan.actions[5]), "f | undated | after=4");
  EXPECT_EQ(first_told(read(R"([{"title": "a", "status": "done", "after": 7}])")).substr(0, 33),
            "1:44: warning: list.after-unknown");
}

TEST(JalonJson, takes_no_reminders_for_none_at_all) {
  ListOptions options = json_options();
  options.remind = "1 day";
  const std::string text =
      R"([{"title": "a", "due": "2018-12-14", "reminders": []}, {"title": "b", "due": "2018-12-14"}])";
  const Plan plan = read_list("p.json", text, options);
  EXPECT_TRUE(plan.actions[0].alarms.empty());
  EXPECT_EQ(plan.actions[1].alarms.size(), 1U);
}

TEST(JalonJson, tells_where_it_is_damaged) {
  EXPECT_EQ(first_told(read("[{\"title\": \"a\", \"done\": true}, {\"title\" \"b\"}]")).substr(0, 25),
            "1:41: error: json.damaged");
  const Plan lines =
      read("{\"title\": \"a\", \"status\": \"done\"}\n{\"title\": }\n{\"title\": \"c\", \"status\": \"done\"}\n");
  EXPECT_EQ(lines.actions.size(), 2U);
  EXPECT_EQ(first_told(lines).substr(0, 24), "2:1: error: json.damaged");
}

TEST(JalonJson, tells_what_it_does_not_use_once) {
  const Plan plan =
      read(R"([{"title": "a", "status": "done", "shoe": 42}, {"title": "b", "status": "done", "shoe": 43}])");
  ASSERT_EQ(plan.diagnostics.size(), 1U);
  EXPECT_EQ(first_told(plan).substr(0, 30), "1:43: note: json.unused-member");
}

TEST(JalonJson, tells_times_that_do_not_go_together) {
  for (const char* times : {R"("kind": "event")", R"("kind": "window", "start": "2018-12-05", "end": "2018-12-03")",
                            R"("kind": "party", "start": "2018-12-05")",
                            R"("kind": "deadline", "end": "2018-12-05", "recurrence": {"frequency": "sometimes"})"}) {
    const Plan plan = read(R"([{"title": "a", )" + std::string(times) + "}]");
    EXPECT_TRUE(has_errors(plan.diagnostics)) << times;
  }
}

TEST(JalonJson, tells_a_word_that_begins_like_null) {
  EXPECT_TRUE(has_errors(read(R"([{"title": "a", "due": nt}])").diagnostics));
}

TEST(JalonJson, goes_no_deeper_than_it_must) {
  const Plan plan = read("[{\"title\": \"a\", \"x\": " + std::string(40, '[') + std::string(40, ']') + "}]");
  EXPECT_TRUE(has_errors(plan.diagnostics));
}

TEST(DetectFormat, knows_json_from_a_check_box) {
  EXPECT_EQ(detect_format("x", " {\"title\": 1}"), ListFormat::json);
  EXPECT_EQ(detect_format("x", "[\n{\"title\": 1}]"), ListFormat::json);
  EXPECT_EQ(detect_format("x", "[ ] call\n"), ListFormat::text);
  EXPECT_EQ(detect_format("x", "[the plan](https://x.example)\n"), ListFormat::text);
}

}  // namespace
}  // namespace jalon
