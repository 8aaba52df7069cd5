// The calendar around the components: its head, its zone, its counts, and what a second conversion leaves as it was.
#include <gtest/gtest.h>

#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;
using namespace std::chrono_literals;

PlanBuilder three_actions() {
  PlanBuilder built;
  built.add("Réunion", timed(at(2018, 12, 4, 17), at(2018, 12, 4, 18)));
  built.add("Cadeaux", due(on(2018, 12, 25)));
  built.add("Un jour");
  return built;
}

std::vector<PreviousItem> previous(const std::string& bytes) {
  auto read = read_previous(bytes);
  EXPECT_TRUE(read) << message_of(read.error(), Language::english);
  return std::move(*read);
}

TEST(Calendar, HasAHead) {
  PlanBuilder built = three_actions();
  built.plan().title = "Fin d'année, 2018";
  auto chosen = options();
  chosen.color = "teal";
  const Lines lines = lines_of(write(built, chosen));
  EXPECT_EQ(Lines(lines.begin(), lines.begin() + 7),
            (Lines{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jalon//jalon//FR", "CALSCALE:GREGORIAN",
                   "NAME:Fin d'année\\, 2018", "X-WR-CALNAME:Fin d'année\\, 2018", "COLOR:teal"}));
  EXPECT_EQ(lines.back(), "END:VCALENDAR");
  EXPECT_TRUE(all_of(lines, "METHOD").empty());
}

TEST(Calendar, IsCalledAsAskedOrAsThePlanOrNot) {
  PlanBuilder built = three_actions();
  EXPECT_EQ(one(lines_of(write(built, options())), "NAME"), "");
  built.plan().title = "Plan";
  auto chosen = options();
  chosen.name = "Bureau";
  EXPECT_EQ(one(lines_of(write(built, chosen)), "NAME"), "NAME:Bureau");
}

TEST(Calendar, HasTheZoneThatItsTimesUseAndNoOther) {
  PlanBuilder built = three_actions();
  EXPECT_EQ(components(write(built, options()), "VTIMEZONE").size(), 1U);
  EXPECT_EQ(components(write(built, options(), "UTC"), "VTIMEZONE").size(), 0U);
  PlanBuilder days;
  days.add("Férié", all_day(on(2018, 12, 25)));
  days.add("Cadeaux", due(on(2018, 12, 25)));
  EXPECT_EQ(components(write(days, options(DeadlineForm::both)), "VTIMEZONE").size(), 0U);
}

TEST(Calendar, HasAZoneForAnAllDayTaskThatComesBack) {
  PlanBuilder built;
  built.add("Rapport", every(due(on(2018, 12, 7)), weekly()));
  EXPECT_EQ(components(write(built, options(DeadlineForm::event)), "VTIMEZONE").size(), 0U);
  EXPECT_EQ(components(write(built, options(DeadlineForm::todo)), "VTIMEZONE").size(), 1U);
}

TEST(Calendar, PutsTheZoneBeforeTheComponents) {
  PlanBuilder built = three_actions();
  const std::string bytes = write(built, options());
  EXPECT_LT(bytes.find("BEGIN:VTIMEZONE"), bytes.find("BEGIN:VEVENT"));
}

TEST(Calendar, HasAZoneFromItsEarliestTimeOn) {
  PlanBuilder built;
  built.add("Autrefois", timed(at(1974, 1, 15, 9), at(1974, 1, 15, 10)));
  built.add("Plus tard", due_at(at(2300, 7, 1, 9)));
  const Lines zone = components(write(built, options()), "VTIMEZONE").at(0);
  const Lines starts = all_of(zone, "DTSTART");
  EXPECT_EQ(*std::min_element(starts.begin(), starts.end()), "DTSTART:19721029T020000");
}

TEST(Calendar, CountsActionsByWhatTheyAre) {
  PlanBuilder built = three_actions();
  CalendarCounts counts;
  write(built, options(DeadlineForm::both), "America/Toronto", {}, &counts);
  EXPECT_EQ(counts.events, 1U);
  EXPECT_EQ(counts.deadlines, 1U);
  EXPECT_EQ(counts.undated, 1U);
  EXPECT_EQ(counts.created, 3U);
  EXPECT_EQ(counts.changed + counts.unchanged + counts.removed, 0U);
}

TEST(Calendar, OfNoActionsIsStillOne) {
  PlanBuilder built;
  EXPECT_EQ(lines_of(write(built, options())).back(), "END:VCALENDAR");
}

TEST(SecondConversion, ChangesNoByteWhereNothingChanged) {
  for (const auto form : {DeadlineForm::event, DeadlineForm::todo, DeadlineForm::both}) {
    PlanBuilder built = three_actions();
    built.plan().actions[1].status = Status::done;
    const std::string first = write(built, options(form));
    auto later = options(form);
    later.stamp += 24h;
    CalendarCounts counts;
    EXPECT_EQ(write(built, later, "America/Toronto", previous(first), &counts), first);
    EXPECT_EQ(counts.unchanged, 3U);
    EXPECT_EQ(counts.created + counts.changed + counts.removed, 0U);
  }
}

