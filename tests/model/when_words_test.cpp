#include "model/when_words.h"

#include <gtest/gtest.h>

#include <memory>

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

Day day(int year, unsigned month, unsigned number) {
  return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

When all_day(WhenKind kind, Day first, Day last) {
  When when;
  when.kind = kind;
  when.start = LocalTime{first};
  when.end = LocalTime{last};
  return when;
}

When timed(WhenKind kind, LocalTime start, LocalTime end) {
  When when;
  when.kind = kind;
  when.timed = true;
  when.start = start;
  when.end = end;
  return when;
}

Recurrence every(Frequency frequency) {
  Recurrence rule;
  rule.frequency = frequency;
  return rule;
}

When recurring(When when, Recurrence rule) {
  when.recurrence = std::make_shared<Recurrence>(std::move(rule));
  return when;
}

void expect_words(const When& when, std::string_view french, std::string_view english) {
  EXPECT_EQ(words_of(when, Language::french), french);
  EXPECT_EQ(words_of(when, Language::english), english);
}

void expect_rule(const Recurrence& rule, Day first, std::string_view french, std::string_view english) {
  EXPECT_EQ(words_of(rule, first, Language::french), french);
  EXPECT_EQ(words_of(rule, first, Language::english), english);
}

const Day monday = day(2018, 12, 3);

TEST(WhenWords, say_an_event_with_its_weekday) {
  expect_words(all_day(WhenKind::event, monday, monday), "lundi 3 décembre 2018", "Monday 3 December 2018");
  expect_words(all_day(WhenKind::event, day(2018, 12, 1), day(2018, 12, 1)), "samedi 1er décembre 2018",
               "Saturday 1 December 2018");
}

TEST(WhenWords, say_of_a_range_only_once_what_both_ends_share) {
  expect_words(all_day(WhenKind::event, monday, day(2018, 12, 5)), "du lundi 3 au mercredi 5 décembre 2018",
               "from Monday 3 to Wednesday 5 December 2018");
  expect_words(all_day(WhenKind::event, day(2018, 11, 30), monday), "du vendredi 30 novembre au lundi 3 décembre 2018",
               "from Friday 30 November to Monday 3 December 2018");
  expect_words(all_day(WhenKind::event, day(2018, 12, 24), day(2019, 1, 4)),
               "du lundi 24 décembre 2018 au vendredi 4 janvier 2019",
               "from Monday 24 December 2018 to Friday 4 January 2019");
}

TEST(WhenWords, say_the_times_of_an_event) {
  const LocalTime noon = LocalTime{monday} + hours{12};
  expect_words(timed(WhenKind::event, noon, noon + minutes{90}), "lundi 3 décembre 2018 de 12 h à 13 h 30",
               "Monday 3 December 2018 from 12:00 to 13:30");
  expect_words(timed(WhenKind::event, noon, noon), "lundi 3 décembre 2018 à 12 h", "Monday 3 December 2018 at 12:00");
}

TEST(WhenWords, say_midnight_as_the_end_of_its_day) {
  const LocalTime late = LocalTime{monday} + hours{22};
  expect_words(timed(WhenKind::event, late, late + hours{2}), "lundi 3 décembre 2018 de 22 h à minuit",
               "Monday 3 December 2018 from 22:00 to midnight");
  expect_words(timed(WhenKind::event, late, late + hours{3}),
               "du lundi 3 décembre 2018 à 22 h au mardi 4 décembre 2018 à 1 h",
               "from Monday 3 December 2018 at 22:00 to Tuesday 4 December 2018 at 1:00");
}

TEST(WhenWords, say_by_when_a_deadline_is_due) {
  expect_words(all_day(WhenKind::deadline, monday, monday), "au plus tard le lundi 3 décembre 2018",
               "by Monday 3 December 2018");
  const LocalTime five = LocalTime{monday} + hours{17};
  expect_words(timed(WhenKind::deadline, five, five), "au plus tard le lundi 3 décembre 2018 à 17 h",
               "by Monday 3 December 2018 at 17:00");
}

TEST(WhenWords, say_both_ends_of_a_window) {
  expect_words(all_day(WhenKind::window, day(2018, 12, 11), day(2018, 12, 20)),
               "entre le mardi 11 et le jeudi 20 décembre 2018", "between Tuesday 11 and Thursday 20 December 2018");
  expect_words(all_day(WhenKind::window, monday, monday), "au plus tard le lundi 3 décembre 2018",
               "by Monday 3 December 2018");
}

TEST(WhenWords, leave_out_the_bound_where_the_kind_stands_beside) {
  EXPECT_EQ(words_beside_kind(all_day(WhenKind::deadline, monday, monday), Language::french), "lundi 3 décembre 2018");
  EXPECT_EQ(words_beside_kind(all_day(WhenKind::window, monday, day(2018, 12, 5)), Language::french),
            "du lundi 3 au mercredi 5 décembre 2018");
}

TEST(WhenWords, are_empty_without_a_date) { expect_words(When{}, "", ""); }

TEST(WhenWords, say_a_recurrence_its_limits_and_its_exceptions) {
  const LocalTime ten = LocalTime{day(2018, 11, 27)} + hours{10};
  Recurrence rule = every(Frequency::weekly);
  rule.by_day = {{0, std::chrono::Tuesday}};
  rule.until = day(2018, 12, 18);
  expect_words(recurring(timed(WhenKind::event, ten, ten + hours{1}), rule),
               "chaque mardi de 10 h à 11 h jusqu'au 18 décembre 2018, dès le 27 novembre 2018",
               "every Tuesday from 10:00 to 11:00 until 18 December 2018, starting 27 November 2018");
  rule.until = Day::max();
  rule.count = 5;
  rule.exceptions = {day(2018, 12, 25), day(2019, 1, 1)};
  expect_words(recurring(all_day(WhenKind::event, day(2018, 11, 27), day(2018, 11, 27)), rule),
               "chaque mardi, dès le 27 novembre 2018, 5 fois, sauf le 25 décembre 2018 et le 1er janvier 2019",
               "every Tuesday, starting 27 November 2018, 5 times, except 25 December 2018 and 1 January 2019");
}

TEST(WhenWords, say_a_recurring_deadline_and_a_recurring_stretch_of_days) {
  const LocalTime five = LocalTime{day(2018, 11, 30)} + hours{17};
  Recurrence rule = every(Frequency::weekly);
  rule.by_day = {{0, std::chrono::Friday}};
  expect_words(recurring(timed(WhenKind::deadline, five, five), rule),
               "échéance chaque vendredi à 17 h, dès le 30 novembre 2018",
               "due every Friday at 17:00, starting 30 November 2018");
  expect_words(recurring(all_day(WhenKind::event, monday, day(2018, 12, 5)), every(Frequency::monthly)),
               "le 3 de chaque mois (3 jours de suite), dès le 3 décembre 2018",
               "the 3rd of every month (3 days in a row), starting 3 December 2018");
}

TEST(RecurrenceWords, say_days_and_weeks) {
  Recurrence daily = every(Frequency::daily);
  expect_rule(daily, monday, "chaque jour", "every day");
  daily.interval = 3;
  expect_rule(daily, monday, "tous les 3 jours", "every 3 days");
  Recurrence weekly = every(Frequency::weekly);
  expect_rule(weekly, monday, "chaque lundi", "every Monday");
  weekly.by_day = {{0, std::chrono::Monday}, {0, std::chrono::Wednesday}, {0, std::chrono::Friday}};
  expect_rule(weekly, monday, "chaque lundi, mercredi et vendredi", "every Monday, Wednesday and Friday");
  weekly.interval = 2;
  expect_rule(weekly, monday, "toutes les 2 semaines le lundi, mercredi et vendredi",
              "every 2 weeks on Monday, Wednesday and Friday");
}

TEST(RecurrenceWords, say_the_working_week) {
  Recurrence rule = every(Frequency::weekly);
  for (unsigned i = 1; i <= 5; ++i) rule.by_day.push_back({0, std::chrono::weekday{i}});
  expect_rule(rule, monday, "chaque jour du lundi au vendredi", "every day from Monday to Friday");
  rule.interval = 2;
  expect_rule(rule, monday, "toutes les 2 semaines du lundi au vendredi", "every 2 weeks from Monday to Friday");
}

TEST(RecurrenceWords, say_the_days_of_a_month) {
  Recurrence rule = every(Frequency::monthly);
  expect_rule(rule, monday, "le 3 de chaque mois", "the 3rd of every month");
  rule.by_month_day = {1, 15, -1};
  expect_rule(rule, monday, "le 1er, le 15 et le dernier jour de chaque mois",
              "the 1st, the 15th and the last day of every month");
  rule.by_month_day = {22};
  rule.interval = 2;
  expect_rule(rule, monday, "tous les 2 mois, le 22", "every 2 months, the 22nd");
  rule = every(Frequency::monthly);
  rule.by_day = {{1, std::chrono::Monday}, {-1, std::chrono::Friday}};
  expect_rule(rule, monday, "le premier lundi et le dernier vendredi de chaque mois",
              "the first Monday and the last Friday of every month");
}

TEST(RecurrenceWords, say_the_last_working_day) {
  Recurrence rule = every(Frequency::monthly);
  for (unsigned i = 1; i <= 5; ++i) rule.by_day.push_back({0, std::chrono::weekday{i}});
  rule.by_set_position = {-1};
  expect_rule(rule, monday, "le dernier jour ouvrable de chaque mois", "the last working day of every month");
}

TEST(RecurrenceWords, say_the_days_of_a_year) {
  Recurrence rule = every(Frequency::yearly);
  expect_rule(rule, monday, "chaque année, le 3 décembre", "every year, the 3rd of December");
  rule.by_month = {12};
  rule.by_month_day = {24};
  expect_rule(rule, monday, "chaque année, le 24 décembre", "every year, the 24th of December");
  rule.by_month = {10};
  rule.by_month_day = {};
  rule.by_day = {{2, std::chrono::Monday}};
  expect_rule(rule, monday, "chaque année, le deuxième lundi d'octobre", "every year, the second Monday of October");
  rule.by_month = {};
  expect_rule(rule, monday, "le deuxième lundi de chaque année", "the second Monday of every year");
}

TEST(DurationWords, say_minutes_hours_and_whole_days) {
  EXPECT_EQ(words_of(minutes{45}, Language::french), "45 min");
  EXPECT_EQ(words_of(minutes{60}, Language::french), "1 h");
  EXPECT_EQ(words_of(minutes{90}, Language::french), "1 h 30");
  EXPECT_EQ(words_of(minutes{65}, Language::english), "1 h 05 min");
  EXPECT_EQ(words_of(days{1}, Language::french), "1 jour");
  EXPECT_EQ(words_of(days{2}, Language::english), "2 days");
  EXPECT_EQ(words_of(minutes{0}, Language::english), "0 min");
}

}  // namespace
}  // namespace jalon
