#include <gtest/gtest.h>

#include "jalon/calendar.h"
#include "text/list/plan_dump.h"

namespace jalon {
namespace {

std::string calendar(const std::string& components, const std::string& head = "") {
  std::string text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n" + head + components + "END:VCALENDAR\n";
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return lines;
}

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\nUID:u1\nDTSTAMP:20181101T000000Z\n" + lines + "END:VEVENT\n";
}
std::string task(const std::string& lines) {
  return "BEGIN:VTODO\nUID:t1\nDTSTAMP:20181101T000000Z\n" + lines + "END:VTODO\n";
}

Plan read(const std::string& components, const std::string& head = "") {
  CalendarReading reading;
  reading.as_of = Day{std::chrono::year{2018} / 11 / 26};
  reading.system_zone = "America/Toronto";
  return read_calendar("plan.ics", calendar(components, head), reading);
}

std::string first_action(const std::string& components) {
  const Plan plan = read(components);
  return plan.actions.empty() ? "none" : dump_action(plan, plan.actions[0]);
}

TEST(PlanReader, reads_events_of_days_and_of_hours) {
  EXPECT_EQ(first_action(event("SUMMARY:a\\, b\nDTSTART;VALUE=DATE:20181203\nDTEND;VALUE=DATE:20181206\n")),
            "a, b | event 2018-12-03/2018-12-05");
  EXPECT_EQ(first_action(event("SUMMARY:a\nDTSTART:20181203T150000Z\nDTEND:20181203T163000Z\n")),
            "a | event 2018-12-03T10:00/2018-12-03T11:30");
  EXPECT_EQ(first_action(event("SUMMARY:a\nDTSTART;TZID=Europe/Paris:20181203T160000\nDURATION:PT1H\n")),
            "a | event 2018-12-03T16:00/2018-12-03T17:00");
}

TEST(PlanReader, reads_tasks) {
  EXPECT_EQ(
      first_action(task("SUMMARY:a\nDUE;VALUE=DATE:20181214\nPRIORITY:1\nPERCENT-COMPLETE:40\nSTATUS:IN-PROCESS\n")),
      "a | deadline 2018-12-14 | p1 status=begun");
  EXPECT_EQ(first_action(task("SUMMARY:a\nDTSTART;VALUE=DATE:20181203\nDUE;VALUE=DATE:20181214\n")),
            "a | window 2018-12-03/2018-12-14");
  EXPECT_EQ(first_action(task("SUMMARY:a\nSTATUS:COMPLETED\nCOMPLETED:20181120T180000Z\n")),
            "a | undated | status=done completed=2018-11-20");
}

TEST(PlanReader, believes_no_window_that_ends_before_it_starts) {
  const std::string due = "SUMMARY:a\nDTSTART;VALUE=DATE:20181214\nX-JALON-WHEN:";
  EXPECT_EQ(first_action(event(due + "window 20181203/20181214\n")), "a | window 2018-12-03/2018-12-14");
  EXPECT_EQ(first_action(event(due + "window 20191203/20181214\n")), "a | event 2018-12-14");
  EXPECT_EQ(first_action(event(due + "deadline 20181203T990000\n")), "a | event 2018-12-14");
}

TEST(PlanReader, reads_recurrences_with_their_exceptions) {
  EXPECT_EQ(first_action(event("SUMMARY:a\nDTSTART;TZID=America/Toronto:20181127T100000\nDTEND;TZID=America/"
                               "Toronto:20181127T110000\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20181219T045959Z\n"
                               "EXDATE;TZID=America/Toronto:20181204T100000\n")),
            "a | event 2018-11-27T10:00/2018-11-27T11:00 ; FREQ=WEEKLY;BYDAY=TU;UNTIL=2018-12-18;EXDATE=2018-12-04");
  EXPECT_EQ(first_action(event("SUMMARY:a\nDTSTART;VALUE=DATE:20181203\nRRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=3\n")),
            "a | event 2018-12-03 ; FREQ=MONTHLY;BYDAY=1MO;COUNT=3");
}

TEST(PlanReader, makes_an_action_of_a_changed_instance) {
  const Plan plan = read(event("SUMMARY:a\nDTSTART;VALUE=DATE:20181127\nRRULE:FREQ=WEEKLY\n") +
                         event("SUMMARY:moved\nRECURRENCE-ID;VALUE=DATE:20181204\nDTSTART;VALUE=DATE:20181205\n"));
  ASSERT_EQ(plan.actions.size(), 2U);
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "a | event 2018-11-27 ; FREQ=WEEKLY;EXDATE=2018-12-04");
  EXPECT_EQ(plan.actions[0].uid, "u1");
  EXPECT_EQ(plan.actions[1].uid, "u1-20181204");
}

TEST(PlanReader, reads_reminders_people_and_categories) {
  EXPECT_EQ(first_action(event("SUMMARY:a\nDTSTART:20181203T150000Z\nCATEGORIES:x,y\\, z\nLOCATION:Hall\n"
                               "ATTENDEE;CN=\"Roy, Alex\":mailto:alex@x.example\n"
                               "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM\n"
                               "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P1D\nEND:VALARM\n")),
            "a | event 2018-12-03T10:00/2018-12-03T10:00 | #x #y, z alarm=15 alarm=1440 at=Hall with=Roy, Alex "
            "<alex@x.example>");
}

TEST(PlanReader, tells_once_what_it_cannot_carry) {
  const Plan plan = read(event("SUMMARY:a\nDTSTART;VALUE=DATE:20181203\nGEO:45;-73\n") +
                         event("SUMMARY:b\nDTSTART;VALUE=DATE:20181203\nGEO:45;-73\nRRULE:FREQ=HOURLY\n"));
  ASSERT_EQ(plan.diagnostics.size(), 2U);
  EXPECT_EQ(dump_diagnostic(plan, plan.diagnostics[0]).substr(0, 31), "9:1: note: calendar.not-kept: G");
  EXPECT_EQ(plan.actions[1].uid, "") << "a UID that comes twice";
}

TEST(PlanReader, takes_the_zone_and_the_name_of_the_calendar) {
  const Plan plan =
      read(event("SUMMARY:a\nDTSTART:20181203T150000Z\n"), "X-WR-CALNAME:Team\nX-WR-TIMEZONE:Europe/Paris\n");
  EXPECT_EQ(plan.title, "Team");
  EXPECT_EQ(plan.timezone, "Europe/Paris");
  EXPECT_EQ(dump_action(plan, plan.actions[0]), "a | event 2018-12-03T16:00/2018-12-03T16:00");
}

TEST(PlanReader, tells_what_is_damaged_and_reads_the_rest) {
  const Plan plan = read(event("SUMMARY:a\nDTSTART:yesterday\n") + event("SUMMARY:b\nDTSTART;VALUE=DATE:20181203\n"));
  EXPECT_EQ(plan.actions.size(), 2U);
  EXPECT_TRUE(has_errors(plan.diagnostics));
  EXPECT_TRUE(has_errors(read_calendar("x", "hello\n", {}).diagnostics));
  EXPECT_TRUE(has_errors(read_calendar("x", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", {}).diagnostics));
}

}  // namespace
}  // namespace jalon
