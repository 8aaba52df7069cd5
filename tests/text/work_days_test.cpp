#include "text/work_days.h"

#include <gtest/gtest.h>

#include "jalon/list.h"
#include "text/list/values.h"

namespace jalon {
namespace {

using std::chrono::year;

std::string read(std::string_view phrase, std::string_view holidays, std::string_view working_days = "") {
  PhraseContext context;
  context.as_of = LocalTime{Day{year{2018} / 11 / 26}.time_since_epoch()};
  context.work_days = parse_work_days(holidays, working_days);
  EXPECT_NE(context.work_days, nullptr) << holidays;
  return format_reading(PhraseReader(std::move(context)).read(phrase));
}

TEST(WorkDays, are_monday_to_friday_where_nothing_is_said) {
  EXPECT_EQ(read("3 jours ouvrables avant Noël", ""), "event 2018-12-20");
  EXPECT_EQ(read("5 business days after January 1", ""), "event 2019-01-08");
  EXPECT_EQ(read("le dernier jour ouvrable de décembre", ""), "event 2018-12-31");
}

TEST(WorkDays, leave_out_the_days_off_of_a_team) {
  EXPECT_EQ(read("3 jours ouvrables avant Noël", "2018-12-24"), "event 2018-12-19");
  EXPECT_EQ(read("le dernier jour ouvrable de décembre", "2018-12-24/2019-01-04"), "event 2018-12-21");
  EXPECT_EQ(read("5 business days after January 1", "2018-12-24/2019-01-04"), "event 2019-01-11");
}

TEST(WorkDays, are_the_weekdays_that_are_said) {
  EXPECT_EQ(read("dans 3 jours ouvrables", "", "mardi, jeudi"), "event 2018-12-04");
  EXPECT_EQ(read("in 3 business days", "", "Sat,Sun"), "event 2018-12-08");
}

TEST(WorkDays, come_again_on_the_weekdays_that_are_said) {
  EXPECT_EQ(read("tous les jours ouvrables", ""), read("every Monday, Tuesday, Wednesday, Thursday and Friday", ""));
  EXPECT_EQ(read("tous les jours ouvrables", "", "mardi, jeudi"), read("tous les mardis et jeudis", ""));
  EXPECT_EQ(read("every business day", "QC", "Mon,Tue,Wed,Thu"),
            read("every Monday, Tuesday, Wednesday and Thursday", ""));
  EXPECT_NE(read("le dernier jour ouvrable de chaque mois", "", "Sat"),
            read("le dernier jour ouvrable de chaque mois", ""));
  EXPECT_EQ(read("on weekdays", "", "Sat"), read("on weekdays", ""));
}

bool is_off(std::string_view region, std::string_view day) {
  return !parse_work_days(region, "")->is_worked(*list::parse_iso_day(day));
}

// Each on a weekday: from the calendars of these years.
TEST(WorkDays, leave_out_the_legal_holidays_of_a_region) {
  const std::pair<std::string_view, std::vector<std::string_view>> regions[] = {
      {"QC", {"2018-03-30", "2018-05-21", "2018-07-02", "2018-09-03", "2018-10-08", "2019-06-24"}},
      {"CA", {"2026-09-30", "2026-11-11", "2025-12-26", "2018-07-02"}},
      {"FR",
       {"2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2024-08-15",
        "2024-11-01"}},
      {"us",
       {"2021-12-31", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12",
        "2026-11-11", "2026-11-26", "2027-12-24", "2023-01-02"}},
  };
  for (const auto& [region, holidays] : regions) {
    for (const std::string_view day : holidays) {
      EXPECT_TRUE(is_off(region, day)) << region << " " << day;
      EXPECT_FALSE(is_off("", day)) << day;
    }
  }
  EXPECT_FALSE(is_off("QC", "2026-11-11"));
  EXPECT_FALSE(is_off("FR", "2026-07-03"));
  EXPECT_FALSE(is_off("US", "2026-12-28"));
  EXPECT_TRUE(is_off("QC,FR", "2026-07-14") && is_off("QC,FR", "2026-07-01"));
}

TEST(WorkDays, refuse_what_is_no_day) {
  for (const char* holidays : {"XX", "Noël", "2018-13-01", "2019-01-04/2018-12-24", "2018-01-01/2028-01-01", "QC,,FR"})
    EXPECT_EQ(parse_work_days(holidays, ""), nullptr) << holidays;
  EXPECT_EQ(parse_work_days("", "lundi, Funday"), nullptr);
  EXPECT_EQ(parse_work_days("", "mars"), nullptr);
}

TEST(WorkDays, end_where_no_day_is_ever_worked) {
  std::string holidays;
  for (int each = 2018; each < 2150; ++each) {
    holidays += (holidays.empty() ? "" : ",") + std::to_string(each) + "-01-01/" + std::to_string(each) + "-12-31";
  }
  EXPECT_NE(read("in 3 business days", holidays), "none");
}

TEST(WorkDays, count_for_a_plan_with_the_end_of_its_day) {
  ListOptions options;
  options.as_of = LocalTime{Day{year{2018} / 11 / 26}.time_since_epoch()};
  options.defaults.holidays = "2018-12-24";
  options.defaults.end_of_day = std::chrono::minutes{16 * 60 + 30};
  const Plan plan =
      read_list("plan.md", "- A — 3 jours ouvrables avant Noël\n- B — vendredi fin de journée\n", options);
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ(plan.actions[0].when.first_day(), Day{year{2018} / 12 / 19});
  EXPECT_EQ(plan.actions[1].when.end,
            LocalTime{Day{year{2018} / 11 / 30}.time_since_epoch()} + std::chrono::minutes{990});
}

}  // namespace
}  // namespace jalon
