// Calendar objects as servers and people rewrite them: what they say, and what an update leaves as it was.
#include "jalon/object.h"

#include <gtest/gtest.h>

#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;
using Names = std::vector<std::string>;

std::string body(const std::string& properties, const std::string& more = "") {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + more +
         "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20181101T000000Z\r\n" + properties + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

Fields fields_of(const std::string& properties) {
  const auto read = read_object(body(properties));
  return read ? read->fields : Fields{{"unread", "!"}};
}

std::string field(const std::string& properties, std::string_view name) {
  return std::string(value_of(fields_of(properties), name));
}

std::string merged(const std::string& theirs, const std::string& ours, const Names& take) {
  return merge_object(theirs, ours, take).value_or("nothing");
}

const std::string noon =
    "DTSTART;TZID=America/Toronto:20181204T120000\r\nDTEND;TZID=America/Toronto:20181204T130000\r\n";
const std::string later =
    "DTSTART;TZID=America/Toronto:20181205T120000\r\nDTEND;TZID=America/Toronto:20181205T130000\r\n";

TEST(ReadObject, SaysWhatPeopleCanRead) {
  EXPECT_EQ(field(noon, "times"), "2018-12-04 12:00 – 13:00 America/Toronto");
  EXPECT_EQ(field("DTSTART;VALUE=DATE:20181204\r\nDTEND;VALUE=DATE:20181207\r\n", "times"), "2018-12-04 – 2018-12-06");
  EXPECT_EQ(field("DTSTART;VALUE=DATE:20181204\r\nDTEND;VALUE=DATE:20181205\r\n", "times"), "2018-12-04");
  EXPECT_EQ(field("DTSTART:20181204T120000Z\r\nDURATION:PT1H\r\n", "times"), "2018-12-04 12:00Z + PT1H");
  EXPECT_EQ(field("SUMMARY:Dire «oui»\\, ou non\\nmerci\r\n", "summary"), "Dire «oui», ou non\nmerci");
}

TEST(ReadObject, IsTheSameHoweverAServerWritesItDown) {
  const std::string ours = noon + "SUMMARY:Un titre assez long\r\nCATEGORIES:b,a\r\nRRULE:FREQ=WEEKLY;BYDAY=TU\r\n";
  const std::string rewritten =
      "CLASS:PUBLIC\nRRULE:byday=TU;FREQ=WEEKLY;INTERVAL=1\nCATEGORIES:a\nSUMMARY;LANGUAGE=fr:Un titre as\n sez "
      "long\nCATEGORIES:b\ndtend;TZID=\"America/Toronto\":20181204T130000\nDTSTART;TZID=America/"
      "Toronto:20181204T120000\nPRIORITY:0\nTRANSP:OPAQUE\nSEQUENCE:4\nLAST-MODIFIED:20181111T000000Z\n";
  EXPECT_EQ(fields_of(ours), fields_of(rewritten));
}

TEST(ReadObject, SeesWhatOthersAdd) {
  const Fields before = fields_of("SUMMARY:a\r\n");
  EXPECT_EQ(differing(before, fields_of("SUMMARY:a\r\nCOMMENT:x\r\n")), Names{"rest"});
  EXPECT_EQ(differing(before, fields_of("SUMMARY:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c\r\n")), Names{"rest"});
  EXPECT_EQ(differing(before, fields_of("SUMMARY:a\r\nX-JALON-ID:x\r\nX-MOZ-GENERATION:3\r\n")), Names{});
  EXPECT_EQ(differing(before, fields_of("SUMMARY:a\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\n"
                                        "DESCRIPTION:a\r\nEND:VALARM\r\n")),
            Names{"alarm DISPLAY -PT1H"});
}

TEST(ReadObject, TellsATaskThatIsDone) {
  const auto task = [](const std::string& properties) {
    return read_object("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t\n" + properties + "END:VTODO\nEND:VCALENDAR\n")->fields;
  };
  EXPECT_EQ(task("STATUS:COMPLETED\n"), task("STATUS:COMPLETED\nPERCENT-COMPLETE:100\nCOMPLETED:20181201T000000Z\n"));
  EXPECT_EQ(task(""), task("STATUS:NEEDS-ACTION\nPERCENT-COMPLETE:0\n"));
  EXPECT_EQ(value_of(task("STATUS:COMPLETED\n"), "state"), "COMPLETED");
  EXPECT_NE(task("DUE;VALUE=DATE:20181201\n"), task("DTSTART;VALUE=DATE:20181201\n"));
}

TEST(ReadObject, TakesTheSeriesAndCountsItsInstancesToTheRest) {
  const std::string instance =
      "BEGIN:VEVENT\r\nUID:u1\r\nRECURRENCE-ID:20181211T120000Z\r\nSUMMARY:moved\r\nEND:VEVENT\r\n";
  const auto read = read_object(body("SUMMARY:series\r\n", instance));
  ASSERT_TRUE(read);
  EXPECT_EQ(value_of(read->fields, "summary"), "series");
  EXPECT_EQ(differing(read->fields, fields_of("SUMMARY:series\r\n")), Names{"rest"});
}

TEST(ReadObject, GivesNothingForWhatIsNoObject) {
  EXPECT_FALSE(read_object(""));
  EXPECT_FALSE(read_object("<html>"));
  EXPECT_FALSE(read_object("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
  EXPECT_FALSE(read_object("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n"));
  EXPECT_FALSE(read_object("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:u\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
  EXPECT_FALSE(read_object("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"));
}

TEST(MergeObject, ChangesWhatItTakesAndNothingElse) {
  const std::string theirs =
      body("SUMMARY:old\r\nX-ODD;A=\"b:c\":x\r\n y\r\nCOMMENT:theirs\r\n" + noon + "SEQUENCE:3\r\n");
  const std::string ours = body("SUMMARY:new\r\n" + later);
  EXPECT_EQ(merged(theirs, ours, {"summary"}),
            body("SUMMARY:new\r\nX-ODD;A=\"b:c\":x\r\n y\r\nCOMMENT:theirs\r\n" + noon + "SEQUENCE:3\r\n"));
  EXPECT_EQ(merged(theirs, ours, {"times"}),
            body("SUMMARY:old\r\nX-ODD;A=\"b:c\":x\r\n y\r\nCOMMENT:theirs\r\n" + later + "SEQUENCE:4\r\n"));
}

TEST(MergeObject, RaisesTheSequenceOnlyForAnotherSchedule) {
  const std::string same = "DTSTART:20181204T120000Z\r\n";
  EXPECT_EQ(merged(body(same + "SEQUENCE:7\r\n"), body(same), {"times", "summary"}), body(same + "SEQUENCE:7\r\n"));
  EXPECT_EQ(merged(body(same), body(noon), {"times"}), body(noon + "SEQUENCE:1\r\n"));
  EXPECT_EQ(merged(body("STATUS:CANCELLED\r\n"), body(""), {"state"}), body("SEQUENCE:1\r\n"));
}

TEST(MergeObject, AddsAndTakesAwayAlarmsButLeavesThoseOfOthers) {
  const auto alarm = [](const std::string& trigger, const std::string& words) {
    return "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:" + words + "\r\nTRIGGER:" + trigger + "\r\nEND:VALARM\r\n";
  };
  const std::string seen =
      "BEGIN:VALARM\r\nTRIGGER:-P1D\r\nDESCRIPTION:old\r\nACKNOWLEDGED:20181111T000000Z\r\nACTION:"
      "DISPLAY\r\nEND:VALARM\r\n";
  const std::string theirs = body("SUMMARY:old\r\n" + alarm("-PT5M", "mine") + seen + alarm("-PT1H", "gone"));
  const std::string ours = body("SUMMARY:new\r\n" + alarm("-P1D", "new") + alarm("-P2D", "new"));
  std::string renamed = seen;
  renamed.replace(renamed.find("old"), 3, "new");
  EXPECT_EQ(merged(theirs, ours, {"alarm DISPLAY -P1D", "alarm DISPLAY -P2D", "alarm DISPLAY -PT1H"}),
            body("SUMMARY:old\r\n" + alarm("-PT5M", "mine") + renamed + alarm("-P2D", "new")));
}

TEST(MergeObject, BringsTheTimeZoneThatItsTimesNeed) {
  const auto zone = [](const std::string& name, const std::string& more) {
    return "BEGIN:VTIMEZONE\r\nTZID:" + name + "\r\n" + more + "END:VTIMEZONE\r\n";
  };
  const std::string ours = body(noon, zone("America/Toronto", "COMMENT:ours\r\n"));
  const std::string paris = body("DTSTART;TZID=Europe/Paris:20181204T120000\r\n", zone("Europe/Paris", ""));
  EXPECT_EQ(merged(paris, ours, {"times"}),
            body(noon + "SEQUENCE:1\r\n", zone("Europe/Paris", "") + zone("America/Toronto", "COMMENT:ours\r\n")));
  const std::string theirs = body(later, zone("America/Toronto", "COMMENT:theirs\r\n"));
  EXPECT_EQ(merged(theirs, ours, {"times"}),
            body(noon + "SEQUENCE:1\r\n", zone("America/Toronto", "COMMENT:ours\r\n")));
  EXPECT_EQ(merged(theirs, ours, {"summary"}), theirs);
}

TEST(MergeObject, ThenSaysWhatWasTaken) {
  const std::string theirs = body("SUMMARY:old\r\nDESCRIPTION:theirs\r\nCATEGORIES:a\r\nCATEGORIES:b\r\n" + noon);
  const std::string ours = body("SUMMARY:new\r\nCATEGORIES:c\r\nURL:https://a.example/\r\n" + later);
  const auto result = read_object(merged(theirs, ours, {"summary", "description", "categories", "times", "url"}));
  EXPECT_EQ(result->fields, read_object(ours)->fields);
}

TEST(MergeObject, RefusesWhatIsNoObject) {
  EXPECT_FALSE(merge_object("garbage", body(""), Names{"summary"}));
  EXPECT_FALSE(merge_object(body(""), "garbage", Names{"summary"}));
}

TEST(WriteObjects, MakesOneBodyAnActionWithItsTimeZone) {
  PlanBuilder built;
  built.add("Appeler", timed(at(2018, 12, 4, 17), at(2018, 12, 4, 18)));
  built.add("Remettre", due(on(2018, 12, 14)));
  const auto zone = Zone::find("America/Toronto");
  CalendarOptions chosen = options();
  chosen.deadlines = DeadlineForm::both;
  chosen.name = "Titre";
  const auto objects = write_objects(built.plan(), *zone, built.uids(), chosen);
  ASSERT_EQ(objects.size(), 3U);
  EXPECT_EQ(objects[0].uid, "u0");
  EXPECT_EQ(objects[2].uid, "u1-todo");
  EXPECT_EQ(objects[2].action, 1U);
  for (const auto& object : objects) {
    EXPECT_EQ(read_object(object.body)->uid, object.uid);
    EXPECT_EQ(object.body.find("\r\nNAME:"), std::string::npos);
    EXPECT_TRUE(object.body.ends_with("END:VCALENDAR\r\n"));
  }
  EXPECT_NE(objects[0].body.find("BEGIN:VTIMEZONE"), std::string::npos);
  EXPECT_EQ(objects[1].body.find("BEGIN:VTIMEZONE"), std::string::npos);
  EXPECT_EQ(value_of(read_object(objects[0].body)->fields, "times"), "2018-12-04 17:00 – 18:00 America/Toronto");
}

}  // namespace
}  // namespace jalon
