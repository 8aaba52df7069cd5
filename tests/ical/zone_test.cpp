#include "jalon/zone.h"

#include <gtest/gtest.h>

#include <string>

#include "jalon/language.h"

namespace jalon {
namespace {

using namespace std::chrono;
using Kind = Zone::Kind;

Zone zone(const char* name) {
  auto found = Zone::find(name);
  EXPECT_TRUE(found) << name;
  return *found;
}

LocalTime local(year_month_day date, int hour, int minute = 0) { return Day{date} + hours{hour} + minutes{minute}; }
sys_seconds utc(year_month_day date, int hour, int minute = 0) {
  return sys_days{date} + hours{hour} + minutes{minute};
}

TEST(Zone, ReadsALocalTimeInWinterAndInSummer) {
  const Zone toronto = zone("America/Toronto");
  EXPECT_EQ(toronto.name(), "America/Toronto");
  EXPECT_EQ(toronto.to_utc(local(2018y / 12 / 4, 17)), utc(2018y / 12 / 4, 22));
  EXPECT_EQ(toronto.to_utc(local(2018y / 7 / 4, 17)), utc(2018y / 7 / 4, 21));
  EXPECT_EQ(toronto.to_local(utc(2018y / 12 / 4, 22)), local(2018y / 12 / 4, 17));
  EXPECT_EQ(toronto.kind_of(local(2018y / 12 / 4, 17)), Kind::unique);
}

TEST(Zone, MovesATimeThatTheClocksSkipForwardByTheGap) {
  const Zone toronto = zone("America/Toronto");
  EXPECT_EQ(toronto.kind_of(local(2019y / 3 / 10, 2, 30)), Kind::skipped);
  EXPECT_EQ(toronto.to_local(toronto.to_utc(local(2019y / 3 / 10, 2, 30))), local(2019y / 3 / 10, 3, 30));
}

TEST(Zone, TakesTheFirstOfATimeThatComesTwice) {
  const Zone toronto = zone("America/Toronto");
  EXPECT_EQ(toronto.kind_of(local(2018y / 11 / 4, 1, 30)), Kind::repeated);
  EXPECT_EQ(toronto.to_utc(local(2018y / 11 / 4, 1, 30)), utc(2018y / 11 / 4, 5, 30));
}

TEST(Zone, SkipsAWholeDayWhereTheZoneDid) {
  const Zone apia = zone("Pacific/Apia");
  EXPECT_EQ(apia.kind_of(local(2011y / 12 / 30, 12)), Kind::skipped);
  EXPECT_EQ(apia.to_local(apia.to_utc(local(2011y / 12 / 30, 12))), local(2011y / 12 / 31, 12));
}

TEST(Zone, KnowsUtcByAnyOfItsNames) {
  for (const char* name : {"UTC", "Etc/UTC", "Zulu", "UCT", "Universal", "Etc/Zulu"})
    EXPECT_TRUE(zone(name).is_utc()) << name;
  for (const char* name : {"GMT", "Europe/London", "Africa/Abidjan", "Etc/GMT+5"})
    EXPECT_FALSE(zone(name).is_utc()) << name;
}

TEST(Zone, RefusesWhatIsNoIanaName) {
  for (const char* name : {"",
                           "Local",
                           "localtime",
                           "posixrules",
                           "Factory",
                           "UTC0",
                           "Fixed/UTC+01:00:00",
                           "/etc/localtime",
                           "../UTC",
                           "America/../UTC",
                           "America/",
                           "America",
                           "/UTC",
                           "posix/UTC",
                           "right/UTC",
                           "tzdata.zi",
                           "leapseconds",
                           "file:UTC",
                           "EST5EDT,M3.2.0,M11.1.0",
                           "Amérique/Toronto",
                           "America//Toronto"}) {
    const auto found = Zone::find(name);
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().kind, ErrorKind::config) << name;
  }
  EXPECT_FALSE(Zone::find(std::string_view("UTC\0x", 5)));
}

TEST(Zone, NamesTheNearestKnownZone) {
  const auto mend = [](const char* name) { return mend_of(Zone::find(name).error(), Language::english); };
  EXPECT_EQ(mend("America/Tornto"), "did you mean \"America/Toronto\"?");
  EXPECT_EQ(mend("america/toronto"), "did you mean \"America/Toronto\"?");
  EXPECT_EQ(mend("Montreal"), "did you mean \"America/Montreal\"?");
  EXPECT_EQ(mend("Canada/Paris"), "did you mean \"Europe/Paris\"?");
  EXPECT_EQ(mend("xyzzyxyzzyxyzzy"), "");
}

TEST(Zone, ListsEachChangeOfTheClocks) {
  const auto found = zone("America/Toronto").transitions(utc(2018y / 1 / 1, 0), utc(2019y / 1 / 1, 0));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].at, utc(2018y / 3 / 11, 7));
  EXPECT_EQ(found[0].offset_before, hours{-5});
  EXPECT_EQ(found[0].offset, hours{-4});
  EXPECT_TRUE(found[0].daylight);
  EXPECT_EQ(found[0].abbreviation, "EDT");
  EXPECT_EQ(found[1].at, utc(2018y / 11 / 4, 6));
}

TEST(Zone, ListsChangesOfANameWithoutOneOfTheOffset) {
  // Volgograd and Simferopol changed names at the same offset; Lisbon went from CET to WEST.
  const auto found = zone("Europe/Lisbon").transitions(utc(1996y / 1 / 1, 0), utc(1997y / 1 / 1, 0));
  ASSERT_GE(found.size(), 1U);
  EXPECT_EQ(found[0].offset, found[0].offset_before);
  EXPECT_EQ(found[0].abbreviation, "WEST");
}

TEST(Zone, GoesOnForEverWhereItsRuleDoes) {
  const Zone paris = zone("Europe/Paris");
  for (const year far : {2438y, 2900y, 9999y}) {
    const auto found = paris.transitions(sys_days{far / 1 / 1}, sys_days{far / 12 / 31});
    ASSERT_EQ(found.size(), 2U) << int(far);
    EXPECT_EQ(floor<days>(found[0].at), sys_days{far / March / Sunday[last]}) << int(far);
    EXPECT_EQ(floor<days>(paris.state_at(sys_days{far / 7 / 1}).at), sys_days{far / March / Sunday[last]}) << int(far);
    EXPECT_EQ(paris.to_utc(local(far / 7 / 1, 12)), utc(far / 7 / 1, 10));
  }
  EXPECT_TRUE(zone("Asia/Tokyo").transitions(utc(1960y / 1 / 1, 0), utc(9999y / 1 / 1, 0)).empty());
}

TEST(Zone, TellsWhenThePresentStateBegan) {
  EXPECT_EQ(zone("America/Toronto").state_at(utc(2018y / 12 / 4, 0)).at, utc(2018y / 11 / 4, 6));
  EXPECT_EQ(zone("America/Toronto").state_at(utc(2018y / 11 / 4, 6)).at, utc(2018y / 11 / 4, 6));
  EXPECT_EQ(zone("Etc/GMT+5").state_at(utc(2018y / 12 / 4, 0)).at, sys_seconds::min());
  EXPECT_EQ(zone("Etc/GMT+5").state_at(utc(2018y / 12 / 4, 0)).abbreviation, "-05");
}

}  // namespace
}  // namespace jalon
