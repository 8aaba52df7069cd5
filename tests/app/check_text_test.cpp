#include "app/check_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/check_json.h"
#include "base/display.h"

namespace jalon {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Day monday{std::chrono::year{2018} / 11 / 26};

template <class T>
std::span<const T> kept(Plan& plan, std::initializer_list<T> items) {
  const std::vector<T> all(items);
  return plan.arena->copy(std::span<const T>(all));
}

Action action_on(Plan& plan, std::uint32_t line, std::string_view title) {
  const auto at = static_cast<std::uint32_t>(line * 10 - 10);  // a line of the source is ten bytes long
  Action action;
  action.title = plan.arena->copy(title);
  action.span = {at, at + 9};
  return action;
}

// Two sections, an event with everything, a done part of it, a window, an undated action.
CheckOutcome outcome() {
  Plan plan;
  plan.name = "plan.md";
  for (int i = 0; i < 12; ++i) *plan.source += "123456789\n";
  plan.title = "Fin d'année";
  plan.as_of = LocalTime{monday};
  When due;
  due.kind = WhenKind::deadline;
  due.start = due.end = LocalTime{monday + std::chrono::days{20}};
  plan.sections = {{"Clients", due, kept<Person>(plan, {{"Léa", ""}})}, {"Équipe", {}, {}}};

  Action call = action_on(plan, 2, "Appeler les clients");
  call.section = 0;
  call.when = {.kind = WhenKind::event,
               .timed = true,
               .start = LocalTime{monday} + hours{10},
               .end = LocalTime{monday} + hours{11},
               .recurrence = {}};
  call.owners = kept<Person>(plan, {{"Alex", "alex@example.org"}});
  call.tags = kept<std::string_view>(plan, {"merci"});
  call.priority = 5;
  call.effort = minutes{120};
  call.alarms = kept<minutes>(plan, {minutes{1440}});
  call.location = "Salle B";
  call.when_span = {10, 13};
  plan.actions.push_back(call);

  Action part = action_on(plan, 3, "Faire la liste");
  part.section = 0;
  part.parent = 0;
  part.status = Status::done;
  part.when = due;
  plan.actions.push_back(part);

  Action window = action_on(plan, 7, "Planifier la rentrée");
  window.section = 1;
  window.when = {.kind = WhenKind::window,
                 .timed = false,
                 .start = LocalTime{monday},
                 .end = LocalTime{monday + std::chrono::days{6}},
                 .recurrence = {}};
  window.after = kept<std::uint32_t>(plan, {0});
  plan.actions.push_back(window);

  Action loose = action_on(plan, 11, "Souffler\tun \x1b[31mpeu");
  loose.section = 1;
  plan.actions.push_back(loose);
  PlanCounts counts = count(plan);
  return {std::move(plan), "America/Toronto", counts};
}

TEST(CheckTable, aligns_line_kind_date_and_title_under_sections) {
  EXPECT_EQ(
      check_table(outcome(), {.language = Language::french}),
      "plan.md · Fin d'année · America/Toronto · lu à partir du lundi 26 novembre 2018\n"
      "\n"
      "Clients (échéance: dimanche 16 décembre 2018) @Léa\n"
      " 2  événement  lundi 26 novembre 2018 de 10 h à 11 h             Appeler les clients @Alex #merci !! ~2 h\n"
      "                                                                 lieu: Salle B · rappel: 1 jour avant\n"
      " 3  échéance   dimanche 16 décembre 2018                           ✓ Faire la liste\n"
      "\n"
      "Équipe\n"
      " 7  période    du lundi 26 novembre au dimanche 2 décembre 2018  Planifier la rentrée\n"
      "                                                                 après «Appeler les clients»\n"
      "11  sans date                                                    Souffler un \uFFFD[31mpeu\n");
}

TEST(CheckTable, speaks_english_too) {
  const std::string table = check_table(outcome(), {.language = Language::english});
  EXPECT_NE(table.find("read from Monday 26 November 2018\n"), std::string::npos);
  EXPECT_NE(table.find(" 2  event     Monday 26 November 2018 from 10:00 to 11:00 "), std::string::npos);
  EXPECT_NE(table.find("at: Salle B · reminder: 1 day before\n"), std::string::npos);
}

TEST(CheckTable, stays_within_the_terminal) {
  for (std::size_t width = 40; width <= 120; width += 8) {
    const std::string table = check_table(outcome(), {.language = Language::french, .width = width});
    std::size_t at = table.find('\n') + 1;  // the heading may be longer
    while (at < table.size()) {
      const std::size_t end = table.find('\n', at);
      const std::string line = table.substr(at, end - at);
      const std::size_t columns = line.starts_with("Clients") ? 0 : display_width(line);
      EXPECT_LE(columns, width) << line;
      at = end + 1;
    }
  }
}

TEST(CheckTable, colors_only_where_it_is_asked_for) {
  EXPECT_NE(check_table(outcome(), {.color = Color::on}).find("\x1b[34m"), std::string::npos);
  EXPECT_EQ(check_table(outcome(), {.color = Color::off}).find('\x1b'), std::string::npos);
}

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(nlohmann::json::parse(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

TEST(CheckJson, says_the_plan_each_action_and_the_sums) {
  const auto lines = lines_of(check_json(outcome(), Language::french));
  ASSERT_EQ(lines.size(), 6u);
  EXPECT_EQ(lines[0]["type"], "plan");
  EXPECT_EQ(lines[0]["timezone"], "America/Toronto");
  EXPECT_EQ(lines[0]["as_of"], "2018-11-26T00:00:00");
  EXPECT_EQ(lines[5]["type"], "summary");
  EXPECT_EQ(lines[5]["deadlines"], 2);
}

TEST(CheckJson, has_every_field_of_an_action) {
  const auto lines = lines_of(check_json(outcome(), Language::french));
  const auto& call = lines[1];
  EXPECT_EQ(call["type"], "action");
  EXPECT_EQ(call["line"], 2);
  EXPECT_EQ(call["title"], "Appeler les clients");
  EXPECT_EQ(call["kind"], "event");
  EXPECT_EQ(call["start"], "2018-11-26T10:00:00");
  EXPECT_EQ(call["end"], "2018-11-26T11:00:00");
  EXPECT_EQ(call["words"], "lundi 26 novembre 2018 de 10 h à 11 h");
  EXPECT_EQ(call["when_text"], "123");
  EXPECT_EQ(call["section"], "Clients");
  EXPECT_EQ(call["owners"][0]["address"], "alex@example.org");
  EXPECT_EQ(call["tags"][0], "merci");
  EXPECT_EQ(call["reminders"][0], 1440);
  EXPECT_EQ(call["effort"], 120);
  EXPECT_EQ(call["priority"], 5);
  EXPECT_EQ(lines[2]["parent"], 2);
  EXPECT_EQ(lines[2]["status"], "done");
  EXPECT_EQ(lines[3]["start"], "2018-11-26");
  EXPECT_EQ(lines[3]["after"][0], 2);
  EXPECT_EQ(lines[4]["kind"], "undated");
  EXPECT_TRUE(lines[4]["end"].is_null());
}

}  // namespace
}  // namespace jalon
