// What becomes of a deadline that is written as a task, and of an action without a date.
#include <gtest/gtest.h>

#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;
using namespace std::chrono_literals;
using std::chrono::Friday;

Lines todo_of(PlanBuilder& built, const char* zone = "America/Toronto") {
  const auto found = components(write(built, options(DeadlineForm::todo), zone), "VTODO");
  return found.size() == 1 ? found[0] : Lines{};
}

Lines todo_of(When when, const char* zone = "America/Toronto") {
  PlanBuilder built;
  built.add("Titre", std::move(when));
  return todo_of(built, zone);
}

TEST(Todo, OfADayIsDueThatDay) {
  EXPECT_EQ(todo_of(due(on(2018, 12, 25))), (Lines{"UID:u0-todo", "DTSTAMP:20181126T120000Z", "SEQUENCE:0",
                                                   "DUE;VALUE=DATE:20181225", "SUMMARY:Titre", "STATUS:NEEDS-ACTION"}));
}

TEST(Todo, OfATimeIsDueThen) {
  const Lines todo = todo_of(due_at(at(2018, 12, 25, 17)));
  EXPECT_EQ(one(todo, "DUE"), "DUE;TZID=America/Toronto:20181225T170000");
  EXPECT_EQ(one(todo, "DTSTART"), "");
}

TEST(Todo, OfAWindowStartsWithItAndIsDueOnItsLastDay) {
  const Lines todo = todo_of(window(on(2018, 12, 10), on(2018, 12, 20)));
  EXPECT_EQ(one(todo, "DTSTART"), "DTSTART;VALUE=DATE:20181210");
  EXPECT_EQ(one(todo, "DUE"), "DUE;VALUE=DATE:20181220");
  EXPECT_EQ(one(todo, "X-JALON-WHEN"), "");
}

TEST(Todo, OfAWindowOfOneDayHasNoStartThatDueWouldHaveToFollow) {
  const Lines todo = todo_of(window(on(2018, 12, 10), on(2018, 12, 10)));
  EXPECT_EQ(one(todo, "DTSTART"), "");
  EXPECT_EQ(one(todo, "DUE"), "DUE;VALUE=DATE:20181210");
  EXPECT_EQ(one(todo, "X-JALON-WHEN"), "X-JALON-WHEN:window 20181210/20181210");
}

TEST(Todo, AtATimeThatTheClocksSkipIsDuePastTheGap) {
  EXPECT_EQ(one(todo_of(due_at(at(2019, 3, 10, 2, 30))), "DUE"), "DUE;TZID=America/Toronto:20190310T033000");
}

TEST(Todo, WithoutADateHasNone) {
  const Lines todo = todo_of(When{});
  EXPECT_EQ(todo,
            (Lines{"UID:u0-todo", "DTSTAMP:20181126T120000Z", "SEQUENCE:0", "SUMMARY:Titre", "STATUS:NEEDS-ACTION"}));
}

TEST(Todo, WithoutADateIsOneInEveryForm) {
  PlanBuilder built;
  built.add("Titre");
  for (const auto form : {DeadlineForm::event, DeadlineForm::todo, DeadlineForm::both}) {
    const std::string bytes = write(built, options(form));
    EXPECT_EQ(components(bytes, "VTODO").size(), 1U);
    EXPECT_EQ(components(bytes, "VEVENT").size(), 0U);
  }
}

TEST(Todo, ThatComesBackOnADayIsDueAtItsEnd) {
  Recurrence rule = weekly({{0, Friday}});
  rule.until = on(2018, 12, 21);
  rule.exceptions = {on(2018, 12, 14)};
  const Lines todo = todo_of(every(due(on(2018, 12, 7)), rule));
  EXPECT_EQ(one(todo, "DTSTART"), "DTSTART;TZID=America/Toronto:20181207T000000");
  EXPECT_EQ(one(todo, "DUE"), "DUE;TZID=America/Toronto:20181207T235900");
  EXPECT_EQ(one(todo, "RRULE"), "RRULE:FREQ=WEEKLY;UNTIL=20181221T050000Z;BYDAY=FR");
  EXPECT_EQ(one(todo, "EXDATE"), "EXDATE;TZID=America/Toronto:20181214T000000");
  EXPECT_EQ(one(todo, "X-JALON-WHEN"), "X-JALON-WHEN:deadline 20181207");
}

TEST(Todo, ThatComesBackAtATimeStartsHalfAnHourBefore) {
  const Lines todo = todo_of(every(due_at(at(2018, 12, 7, 17)), weekly()));
  EXPECT_EQ(one(todo, "DTSTART"), "DTSTART;TZID=America/Toronto:20181207T163000");
  EXPECT_EQ(one(todo, "DUE"), "DUE;TZID=America/Toronto:20181207T170000");
}

