#include "text/table/read_table.h"

#include <gtest/gtest.h>

#include "text/list/plan_dump.h"
#include "text/table/column_choices.h"
#include "text/table/day_order.h"

namespace jalon::table {
namespace {

using records::Field;

ListOptions csv_options(std::string columns = {}) {
  ListOptions options = november_2018();
  options.format = ListFormat::csv;
  options.columns = std::move(columns);
  return options;
}

Plan read(std::string text, const ListOptions& options = csv_options()) {
  return read_list("plan.csv", std::move(text), options);
}

std::string first_action(const std::string& text, const ListOptions& options = csv_options()) {
  const Plan plan = read(text, options);
  return plan.actions.empty() ? "none" : dump_action(plan, plan.actions[0]);
}

std::string first_told(const Plan& plan) {
  return plan.diagnostics.empty() ? "nothing" : dump_diagnostic(plan, plan.diagnostics[0]);
}

TEST(ReadTable, reads_a_file_with_one_column_and_no_date) {
  EXPECT_EQ(first_action("Tâche\nPayer le loyer\n"), "Payer le loyer | undated");
}

TEST(ReadTable, says_that_no_row_names_the_columns) {
  const Plan plan = read("foo,bar\n1,2\n");
  EXPECT_TRUE(plan.actions.empty());
  EXPECT_TRUE(has_errors(plan.diagnostics));
  EXPECT_EQ(first_told(plan).substr(0, 27), "1:1: error: table.no-header");
}

TEST(ReadTable, takes_columns_by_number_where_no_row_names_them) {
  EXPECT_EQ(first_action("x,Payer,2018-12-14\n", csv_options("titre=2,échéance=3")), "Payer | deadline 2018-12-14");
}

TEST(ReadTable, takes_columns_by_the_names_that_are_given) {
  EXPECT_EQ(first_action("Quoi donc,Fin prévisible\nPayer,2018-12-14\n",
                         csv_options("title=Quoi donc,due=\"Fin prévisible\"")),
            "Payer | deadline 2018-12-14");
}

TEST(ReadTable, lets_a_choice_replace_the_column_that_a_name_would_give) {
  EXPECT_EQ(first_action("Task,Due,Real due\nPay,2018-12-14,2018-12-07\n", csv_options("due=Real due")),
            "Pay | deadline 2018-12-07");
}

TEST(ReadTable, tells_a_chosen_column_that_is_not_there) {
  const Plan plan = read("Task,Due\nPay,2018-12-14\n", csv_options("place=Somewhere"));
  EXPECT_EQ(first_told(plan).substr(0, 32), "1:1: error: table.column-missing");
}

TEST(ReadTable, reads_phrases_in_cells_as_in_text) {
  EXPECT_EQ(first_action("Tâche,Quand\nAppeler,avant Noël\n"), "Appeler | deadline 2018-12-24");
  EXPECT_EQ(first_action("Task,When\nMeet,every Tuesday 10-11am until Dec 18\n"),
            "Meet | event 2018-11-27T10:00/2018-11-27T11:00 ; FREQ=WEEKLY;BYDAY=TU;UNTIL=2018-12-18");
}

TEST(ReadTable, joins_a_day_and_a_time_that_stand_apart) {
  EXPECT_EQ(first_action("Tâche,Date,Heure\nVoir,2018-12-14,9 h 30\n"),
            "Voir | event 2018-12-14T09:30/2018-12-14T10:30");
  EXPECT_EQ(first_action("Task,Start,Start time,End time\nMeet,2018-12-14,9:00 AM,11:15 AM\n"),
            "Meet | event 2018-12-14T09:00/2018-12-14T11:15");
  EXPECT_EQ(first_action("Task,Due,Due time\nSend,2018-12-14,17:00\n"), "Send | deadline 2018-12-14T17:00");
}

TEST(ReadTable, takes_a_start_and_a_due_date_for_a_window) {
  EXPECT_EQ(first_action("Task,Start,Due\nCount,2018-12-03,2018-12-14\n"), "Count | window 2018-12-03/2018-12-14");
}

TEST(ReadTable, reads_a_column_of_recurrences) {
  EXPECT_EQ(first_action("Task,Start,Repeat\nWater,2018-12-03,weekly\n"),
            "Water | event 2018-12-03 ; FREQ=WEEKLY;BYDAY=MO");
}

TEST(ReadTable, gives_a_recurrence_the_time_of_day_that_stands_beside_it) {
  EXPECT_EQ(first_action("Task,When,Time\nMeet,every Monday until Dec 17,9 am\n"),
            "Meet | event 2018-11-26T09:00/2018-11-26T10:00 ; FREQ=WEEKLY;BYDAY=MO;UNTIL=2018-12-17");
}

TEST(ReadTable, decides_the_order_of_day_and_month_from_the_whole_column) {
  const Plan plan = read("Task,Due\nPay,5/12/2018\nSend,25/12/2018\n");
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "Pay | deadline 2018-12-05");
  EXPECT_EQ(first_told(plan), "nothing");
  EXPECT_EQ(first_action("Tâche,Échéance\nPayer,5/12/2018\nEnvoyer,12/25/2018\n"), "Payer | deadline 2018-05-12");
}

TEST(ReadTable, warns_at_the_row_where_nothing_decides_the_order) {
  const Plan plan = read("Task,Due\nPay the rent for the month,2018-12-01\nSend the letter,5/12/2018\n");
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "Send the letter | deadline 2018-05-12");
  EXPECT_EQ(first_told(plan).substr(0, 30), "3:17: warning: table.day-order");
}

