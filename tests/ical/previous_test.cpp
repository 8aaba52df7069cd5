// Reading back what jalon wrote, and refusing everything else.
#include <gtest/gtest.h>

#include <string>

#include "base/catalogue.h"
#include "base/files.h"
#include "ical/plan_builder.h"

namespace jalon {
namespace {

using namespace test;

std::vector<PreviousItem> read(const std::string& bytes) {
  auto found = read_previous(bytes);
  EXPECT_TRUE(found) << message_of(found.error(), Language::english);
  return found ? std::move(*found) : std::vector<PreviousItem>{};
}

const std::string head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//jalon//jalon//FR\r\n";
const std::string item = "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20181126T120000Z\r\nSUMMARY:Titre\r\nEND:VEVENT\r\n";
const std::string foot = "END:VCALENDAR\r\n";

TEST(Previous, TellsWhatEachActionWas) {
  PlanBuilder built;
  const auto section = built.section("Clients, fournisseurs");
  Action& first = built.add("Appeler; puis\nécrire\\envoyer, 👍", timed(at(2018, 12, 4, 17), at(2018, 12, 4, 18)));
  first.section = section;
  first.tags = built.texts({"merci"});
  first.id = built.text("appel;1");
  built.add("Fermé", all_day(on(2018, 12, 24), on(2018, 12, 31)));
  built.add("Cadeaux", due(on(2018, 12, 25))).tags = built.texts({"famille"});
  built.add("Bilan", window(on(2018, 12, 10), on(2018, 12, 20)));
  built.add("Rapport", every(due_at(at(2018, 12, 4, 9)), weekly()));
  built.add("Ménage", every(due(on(2018, 12, 4)), weekly()));
  built.add("Un jour");
  for (const auto form : {DeadlineForm::event, DeadlineForm::todo}) {
    const auto items = read(write(built, options(form)));
    ASSERT_EQ(items.size(), built.plan().actions.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      const When& when = built.plan().actions[i].when;
      EXPECT_EQ(event_uid(items[i].uid), built.uids()[i]);
      EXPECT_EQ(items[i].summary, built.plan().actions[i].title);
      EXPECT_EQ(items[i].section, i == 0 ? "Clients, fournisseurs" : "") << i;
      EXPECT_EQ(items[i].id, i == 0 ? "appel;1" : "");
      EXPECT_EQ(items[i].kind, when.kind) << i;
      EXPECT_EQ(items[i].timed, when.timed) << i;
      EXPECT_EQ(items[i].start, when.start) << i;
      EXPECT_EQ(items[i].end, when.end) << i;
      EXPECT_EQ(items[i].stamp, stamp_2018);
      EXPECT_EQ(items[i].todo, items[i].uid.ends_with("-todo"));
    }
  }
}

TEST(Previous, TakesTheWritersMarksOffTheTitleAndNoOthers) {
  PlanBuilder built;
  built.add("⏰ Réveil", due(on(2018, 12, 25)));
  built.add("✓ liste", all_day(on(2018, 12, 25)));
  built.add("Cadeaux", due(on(2018, 12, 25))).status = Status::done;
  auto chosen = options();
  chosen.deadline_mark = "⏰";
  const auto items = read(write(built, chosen));
  EXPECT_EQ(items[0].summary, "⏰ Réveil");
  EXPECT_EQ(items[1].summary, "✓ liste");
  EXPECT_EQ(items[2].summary, "Cadeaux");
}

TEST(Previous, TakesFoldsAndLineFeedsAsOtherProgramsWriteThem) {
  std::string bytes = "\xef\xbb\xbf" + head + item + foot;
  bytes.insert(bytes.find("itre"), "\r\n\t");
  std::string::size_type at = 0;
  while ((at = bytes.find('\r')) != std::string::npos) bytes.erase(at, 1);
  const auto items = read(bytes + "\n\n");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].summary, "Titre");
  EXPECT_EQ(items[0].content_hash, read(head + item + foot)[0].content_hash);
}

TEST(Previous, IsNotChangedByStampsButByAnythingElse) {
  const auto hash = [](const std::string& more) {
    return read(head + item.substr(0, item.find("END:")) + more + "END:VEVENT\r\n" + foot)[0];
  };
  const PreviousItem plain = hash("");
  EXPECT_EQ(hash("SEQUENCE:3\r\nLAST-MODIFIED:20181126T120000Z\r\n").content_hash, plain.content_hash);
  EXPECT_NE(hash("LOCATION:x\r\n").content_hash, plain.content_hash);
  EXPECT_EQ(hash("LOCATION:x\r\n").schedule_hash, plain.schedule_hash);
  EXPECT_NE(hash("STATUS:CANCELLED\r\n").schedule_hash, plain.schedule_hash);
  EXPECT_NE(hash("BEGIN:VALARM\r\nSEQUENCE:1\r\nEND:VALARM\r\n").content_hash, plain.content_hash);
  EXPECT_EQ(hash("BEGIN:VALARM\r\nSTATUS:1\r\nEND:VALARM\r\n").schedule_hash, plain.schedule_hash);
}

