// When reminders fire: RFC 5545 sections 3.6.6 and 3.8.6.3.
#include <gtest/gtest.h>

#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;
using namespace std::chrono_literals;

Lines triggers(When when, std::vector<minutes> before, DeadlineForm form = DeadlineForm::event,
               minutes all_day_alarm = 9h) {
  PlanBuilder built;
  Action& action = built.add("Titre", std::move(when));
  action.alarms = built.alarms(before);
  CalendarOptions chosen = options(form);
  chosen.all_day_alarm = all_day_alarm;
  return all_of(lines_of(write(built, chosen)), "TRIGGER");
}

TEST(Alarm, ComesBeforeTheStartOfAnEvent) {
  EXPECT_EQ(triggers(timed(at(2018, 12, 4, 17), at(2018, 12, 4, 18)), {15min, 0min, 24h, 36h}),
            (Lines{"TRIGGER:-PT15M", "TRIGGER:PT0S", "TRIGGER:-P1D", "TRIGGER:-P1DT12H"}));
}

TEST(Alarm, OfAnAllDayEventFiresInTheMorning) {
  EXPECT_EQ(triggers(all_day(on(2018, 12, 4)), {0min, 24h, 7 * 24h, 1h}),
            (Lines{"TRIGGER:PT9H", "TRIGGER:-PT15H", "TRIGGER:-P6DT15H", "TRIGGER:PT8H"}));
}

TEST(Alarm, OfAnAllDayEventFiresAtTheTimeThatWasChosen) {
  EXPECT_EQ(triggers(all_day(on(2018, 12, 4)), {24h}, DeadlineForm::event, 18h), (Lines{"TRIGGER:-PT6H"}));
}

TEST(Alarm, OfADeadlineComesBeforeTheDueTime) {
  EXPECT_EQ(triggers(due_at(at(2018, 12, 25, 17)), {2h}), (Lines{"TRIGGER;RELATED=END:-PT2H"}));
  EXPECT_EQ(triggers(due_at(at(2018, 12, 25, 17)), {2h}, DeadlineForm::todo), (Lines{"TRIGGER;RELATED=END:-PT2H"}));
}

TEST(Alarm, OfAnAllDayDeadlineFiresInTheMorningOfADayBefore) {
  // Relative to 0:00 of the date that DTSTART or DUE names (section 3.8.6.3).
  EXPECT_EQ(triggers(due(on(2018, 12, 25)), {24h}), (Lines{"TRIGGER:-PT15H"}));
  EXPECT_EQ(triggers(due(on(2018, 12, 25)), {24h}, DeadlineForm::todo), (Lines{"TRIGGER;RELATED=END:-PT15H"}));
}

TEST(Alarm, OfAWindowComesBeforeItsLastDay) {
  EXPECT_EQ(triggers(window(on(2018, 12, 10), on(2018, 12, 20)), {24h}), (Lines{"TRIGGER:-PT15H"}));
  EXPECT_EQ(triggers(window(on(2018, 12, 10), on(2018, 12, 20)), {24h}, DeadlineForm::todo),
            (Lines{"TRIGGER;RELATED=END:-PT15H"}));
}

TEST(Alarm, OfWhatComesBackCountsFromTheSameMoment) {
  EXPECT_EQ(triggers(every(due(on(2018, 12, 7)), weekly()), {24h}, DeadlineForm::todo), (Lines{"TRIGGER:-PT15H"}));
  const When window_again = every(window(on(2018, 12, 3), on(2018, 12, 7)), weekly());
  EXPECT_EQ(triggers(window_again, {24h}), (Lines{"TRIGGER;RELATED=END:-P1DT15H"}));
  EXPECT_EQ(triggers(window_again, {24h}, DeadlineForm::todo), (Lines{"TRIGGER;RELATED=END:-PT15H"}));
}

TEST(Alarm, IsWholeAndSaysTheTitleWithoutMarks) {
  PlanBuilder built;
  Action& action = built.add("Appeler, vite", due(on(2018, 12, 25)));
  action.alarms = built.alarms({24h});
  auto chosen = options();
  chosen.deadline_mark = "⏰";
  EXPECT_EQ(components(write(built, chosen), "VALARM"),
            (std::vector<Lines>{{"ACTION:DISPLAY", "DESCRIPTION:Appeler\\, vite", "TRIGGER:-PT15H"}}));
}

TEST(Alarm, DoesNotRingForWhatIsDoneOrCancelledOrHasNoDate) {
  PlanBuilder built;
  built.add("Fait", due(on(2018, 12, 25))).status = Status::done;
  built.add("Annulé", due(on(2018, 12, 25))).status = Status::cancelled;
  built.add("Un jour");
  for (Action& action : built.plan().actions) action.alarms = built.alarms({24h});
  EXPECT_EQ(components(write(built, options(DeadlineForm::both)), "VALARM").size(), 0U);
}

}  // namespace
}  // namespace jalon
