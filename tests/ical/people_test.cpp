#include <gtest/gtest.h>

#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;

class People : public testing::Test {
 protected:
  Lines event(const CalendarOptions& chosen = options()) {
    if (built_.plan().actions.empty()) {
      Action& action = built_.add("Titre", all_day(on(2018, 12, 4)));
      action.description = built_.text(description_);
      action.owners = built_.people(owners_);
      action.attendees = built_.people(attendees_);
    }
    return components(write(built_, chosen), "VEVENT").at(0);
  }
  static CalendarOptions invite() {
    CalendarOptions chosen = options();
    chosen.invite = true;
    chosen.organizer = "moi@exemple.ca";
    return chosen;
  }

  PlanBuilder built_;
  std::string description_;
  std::vector<Person> owners_;
  std::vector<Person> attendees_;
};

TEST_F(People, StandInTheDescriptionSoThatNobodyIsMailed) {
  owners_ = {{"Alex", "alex@exemple.ca"}, {"Zoé", ""}};
  attendees_ = {{"Sam", "sam@exemple.ca"}};
  const Lines lines = event();
  EXPECT_EQ(one(lines, "DESCRIPTION"), "DESCRIPTION:Responsable : Alex\\, Zoé\\nAvec : Sam");
  EXPECT_TRUE(all_of(lines, "ATTENDEE").empty());
  EXPECT_TRUE(all_of(lines, "ORGANIZER").empty());
}

TEST_F(People, ComeAfterTheDescriptionInThePlansLanguage) {
  built_.plan().language = Language::english;
  description_ = "Bring cake";
  attendees_ = {{"Sam", ""}};
  EXPECT_EQ(one(event(), "DESCRIPTION"), "DESCRIPTION:Bring cake\\nWith: Sam");
}

TEST_F(People, WithoutANameAreShownByTheirAddress) {
  owners_ = {{"", "alex@exemple.ca"}};
  EXPECT_EQ(one(event(), "DESCRIPTION"), "DESCRIPTION:Responsable : alex@exemple.ca");
}

TEST_F(People, WithAnAddressAreInvitedOnlyWhereThatIsWanted) {
  owners_ = {{"Alex, \"le grand\"", "alex@exemple.ca"}, {"Zoé", ""}};
  attendees_ = {{"Sam", "mailto:sam o@exemple.ca"}, {"Alex", "alex@exemple.ca"}};
  const Lines lines = event(invite());
  EXPECT_EQ(one(lines, "ORGANIZER"), "ORGANIZER:mailto:moi@exemple.ca");
  EXPECT_EQ(all_of(lines, "ATTENDEE"),
            (Lines{"ATTENDEE;CN=\"Alex, ^'le grand^'\";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:alex@exemple.ca",
                   "ATTENDEE;CN=\"Sam\";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:sam%20o@exemple.ca"}));
  EXPECT_EQ(one(lines, "DESCRIPTION"), "DESCRIPTION:Responsable : Zoé");
}

TEST_F(People, AreNotInvitedByNobody) {
  owners_ = {{"Alex", "alex@exemple.ca"}};
  auto chosen = invite();
  chosen.organizer.clear();
  EXPECT_TRUE(all_of(event(chosen), "ATTENDEE").empty());
  EXPECT_EQ(one(event(chosen), "DESCRIPTION"), "DESCRIPTION:Responsable : Alex");
}

TEST_F(People, DoNotInviteThemselves) {
  owners_ = {{"Moi", "moi@exemple.ca"}};
  const Lines lines = event(invite());
  EXPECT_TRUE(all_of(lines, "ORGANIZER").empty());
  EXPECT_EQ(one(lines, "DESCRIPTION"), "DESCRIPTION:Responsable : Moi");
}

}  // namespace
}  // namespace jalon