// Written by an earlier version: what it says must be found again for ever.
TEST(Previous, OfAnEarlierVersionIsStillRead) {
  const auto bytes = read_file(std::string(JALON_SOURCE_DIR) + "/tests/ical/everyday.ics");
  ASSERT_TRUE(bytes);
  const auto items = read(*bytes);
  ASSERT_EQ(items.size(), 14U);
  EXPECT_EQ(items[0].uid, "u0");
  EXPECT_EQ(items[0].summary, "Remercier les clients par un appel");
  EXPECT_EQ(items[0].section, "Clients, fournisseurs");
  EXPECT_EQ(items[0].kind, WhenKind::deadline);
  EXPECT_EQ(items[0].end, LocalTime{on(2018, 12, 14)});
  EXPECT_EQ(items[1].uid, "u0-todo");
  EXPECT_EQ(items[2].id, "bilan");
  EXPECT_EQ(items[2].start, at(2018, 12, 4, 9, 30));
  EXPECT_EQ(items[4].kind, WhenKind::window);
  EXPECT_EQ(items[4].start, LocalTime{on(2018, 12, 10)});
  EXPECT_EQ(items[8].summary, "Commander");
  EXPECT_EQ(items[9].completed, std::chrono::sys_days{std::chrono::year{2018} / 11 / 30} + std::chrono::hours{17});
}

TEST(Previous, OfNothingIsNothing) {
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read("\r\n\n").empty());
  EXPECT_TRUE(read(head + foot).empty());
}

void expect_refused(const std::string& bytes, Code code, std::int64_t line) {
  const auto found = read_previous(bytes);
  ASSERT_FALSE(found) << bytes.substr(0, 200);
  EXPECT_EQ(found.error().code, code) << bytes.substr(0, 200);
  EXPECT_EQ(found.error().kind, ErrorKind::refused);
  if (line == 0) return;
  EXPECT_EQ(std::get<std::int64_t>(found.error().arguments.at(0)), line) << bytes.substr(0, 200);
}

TEST(Previous, IsRefusedWhereItIsNoCalendar) {
  expect_refused("- Acheter du pain\n", Code::calendar_none, 1);
  expect_refused("Bonjour: tout le monde\n", Code::calendar_none, 1);
  expect_refused("\r\nBEGIN:VCARD\r\nEND:VCARD\r\n", Code::calendar_none, 2);
  expect_refused("END:VCALENDAR\r\n", Code::calendar_none, 1);
  expect_refused(std::string(1000, '\0'), Code::calendar_none, 1);
}

TEST(Previous, IsRefusedWhereAnotherProgramWroteIt) {
  expect_refused("BEGIN:VCALENDAR\r\nPRODID:-//autre//FR\r\n" + item + foot, Code::calendar_foreign, 0);
  expect_refused("BEGIN:VCALENDAR\r\n" + foot, Code::calendar_foreign, 0);
}

TEST(Previous, IsRefusedWhereItIsDamaged) {
  expect_refused(head + item, Code::calendar_damaged, 9);
  expect_refused(head + "BEGIN:VEVENT\r\nUID:u\r\n" + foot, Code::calendar_damaged, 6);
  expect_refused(head + "BEGIN:VEVENT\r\nDTSTAMP:20181126T120000Z\r\nEND:VEVENT\r\n" + foot, Code::calendar_damaged, 4);
  expect_refused(head + "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:demain\r\nEND:VEVENT\r\n" + foot, Code::calendar_damaged, 4);
  expect_refused(head + "rien\r\n" + item + foot, Code::calendar_damaged, 4);
  expect_refused(head + std::string("X:a\0b\r\n", 7) + foot, Code::calendar_damaged, 4);
  expect_refused(head + item + foot + "SUMMARY:après\r\n", Code::calendar_damaged, 10);
  expect_refused(head + item + foot + head + foot, Code::calendar_damaged, 10);
  expect_refused(head + "END:VEVENT\r\n" + foot, Code::calendar_damaged, 4);
}

TEST(Previous, SaysWhatIsWrongInBothLanguages) {
  const auto error = read_previous(head + "rien\r\n").error();
  EXPECT_EQ(message_of(error, Language::french), "ce calendrier est endommagé (ligne 4: «rien»)");
  EXPECT_EQ(message_of(error, Language::english), "this calendar is damaged (line 4: \"rien\")");
}

TEST(Previous, SurvivesInputsThatAreHugeInEachOfTheirParts) {
  const auto repeated = [](const std::string& what, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += what;
    return text;
  };
  constexpr std::size_t size = 500'000;
  const std::string open_item = "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20181126T120000Z\r\n";
  const std::string close = "END:VEVENT\r\n" + foot;
  const std::string inputs[] = {
      repeated("BEGIN:VCALENDAR\r\n", size),
      head + repeated("BEGIN:X\r\n", size),
      head + repeated("BEGIN:VEVENT\r\n", size),
      repeated("\r\n ", size),
      head + open_item + "SUMMARY:" + repeated("a", size) + "\r\n" + close,
      head + open_item + "SUMMARY:" + repeated("\\,", size) + "\r\n" + close,
      head + open_item + "SUMMARY:a" + repeated("\r\n ", size) + "\r\n" + close,
      head + open_item + "CATEGORIES:" + repeated("a,", size) + "\r\n" + close,
      head + open_item + repeated("CATEGORIES:a\r\n", size) + close,
      head + open_item + repeated("X-JALON-ID:a\r\n", size) + close,
      head + open_item + "DTSTART" + repeated(";X=a", size) + ":20181204\r\n" + close,
      head + open_item + "SUMMARY;X=\"" + repeated("a", size) + "\":b\r\n" + close,
      head + repeated(item, size) + foot,
  };
  for (const auto& input : inputs) {
    const auto found = read_previous(input);
    EXPECT_EQ(found.has_value(), input.ends_with(foot) || input.starts_with("\r\n")) << input.substr(0, 150);
  }
}

}  // namespace
}  // namespace jalon
