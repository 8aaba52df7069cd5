// Plans as people write and edit them, put into calendars in memory, run after run.
#include "app/online/sync.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/online/changes_text.h"
#include "base/scratch_folder.h"
#include "jalon/object.h"
#include "sync/memory_store.h"

namespace jalon {
namespace {

using namespace test;

const std::string head = "---\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n";

class PlanSyncing : public testing::Test {
 protected:
  PlanSyncing() {
    tasks_.facts_.address = "memory:/tasks/";
    for (MemoryStore* store : {&calendar_, &tasks_}) {
      store->uid_of = [](const std::string& body) { return read_object(body)->uid; };
    }
    request_.state_folder = folder_.path("state");
    request_.settings.now = std::chrono::sys_days{std::chrono::year{2018} / 11 / 26};
    request_.settings.system_zone = "America/Toronto";
    request_.settings.language = Language::english;
  }

  void write(const std::string& text) { request_.input = folder_.put("plan.md", head + text); }

  Result<PlanSync> prepare() {
    return PlanSync::prepare(
        request_, [this](std::string_view name) -> Result<Store*> { return name == "tasks" ? &tasks_ : &calendar_; });
  }

  // What the run says, and then does.
  std::string sync() {
    auto prepared = prepare();
    if (!prepared) return message_of(prepared.error(), Language::english);
    if (prepared->is_faulty()) return "faulty";
    std::string text;
    for (const Tripped& tripped : prepared->changes().tripped) text += guard_text(tripped, Language::english) + "\n";
    if (!text.empty()) return text;
    for (const Step& step : prepared->changes().steps) text += step_text(step, "plan.md", Language::english);
    const Applied applied = prepared->apply();
    for (const Problem& problem : applied.problems) text += problem_text(problem, "plan.md", Language::english);
    return text;
  }

  static std::string field(const MemoryStore& store, const std::string& title, std::string_view name) {
    for (const auto& [href, object] : store.objects()) {
      const auto content = read_object(object.body);
      if (value_of(content->fields, "summary") == title) return std::string(value_of(content->fields, name));
    }
    return "none";
  }

  // Someone edits the object with this title.
  static void edit(MemoryStore& store, const std::string& title, const std::string& from, const std::string& to) {
    for (const auto& [href, object] : store.objects()) {
      if (object.body.find("SUMMARY:" + title) == std::string::npos) continue;
      std::string body = object.body;
      body.replace(body.find(from), from.size(), to);
      return store.put(href, body);
    }
    FAIL() << "no object is called " << title;
  }