TEST(ReadTable, follows_what_another_column_decides) {
  EXPECT_EQ(first_action("Task,Start,Due\nPay,5/11/2018,25/12/2018\n"), "Pay | window 2018-11-05/2018-12-25");
}

TEST(ReadTable, pairs_people_with_their_addresses) {
  EXPECT_EQ(first_action("Task,Owner,E-mail\nPay,Alex Roy; Sofia Lopez,a@x.example; s@x.example\n"),
            "Pay | undated | @Alex Roy <a@x.example> @Sofia Lopez <s@x.example>");
}

TEST(ReadTable, takes_a_turned_name_for_one_person_where_something_shows_it) {
  const auto owners = [](const std::string& cells, const ListOptions& options = csv_options()) {
    const Plan plan = read("Task,Owner,E-mail\nPay," + cells + "\n", options);
    std::string result;
    for (const Person& person : plan.actions.at(0).owners) {
      result += std::string(person.name) + " <" + std::string(person.address) + "> ";
    }
    return result;
  };
  EXPECT_EQ(owners("\"Roy, Alex\",alex.roy@example.com"), "Alex Roy <alex.roy@example.com> ");
  EXPECT_EQ(owners("\"Côté, Zoé\",zcote@example.com"), "Zoé Côté <zcote@example.com> ");
  EXPECT_EQ(owners("\"Zoé, Luc\",equipe@example.com"), "Zoé <equipe@example.com> Luc <> ");
  EXPECT_EQ(owners("\"Roy, Alex\",roy@example.com"), "Roy <roy@example.com> Alex <> ");
  EXPECT_EQ(owners("\"Roy, Alex\","), "Roy <> Alex <> ");
  ListOptions options = csv_options();
  options.defaults.people = {{"Alex Roy", "alex@example.com"}};
  EXPECT_EQ(owners("\"Roy, Alex\",", options), "Alex Roy <alex@example.com> ");
  EXPECT_EQ(owners("\"Roy, Luc\",", options), "Roy <> Luc <> ");
}

TEST(ReadTable, makes_parts_of_a_check_list_in_a_cell) {
  const Plan plan = read("Task,Checklist\nPack,\"[ ] books\n[x] plates\"\n");
  ASSERT_EQ(plan.actions.size(), 3U);
  EXPECT_EQ(dump_action(plan, plan.actions[1]), "books | undated | parent=0");
  EXPECT_EQ(dump_action(plan, plan.actions[2]), "plates | undated | parent=0 status=done");
}

TEST(ReadTable, puts_a_whole_before_its_parts) {
  const Plan plan = read("id,Task,Parent\n2,Part,1\n1,Whole,\n");
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ(plan.actions[0].title, "Whole");
  EXPECT_EQ(plan.actions[1].parent, 0U);
}

