// What becomes of an action that takes place, and of a deadline that is written as an event.
#include <gtest/gtest.h>

#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;
using namespace std::chrono_literals;
using std::chrono::Tuesday;

Lines event_of(PlanBuilder& built, const CalendarOptions& chosen = options(), const char* zone = "America/Toronto") {
  const auto found = components(write(built, chosen, zone), "VEVENT");
  return found.size() == 1 ? found[0] : Lines{};
}

Lines event_of(When when, const char* zone = "America/Toronto") {
  PlanBuilder built;
  built.add("Titre", std::move(when));
  return event_of(built, options(), zone);
}

TEST(Event, AllDayEndsBeforeTheDayAfterItsLast) {
  const Lines event = event_of(all_day(on(2018, 12, 3), on(2018, 12, 5)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;VALUE=DATE:20181203");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;VALUE=DATE:20181206");
  EXPECT_EQ(one(event, "TRANSP"), "");
}

TEST(Event, OfOneDayHasAnEndToo) {
  EXPECT_EQ(one(event_of(all_day(on(2018, 12, 31))), "DTEND"), "DTEND;VALUE=DATE:20190101");
}

TEST(Event, WithTimesStandsInThePlansZone) {
  const Lines event = event_of(timed(at(2018, 12, 4, 17), at(2018, 12, 4, 18, 30)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20181204T170000");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20181204T183000");
}

TEST(Event, InUtcIsWrittenSo) {
  const Lines event = event_of(timed(at(2018, 12, 4, 17), at(2018, 12, 4, 18)), "UTC");
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART:20181204T170000Z");
  EXPECT_EQ(one(event, "DTEND"), "DTEND:20181204T180000Z");
}

TEST(Event, AtATimeThatTheClocksSkipMovesPastTheGap) {
  const Lines event = event_of(timed(at(2019, 3, 10, 2, 30), at(2019, 3, 10, 4)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20190310T033000");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20190310T040000");
  EXPECT_EQ(one(event, "X-JALON-WHEN"), "X-JALON-WHEN:event 20190310T023000/20190310T040000");
}

TEST(Event, ThatEndsJustPastAGapKeepsItsLength) {
  const Lines event = event_of(timed(at(2019, 3, 10, 2, 30), at(2019, 3, 10, 3, 15)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20190310T033000");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20190310T041500");
}

TEST(Event, WithoutALengthLastsAnHour) {
  const Lines event = event_of(timed(at(2018, 12, 4, 17), at(2018, 12, 4, 17)));
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20181204T180000");
}

TEST(Event, DoneIsMarkedBeforeItsTitle) {
  PlanBuilder built;
  built.add("Appeler", all_day(on(2018, 12, 4))).status = Status::done;
  const Lines event = event_of(built);
  EXPECT_EQ(one(event, "SUMMARY"), "SUMMARY:✓ Appeler");
  EXPECT_EQ(one(event, "X-JALON-MARK"), "X-JALON-MARK:✓");
  EXPECT_EQ(one(event, "STATUS"), "");
  EXPECT_EQ(one(event, "COMPLETED"), "");
}

TEST(Event, CancelledSaysSo) {
  PlanBuilder built;
  built.add("Appeler", all_day(on(2018, 12, 4))).status = Status::cancelled;
  EXPECT_EQ(one(event_of(built), "STATUS"), "STATUS:CANCELLED");
  EXPECT_EQ(one(event_of(built), "SUMMARY"), "SUMMARY:Appeler");
}

TEST(Event, CarriesWhatTheLineSaid) {
  PlanBuilder built;
  const auto section = built.section("Clients");
  Action& action = built.add("Appeler", all_day(on(2018, 12, 4)));
  action.section = section;
  action.description = built.text("Une ligne\nune autre");
  action.location = built.text("Café; Nord");
  action.url = built.text("https://exemple.ca/a,b");
  action.id = built.text("appel");
  action.tags = built.texts({"merci", "a,b"});
  action.priority = 1;
  action.effort = 90min;
  const Lines event = event_of(built);
  EXPECT_EQ(one(event, "DESCRIPTION"), "DESCRIPTION:Une ligne\\nune autre");
  EXPECT_EQ(one(event, "LOCATION"), "LOCATION:Café\\; Nord");
  EXPECT_EQ(one(event, "URL"), "URL:https://exemple.ca/a,b");
  EXPECT_EQ(one(event, "CATEGORIES"), "CATEGORIES:Clients,merci,a\\,b");
  EXPECT_EQ(one(event, "PRIORITY"), "PRIORITY:1");
  EXPECT_EQ(one(event, "ESTIMATED-DURATION"), "ESTIMATED-DURATION:PT1H30M");
  EXPECT_EQ(one(event, "X-JALON-ID"), "X-JALON-ID:appel");
  EXPECT_EQ(one(event, "UID"), "UID:u0");
  EXPECT_EQ(one(event, "DTSTAMP"), "DTSTAMP:20181126T120000Z");
  EXPECT_EQ(one(event, "SEQUENCE"), "SEQUENCE:0");
}

TEST(Event, HasNoPropertyForWhatWasNotSaid) {
  EXPECT_EQ(event_of(all_day(on(2018, 12, 4))),
            (Lines{"UID:u0", "DTSTAMP:20181126T120000Z", "SEQUENCE:0", "DTSTART;VALUE=DATE:20181204",
                   "DTEND;VALUE=DATE:20181205", "SUMMARY:Titre"}));
}

TEST(DeadlineAsEvent, StandsOnItsDayAndBlocksNoTime) {
  const Lines event = event_of(due(on(2018, 12, 25)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;VALUE=DATE:20181225");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;VALUE=DATE:20181226");
  EXPECT_EQ(one(event, "TRANSP"), "TRANSP:TRANSPARENT");
  EXPECT_EQ(one(event, "CATEGORIES"), "CATEGORIES:Échéance");
}

TEST(DeadlineAsEvent, EndsAtTheTimeItIsDueHalfAnHourLong) {
  const Lines event = event_of(due_at(at(2018, 12, 25, 17)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20181225T163000");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20181225T170000");
}

TEST(DeadlineAsEvent, DueAtMidnightStandsOnTheEveningBefore) {
  const Lines event = event_of(due_at(at(2018, 12, 26, 0)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20181225T233000");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20181226T000000");
}

TEST(DeadlineAsEvent, JustPastAGapBeginsBeforeIt) {
  const Lines event = event_of(due_at(at(2019, 3, 10, 3, 15)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20190310T014500");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;TZID=America/Toronto:20190310T031500");
}

TEST(DeadlineAsEvent, OfAWindowStandsOnItsLastDay) {
  const Lines event = event_of(window(on(2018, 12, 10), on(2018, 12, 20)));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;VALUE=DATE:20181220");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;VALUE=DATE:20181221");
  EXPECT_EQ(one(event, "X-JALON-WHEN"), "X-JALON-WHEN:window 20181210/20181220");
}

TEST(DeadlineAsEvent, HasItsCategoryInThePlansLanguageAndTheMarkThatWasAskedFor) {
  PlanBuilder built(Language::english);
  Action& action = built.add("Call", due(on(2018, 12, 25)));
  action.tags = built.texts({"thanks"});
  auto chosen = options();
  chosen.deadline_mark = "⏰";
  EXPECT_EQ(one(event_of(built, chosen), "SUMMARY"), "SUMMARY:⏰ Call");
  EXPECT_EQ(one(event_of(built, chosen), "CATEGORIES"), "CATEGORIES:thanks,Deadline");
  action.status = Status::done;
  EXPECT_EQ(one(event_of(built, chosen), "SUMMARY"), "SUMMARY:✓ ⏰ Call");
}

TEST(DeadlineAsEvent, AloneIsMarkedNotWhatTakesPlace) {
  PlanBuilder built;
  built.add("Appeler", all_day(on(2018, 12, 4)));
  auto chosen = options();
  chosen.deadline_mark = "⏰";
  EXPECT_EQ(one(event_of(built, chosen), "SUMMARY"), "SUMMARY:Appeler");
}

TEST(RecurringEvent, IsLimitedInItsOwnType) {
  Recurrence rule = weekly({{0, Tuesday}});
  rule.until = on(2018, 12, 20);
  EXPECT_EQ(one(event_of(every(all_day(on(2018, 12, 4)), rule)), "RRULE"), "RRULE:FREQ=WEEKLY;UNTIL=20181220;BYDAY=TU");
  const Lines event = event_of(every(timed(at(2018, 12, 4, 10), at(2018, 12, 4, 11)), rule));
  EXPECT_EQ(one(event, "RRULE"), "RRULE:FREQ=WEEKLY;UNTIL=20181220T150000Z;BYDAY=TU");
  const Lines utc = event_of(every(timed(at(2018, 12, 4, 10), at(2018, 12, 4, 11)), rule), "UTC");
  EXPECT_EQ(one(utc, "RRULE"), "RRULE:FREQ=WEEKLY;UNTIL=20181220T100000Z;BYDAY=TU");
}

TEST(RecurringEvent, CountsItsLimitInTheOffsetOfTheLastDay) {
  Recurrence rule = weekly();
  rule.until = on(2019, 7, 2);
  const Lines event = event_of(every(timed(at(2018, 12, 4, 10), at(2018, 12, 4, 11)), rule));
  EXPECT_EQ(one(event, "RRULE"), "RRULE:FREQ=WEEKLY;UNTIL=20190702T140000Z");
}

TEST(RecurringEvent, LeavesOutItsExceptionsInItsOwnType) {
  Recurrence rule = weekly();
  rule.exceptions = {on(2018, 12, 11), on(2018, 12, 25)};
  EXPECT_EQ(one(event_of(every(all_day(on(2018, 12, 4)), rule)), "EXDATE"), "EXDATE;VALUE=DATE:20181211,20181225");
  const When when = every(timed(at(2018, 12, 4, 10), at(2018, 12, 4, 11)), rule);
  EXPECT_EQ(one(event_of(when), "EXDATE"), "EXDATE;TZID=America/Toronto:20181211T100000,20181225T100000");
  EXPECT_EQ(one(event_of(when, "UTC"), "EXDATE"), "EXDATE:20181211T100000Z,20181225T100000Z");
}

TEST(RecurringEvent, HasEveryPartOfItsRule) {
  Recurrence rule;
  rule.frequency = Frequency::yearly;
  rule.interval = 2;
  rule.count = 10;
  rule.by_month = {3, 9};
  rule.by_month_day = {-1, 15};
  rule.by_day = {{-1, std::chrono::Friday}, {2, std::chrono::Monday}};
  rule.by_set_position = {-1, 1};
  EXPECT_EQ(one(event_of(every(all_day(on(2018, 12, 4)), rule)), "RRULE"),
            "RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=3,9;BYMONTHDAY=-1,15;BYDAY=-1FR,2MO;BYSETPOS=-1,1");
}

TEST(RecurringEvent, KeepsATimeThatTheClocksSkipOnlyOnce) {
  const Lines event = event_of(every(timed(at(2019, 3, 10, 2, 30), at(2019, 3, 10, 4)), weekly()));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;TZID=America/Toronto:20190310T023000");
}

TEST(RecurringDeadlineAsEvent, NeverBeginsOnTheDayBefore) {
  EXPECT_EQ(one(event_of(every(due_at(at(2018, 12, 4, 9)), weekly())), "DTSTART"),
            "DTSTART;TZID=America/Toronto:20181204T083000");
  EXPECT_EQ(one(event_of(every(due_at(at(2018, 12, 4, 0, 10)), weekly())), "DTSTART"),
            "DTSTART;TZID=America/Toronto:20181204T000000");
  const Lines midnight = event_of(every(due_at(at(2018, 12, 4, 0)), weekly()));
  EXPECT_EQ(one(midnight, "DTSTART"), "DTSTART;TZID=America/Toronto:20181204T000000");
  EXPECT_EQ(one(midnight, "DTEND"), "DTEND;TZID=America/Toronto:20181204T003000");
}

TEST(RecurringDeadlineAsEvent, OfAWindowLastsAsLongAsTheWindow) {
  const Lines event = event_of(every(window(on(2018, 12, 4), on(2018, 12, 6)), weekly()));
  EXPECT_EQ(one(event, "DTSTART"), "DTSTART;VALUE=DATE:20181204");
  EXPECT_EQ(one(event, "DTEND"), "DTEND;VALUE=DATE:20181207");
}

}  // namespace
}  // namespace jalon