  ScratchFolder folder_;
  MemoryStore calendar_, tasks_;
  SyncRequest request_;
};

TEST_F(PlanSyncing, CreatesAndThenDoesNothing) {
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n");
  EXPECT_EQ(sync(),
            "+ plan.md:5  Call Lea — 2018-12-04 12:00 – 13:00 America/Toronto\n"
            "+ plan.md:6  Report — ≤ 2018-12-14\n");
  EXPECT_EQ(calendar_.objects().size(), 2U);
  EXPECT_EQ(sync(), "");
  EXPECT_TRUE(prepare()->standing_differences().empty());
}

TEST_F(PlanSyncing, FollowsAnActionThatIsRenamedAndMoved) {
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n");
  sync();
  write("- Report — by December 15\n- Call Lea about the contract — December 4 at 12\n");
  EXPECT_EQ(sync(),
            "> plan.md:5  Report\n    when: ≤ 2018-12-14 → ≤ 2018-12-15\n"
            "~ plan.md:6  Call Lea about the contract\n    title: Call Lea → Call Lea about the contract\n");
  EXPECT_EQ(calendar_.objects().size(), 2U);
  EXPECT_EQ(sync(), "");
}

TEST_F(PlanSyncing, TellsWhatWasDoneInTheCalendarOnce) {
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n- Party — December 20\n");
  sync();
  edit(calendar_, "Report", "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20181201T120000Z");
  edit(calendar_, "Call Lea", "T120000", "T150000");
  for (const auto& [href, object] : std::map(calendar_.objects())) {
    if (object.body.find("SUMMARY:Party") != std::string::npos) calendar_.drop(href);
  }
  const std::string told = sync();
  EXPECT_EQ(told,
            "= plan.md:5  Call Lea (edited in the calendar)\n"
            "    kept: when: 2018-12-04 12:00 – 13:00 America/Toronto → 2018-12-04 15:00 – 13:00 America/Toronto\n"
            "= plan.md:6  Report (edited in the calendar)\n    kept: state: ∅ → COMPLETED\n"
            "= plan.md:7  Party (deleted in the calendar)\n");
  EXPECT_EQ(calendar_.writes, 3U);
  EXPECT_EQ(sync(), "");
  const auto standing = prepare()->standing_differences();
  ASSERT_EQ(standing.size(), 3U);
  EXPECT_EQ(step_text(standing[1], "plan.md", Language::english),
            "= plan.md:6  Report (edited in the calendar)\n    kept: state: ∅ → COMPLETED\n");
  EXPECT_EQ(standing[2].news, News::deleted);
}

TEST_F(PlanSyncing, MergesAnEditOnEachSide) {
  write("- Call Lea — December 4 at 12\n");
  sync();
  edit(calendar_, "Call Lea", "END:VEVENT", "LOCATION:Office\r\nX-MINE:1\r\nEND:VEVENT");
  write("- Call Lea — December 5 at 12\n");
  EXPECT_EQ(sync(),
            "> plan.md:5  Call Lea\n    when: 2018-12-04 12:00 – 13:00 America/Toronto → "
            "2018-12-05 12:00 – 13:00 America/Toronto\n    kept: place: ∅ → Office\n    kept: something else\n");
  EXPECT_EQ(field(calendar_, "Call Lea", "location"), "Office");
  EXPECT_NE(calendar_.objects().begin()->second.body.find("X-MINE:1\r\n"), std::string::npos);
  EXPECT_NE(calendar_.objects().begin()->second.body.find("SEQUENCE:1\r\n"), std::string::npos);
  EXPECT_EQ(sync(), "");
}

TEST_F(PlanSyncing, LeavesAConflictToPeople) {
  write("- Call Lea — December 4 at 12\n");
  sync();
  edit(calendar_, "Call Lea", "SUMMARY:Call Lea", "SUMMARY:Call Tom");
  write("- Call Ann — December 4 at 12\n");
  const std::string conflict =
      "! plan.md:5  Call Ann (conflict)\n    title: the plan says Call Ann, the calendar Call Tom (it was Call Lea)\n";
  EXPECT_EQ(sync(), conflict);
  EXPECT_EQ(sync(), conflict);
  request_.policy.prefer = Prefer::calendar;
  sync();
  request_.policy.prefer = Prefer::neither;
  EXPECT_EQ(sync(), "");
  EXPECT_NE(field(calendar_, "Call Tom", "times"), "none");
}

TEST_F(PlanSyncing, WritesDeadlinesAsTheCalendarKeepsThem) {
  calendar_.facts_.keeps = Keeps::events;
  write("- Report — by December 14\n- Undated thing\n");
  sync();
  EXPECT_EQ(calendar_.objects().size(), 1U);
  EXPECT_EQ(field(calendar_, "Report", "times"), "2018-12-14");
  EXPECT_EQ(prepare()->homeless(), std::vector<std::uint32_t>{1});
  request_.deadlines = DeadlineChoice::both;
  EXPECT_EQ(prepare()->homeless(), std::vector<std::uint32_t>{1});
}

TEST_F(PlanSyncing, MovesDeadlinesToASecondCalendarAndLeavesNoTwin) {
  calendar_.facts_.keeps = Keeps::events;
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n");
  sync();
  request_.tasks = "tasks";
  sync();
  EXPECT_EQ(field(calendar_, "Report", "times"), "none");
  EXPECT_EQ(field(tasks_, "Report", "times"), "≤ 2018-12-14");
  EXPECT_EQ(sync(), "");
}

TEST_F(PlanSyncing, KnowsAPlanThatWasMoved) {
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n- Party — December 20\n");
  sync();
  std::filesystem::create_directory(folder_.path("other"));
  std::filesystem::remove(request_.input);
  request_.input = folder_.put("other/plan.md", head + "- Call Lea — December 4 at 12\n- Report — by December 14\n");
  EXPECT_EQ(sync(), "- Party\n");
}

TEST_F(PlanSyncing, StopsBeforeItEmptiesACalendar) {
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n- Party — December 20\n");
  sync();
  write("- Call Lea — December 4 at 12\n");
  EXPECT_EQ(sync(), "2 objects of 3 would go from the calendar; --allow-deletions allows it\n");
  request_.policy.many_removals = Allow::yes;
  EXPECT_EQ(sync(), "- Report\n- Party\n");
}

TEST_F(PlanSyncing, TakesAPlanOffAndNothingElse) {
  write("- Call Lea — December 4 at 12\n");
  sync();
  calendar_.put("/cal/mine.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:mine\nEND:VEVENT\nEND:VCALENDAR\n");
  request_.purpose = SyncRequest::Purpose::take_off;
  request_.policy.taking_off = Allow::yes;
  EXPECT_EQ(sync(), "- Call Lea\n");
  EXPECT_EQ(calendar_.objects().size(), 1U);
}

TEST_F(PlanSyncing, RefusesWhatWouldChangeEveryDay) {
  request_.input = folder_.put("plan.md", "- Call Lea — tomorrow\n");
  EXPECT_NE(sync().find("are read from today"), std::string::npos);
  EXPECT_TRUE(calendar_.objects().empty());
}

TEST_F(PlanSyncing, RefusesAPlanWithErrorsAndACalendarThatIsReadOnly) {
  write("- Call Lea — November 31\n");
  EXPECT_EQ(sync(), "faulty");
  write("- Call Lea — November 30\n");
  calendar_.facts_.access = Access::read_only;
  EXPECT_EQ(sync(), "the calendar \"cal\" can only be read");
}

TEST_F(PlanSyncing, FindsItsObjectsAgainWithoutItsMemory) {
  write("- Call Lea — December 4 at 12\n- Report — by December 14\n");
  sync();
  std::filesystem::remove_all(folder_.path("state"));
  EXPECT_EQ(sync(), "");
  EXPECT_EQ(calendar_.objects().size(), 2U);
}

}  // namespace
}  // namespace jalon