TEST(Todo, OfAWindowThatComesBackIsAllDay) {
  Recurrence rule = weekly();
  rule.until = on(2018, 12, 21);
  const Lines todo = todo_of(every(window(on(2018, 12, 3), on(2018, 12, 7)), rule));
  EXPECT_EQ(one(todo, "DTSTART"), "DTSTART;VALUE=DATE:20181203");
  EXPECT_EQ(one(todo, "DUE"), "DUE;VALUE=DATE:20181207");
  EXPECT_EQ(one(todo, "RRULE"), "RRULE:FREQ=WEEKLY;UNTIL=20181221");
}

TEST(Todo, SaysHowFarItIs) {
  PlanBuilder built;
  Action& action = built.add("Titre", due(on(2018, 12, 25)));
  EXPECT_EQ(one(todo_of(built), "PERCENT-COMPLETE"), "");
  action.status = Status::begun;
  action.percent = 40;
  EXPECT_EQ(one(todo_of(built), "STATUS"), "STATUS:IN-PROCESS");
  EXPECT_EQ(one(todo_of(built), "PERCENT-COMPLETE"), "PERCENT-COMPLETE:40");
  action.status = Status::cancelled;
  EXPECT_EQ(one(todo_of(built), "STATUS"), "STATUS:CANCELLED");
}

TEST(Todo, DoneOnADayWasCompletedAtNoonOfIt) {
  PlanBuilder built;
  Action& action = built.add("Titre", due(on(2018, 12, 25)));
  action.status = Status::done;
  action.completed = on(2018, 7, 1);
  const Lines todo = todo_of(built);
  EXPECT_EQ(one(todo, "STATUS"), "STATUS:COMPLETED");
  EXPECT_EQ(one(todo, "COMPLETED"), "COMPLETED:20180701T160000Z");
  EXPECT_EQ(one(todo, "PERCENT-COMPLETE"), "PERCENT-COMPLETE:100");
  EXPECT_EQ(one(todo, "SUMMARY"), "SUMMARY:Titre");
}

TEST(Todo, DoneOnADayThatNobodySaidWasCompletedWhenItWasFirstSeenDone) {
  PlanBuilder built;
  Action& action = built.add("Titre", due(on(2018, 12, 25)));
  action.status = Status::done;
  EXPECT_EQ(one(todo_of(built), "COMPLETED"), "COMPLETED:20181126T120000Z");
}

TEST(Todo, IsNoneWhereDeadlinesAreEvents) {
  PlanBuilder built;
  built.add("Titre", due(on(2018, 12, 25)));
  EXPECT_EQ(components(write(built, options(DeadlineForm::event)), "VTODO").size(), 0U);
  const std::string both = write(built, options(DeadlineForm::both));
  EXPECT_EQ(components(both, "VTODO").size(), 1U);
  EXPECT_EQ(components(both, "VEVENT").size(), 1U);
}

TEST(Todo, HasAUidOfItsOwnThatLeadsBackToTheEvents) {
  EXPECT_EQ(todo_uid("a"), "a-todo");
  EXPECT_EQ(event_uid("a-todo"), "a");
  EXPECT_EQ(event_uid("a"), "a");
  EXPECT_EQ(event_uid(todo_uid("a-todo")), "a-todo");
}

TEST(Relations, NameTheSameFormWhereThereIsOne) {
  PlanBuilder built;
  built.add("Parent", due(on(2018, 12, 25)));
  built.add("Réunion", all_day(on(2018, 12, 4)));
  built.add("Un jour");
  Action& child = built.add("Enfant", due(on(2018, 12, 20)));
  child.parent = 0;
  child.after = built.indexes({1, 2});
  const std::string both = write(built, options(DeadlineForm::both));
  const Lines todo = components(both, "VTODO").back();
  EXPECT_EQ(all_of(todo, "RELATED-TO"), (Lines{"RELATED-TO;RELTYPE=PARENT:u0-todo", "RELATED-TO;RELTYPE=DEPENDS-ON:u1",
                                               "RELATED-TO;RELTYPE=DEPENDS-ON:u2-todo"}));
  const Lines event = components(both, "VEVENT").back();
  EXPECT_EQ(all_of(event, "RELATED-TO"), (Lines{"RELATED-TO;RELTYPE=PARENT:u0", "RELATED-TO;RELTYPE=DEPENDS-ON:u1",
                                                "RELATED-TO;RELTYPE=DEPENDS-ON:u2-todo"}));
}

}  // namespace
}  // namespace jalon