TEST(ReadTable, cuts_wholes_that_go_round_in_a_circle) {
  const Plan plan = read("id,Task,Parent\n1,A,2\n2,B,1\n");
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ((plan.actions[0].parent == no_index) + (plan.actions[1].parent == no_index), 1);
}

TEST(ReadTable, takes_row_numbers_for_names_and_not_for_identities) {
  const Plan plan = read("N°,Tâche,Après\n1,Peindre,\n2,Vernir,1\n");
  EXPECT_EQ(plan.actions[1].id, "");
  ASSERT_EQ(plan.actions[1].after.size(), 1U);
  EXPECT_EQ(plan.actions[1].after[0], 0U);
}

TEST(ReadTable, reads_shares_with_a_comma_and_words_for_states) {
  EXPECT_EQ(read("Tâche;Avancement\nA;0,5\n").actions[0].percent, 50);
  EXPECT_EQ(read("Task,% Complete\nA,100%\n").actions[0].status, Status::done);
  EXPECT_EQ(read("Task,Done\nA,Yes\n").actions[0].status, Status::done);
  EXPECT_EQ(read("Task,Status\nA,In progress\n").actions[0].status, Status::begun);
  EXPECT_EQ(*read("Task,Completed at\nA,2018-11-20\n").actions[0].completed, Day{std::chrono::year{2018} / 11 / 20});
}

TEST(ReadTable, tells_a_word_that_it_does_not_know_once) {
  const Plan plan = read("Task,Status\nA,Wobbly\nB,Wobbly\n");
  const auto about = std::count_if(plan.diagnostics.begin(), plan.diagnostics.end(),
                                   [](const Diagnostic& d) { return code_name(d.code) == "list.value"; });
  EXPECT_EQ(about, 1);
}

TEST(Columns, are_chosen_by_name_number_and_in_quotes) {
  const auto choices = parse_columns("titre=3, due=\"Fin, prévue\",lieu=Salle");
  ASSERT_TRUE(choices);
  ASSERT_EQ(choices->size(), 3U);
  EXPECT_EQ((*choices)[0].number, 3U);
  EXPECT_EQ((*choices)[1].column, "Fin, prévue");
  EXPECT_EQ((*choices)[2].field, Field::place);
}

TEST(Columns, that_are_not_understood_are_named) {
  for (const char* text : {"title", "title=", "wibble=3", "=3"}) {
    const auto choices = parse_columns(text);
    ASSERT_FALSE(choices) << text;
    EXPECT_NE(message_of(choices.error(), Language::english).find(text), std::string::npos);
  }
}

TEST(DayOrder, is_told_by_a_part_over_twelve) {
  EXPECT_EQ(day_order_of("13/12/2018"), DayOrder::day_first);
  EXPECT_EQ(day_order_of("12/13/2018 9:00"), DayOrder::month_first);
  EXPECT_EQ(day_order_of("5/12"), DayOrder::open);
  EXPECT_EQ(day_order_of("5.12.18"), DayOrder::open);
  EXPECT_EQ(day_order_of("5.12"), DayOrder::no_matter);
  EXPECT_EQ(day_order_of("5/5/2018"), DayOrder::no_matter);
  EXPECT_EQ(day_order_of("2018-12-05"), DayOrder::no_matter);
  EXPECT_EQ(day_order_of("1/3 of it"), DayOrder::no_matter);
  EXPECT_EQ(day_order_of("demain"), DayOrder::no_matter);
}

TEST(DetectFormat, goes_by_the_content) {
  EXPECT_EQ(detect_format("x.txt", "Task,Due,Owner\nPay,2018-12-14,Alex\n"), ListFormat::csv);
  EXPECT_EQ(detect_format("-", "Tâche;Échéance\nPayer;2018-12-14\n"), ListFormat::csv);
  EXPECT_EQ(detect_format("plan.csv", "foo,bar\n"), ListFormat::csv);
  EXPECT_EQ(detect_format("plan.md", "# Plan\n- Pay, send and call — by Friday\n"), ListFormat::text);
  EXPECT_EQ(detect_format("plan.md", "| Task | Due |\n| --- | --- |\n| Pay | Friday |\n"), ListFormat::text);
  EXPECT_EQ(detect_format("-", ""), ListFormat::text);
}

}  // namespace
}  // namespace jalon::table