TEST(SecondConversion, StampsOnlyWhatChanged) {
  PlanBuilder built = three_actions();
  const auto before = previous(write(built, options()));
  built.plan().actions[0].title = "Réunion d'équipe";
  auto later = options();
  later.stamp += 24h;
  CalendarCounts counts;
  const auto events = components(write(built, later, "America/Toronto", before, &counts), "VEVENT");
  EXPECT_EQ(one(events[0], "DTSTAMP"), "DTSTAMP:20181127T120000Z");
  EXPECT_EQ(one(events[0], "SEQUENCE"), "SEQUENCE:0");
  EXPECT_EQ(one(events[1], "DTSTAMP"), "DTSTAMP:20181126T120000Z");
  EXPECT_EQ(counts.changed, 1U);
  EXPECT_EQ(counts.unchanged, 2U);
}

TEST(SecondConversion, RaisesTheSequenceOnlyWhereTheScheduleChanged) {
  PlanBuilder built = three_actions();
  std::string bytes = write(built, options());
  for (int i = 1; i <= 12; ++i) {
    built.plan().actions[0].when.end += 10min;
    bytes = write(built, options(), "America/Toronto", previous(bytes));
    EXPECT_EQ(one(components(bytes, "VEVENT")[0], "SEQUENCE"), "SEQUENCE:" + std::to_string(i));
    EXPECT_EQ(one(components(bytes, "VEVENT")[1], "SEQUENCE"), "SEQUENCE:0");
  }
  built.plan().actions[0].status = Status::cancelled;
  bytes = write(built, options(), "America/Toronto", previous(bytes));
  EXPECT_EQ(one(components(bytes, "VEVENT")[0], "SEQUENCE"), "SEQUENCE:13");
  built.plan().actions[0].location = "Ailleurs";
  bytes = write(built, options(), "America/Toronto", previous(bytes));
  EXPECT_EQ(one(components(bytes, "VEVENT")[0], "SEQUENCE"), "SEQUENCE:13");
}

TEST(SecondConversion, NeverTurnsTheStampBack) {
  PlanBuilder built = three_actions();
  const auto before = previous(write(built, options()));
  built.plan().actions[0].title = "Autre";
  auto earlier = options();
  earlier.stamp -= 24h;
  const auto events = components(write(built, earlier, "America/Toronto", before), "VEVENT");
  EXPECT_EQ(one(events[0], "DTSTAMP"), "DTSTAMP:20181126T120001Z");
}

TEST(SecondConversion, CountsWhatCameAndWent) {
  PlanBuilder built = three_actions();
  const auto before = previous(write(built, options(DeadlineForm::both)));
  built.plan().actions.pop_back();
  built.uids().pop_back();
  built.add("Nouveau", due(on(2018, 12, 31)));
  built.uids().back() = "new";
  CalendarCounts counts;
  write(built, options(DeadlineForm::both), "America/Toronto", before, &counts);
  EXPECT_EQ(counts.created, 1U);
  EXPECT_EQ(counts.unchanged, 2U);
  EXPECT_EQ(counts.removed, 1U);
}

TEST(SecondConversion, InAnotherFormIsAChangeOfTheSameActions) {
  PlanBuilder built = three_actions();
  const auto before = previous(write(built, options(DeadlineForm::event)));
  CalendarCounts counts;
  write(built, options(DeadlineForm::todo), "America/Toronto", before, &counts);
  EXPECT_EQ(counts.changed, 1U);
  EXPECT_EQ(counts.unchanged, 2U);
  EXPECT_EQ(counts.created + counts.removed, 0U);
}

TEST(SecondConversion, KeepsWhenSomethingWasFirstSeenDone) {
  PlanBuilder built = three_actions();
  built.plan().actions[1].status = Status::done;
  const auto before = previous(write(built, options(DeadlineForm::todo)));
  built.plan().actions[1].title = "Cadeaux emballés";
  auto later = options(DeadlineForm::todo);
  later.stamp += 24h;
  const auto todo = components(write(built, later, "America/Toronto", before), "VTODO").at(0);
  EXPECT_EQ(one(todo, "DTSTAMP"), "DTSTAMP:20181127T120000Z");
  EXPECT_EQ(one(todo, "COMPLETED"), "COMPLETED:20181126T120000Z");
}

TEST(SecondConversion, IsNotFooledByOtherFolds) {
  PlanBuilder built = three_actions();
  std::string first = write(built, options());
  std::string folded = first;
  folded.insert(folded.find("Cadeaux") + 3, "\r\n ");
  EXPECT_EQ(write(built, options(), "America/Toronto", previous(folded)), first);
}

}  // namespace
}  // namespace jalon
