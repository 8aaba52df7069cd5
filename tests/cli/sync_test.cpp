// The commands sync, status and remove, from their words to what they say, on a calendar in memory.
#include <gtest/gtest.h>
#include <sys/mman.h>

#include "base/scratch_folder.h"
#include "cli/online/run_sync.h"
#include "jalon/object.h"
#include "sync/memory_store.h"

namespace jalon {
namespace {

using namespace test;

const std::string head = "---\nas of: 2018-11-26\ntimezone: America/Toronto\n---\n";

// What is written to a file that has no name.
class Caught {
 public:
  Caught() : number_(memfd_create("caught", 0)) {}
  ~Caught() { close(number_); }
  int number() const { return number_; }
  std::string text() const {
    std::string bytes(static_cast<std::size_t>(lseek(number_, 0, SEEK_END)), '\0');
    const auto got = pread(number_, bytes.data(), bytes.size(), 0);
    return got < 0 ? std::string() : bytes;
  }

 private:
  int number_;
};

class SyncCommand : public ::testing::Test {
 protected:
  SyncCommand() {
    calendar_.facts_.name = "Work";
    environment_.now = std::chrono::sys_days{std::chrono::year{2018} / 11 / 26};
    environment_.system_zone = "America/Toronto";
    environment_.config_folder = folder_.path("config");
    environment_.state_folder = folder_.path("state");
    environment_.variables = [](const std::string&) { return std::string(); };
  }

  struct Said {
    ExitCode code;
    std::string output, errors;
  };

  Said run(const std::vector<std::string>& words) {
    const auto parsed = parse_arguments(words);
    const auto& line = std::get<CommandLine>(parsed);
    const Look look = make_look(line, environment_);
    const Caught out, err;
    ExitCode code{};
    {
      Output output(out.number()), errors(err.number());
      const OnlineRun online{line, environment_, look, {output, errors}, Language::english};
      code = run_plans(online, [this](std::string_view name) -> Result<Store*> {
        asked_ = name;
        return &calendar_;
      });
    }
    return {code, out.text(), err.text()};
  }

  void write(const std::string& text) { plan_ = folder_.put("plan.md", head + text); }
  // The plan's folder is another one for each run of the test.
  std::string named(std::string text) const {
    for (std::size_t at = text.find(plan_); at != std::string::npos; at = text.find(plan_))
      text.replace(at, plan_.size(), "plan.md");
    return text;
  }

  ScratchFolder folder_;
  MemoryStore calendar_;
  Environment environment_;
  std::string plan_, asked_;
};

TEST_F(SyncCommand, CreatesAndSaysSo) {
  write("- Call Lea — December 4 at 12\n");
  const Said first = run({"sync", plan_, "--calendar", "Work"});
  EXPECT_EQ(first.code, ExitCode::done);
  EXPECT_EQ(asked_, "Work");
  EXPECT_EQ(named(first.output), "+ plan.md:5  Call Lea — 2018-12-04 12:00 – 13:00 America/Toronto\n");
  EXPECT_EQ(named(first.errors), "plan.md → Work: 1 created\n");
  const Said again = run({"sync", plan_});
  EXPECT_EQ(again.output, "");
  EXPECT_EQ(named(again.errors), "plan.md → Work: 1 unchanged\n");
}

TEST_F(SyncCommand, ShowsWhatItWouldDoAndDoesNothing) {
  write("- Call Lea — December 4 at 12\n");
  const Said shown = run({"sync", plan_, "--dry-run"});
  EXPECT_EQ(named(shown.output), "+ plan.md:5  Call Lea — 2018-12-04 12:00 – 13:00 America/Toronto\n");
  EXPECT_TRUE(calendar_.objects().empty());
  EXPECT_NE(run({"sync", plan_, "--dry-run", "--format", "json"}).output.find("\"act\":\"create\""), std::string::npos);
  EXPECT_EQ(run({"status", plan_}).output, shown.output);
  EXPECT_TRUE(calendar_.objects().empty());
}

TEST_F(SyncCommand, NeedsLeaveToChangeWhatIsThere) {
  write("- Call Lea — December 4 at 12\n");
  run({"sync", plan_});
  write("- Call Lea — December 5 at 12\n");
  const Said refused = run({"sync", plan_});
  EXPECT_EQ(refused.code, ExitCode::failed);
  EXPECT_NE(refused.errors.find("--yes"), std::string::npos);
  EXPECT_EQ(calendar_.writes, 1U);
  EXPECT_EQ(run({"sync", plan_, "--yes"}).code, ExitCode::done);
  EXPECT_EQ(calendar_.writes, 2U);
}

TEST_F(SyncCommand, EndsWithAProblemWhereThereIsAConflict) {
  write("- Call Lea — December 4 at 12\n");
  run({"sync", plan_});
  const auto [href, object] = *calendar_.objects().begin();
  std::string body = object.body;
  calendar_.put(href, body.replace(body.find("T120000"), 7, "T090000"));
  write("- Call Lea — December 5 at 12\n");
  const Said said = run({"sync", plan_, "--yes"});
  EXPECT_EQ(said.code, ExitCode::problems);
  EXPECT_NE(said.output.find("(conflict)"), std::string::npos);
  EXPECT_EQ(run({"sync", plan_, "--yes", "--prefer", "plan"}).code, ExitCode::done);
  EXPECT_EQ(value_of(read_object(calendar_.objects().begin()->second.body)->fields, "times"),
            "2018-12-05 12:00 – 13:00 America/Toronto");
}

TEST_F(SyncCommand, StopsBeforeManyRemovalsAndNamesTheOption) {
  write("- Call Lea — December 4 at 12\n- Call Tom — December 5 at 12\n- Call Ann — December 6 at 12\n");
  run({"sync", plan_});
  write("- Call Lea — December 4 at 12\n");
  const Said stopped = run({"sync", plan_, "--yes"});
  EXPECT_EQ(stopped.code, ExitCode::failed);
  EXPECT_NE(stopped.errors.find("--allow-deletions"), std::string::npos);
  EXPECT_EQ(calendar_.objects().size(), 3U);
  EXPECT_EQ(run({"sync", plan_, "--yes", "--allow-deletions"}).code, ExitCode::done);
  EXPECT_EQ(calendar_.objects().size(), 1U);
}

TEST_F(SyncCommand, TakesAPlanOff) {
  write("- Call Lea — December 4 at 12\n");
  run({"sync", plan_});
  calendar_.put("/cal/mine.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:mine\nEND:VEVENT\nEND:VCALENDAR\n");
  EXPECT_EQ(run({"remove", plan_, "--yes"}).output, "- Call Lea\n");
  EXPECT_EQ(calendar_.objects().size(), 1U);
}

TEST_F(SyncCommand, TellsInStatusWhatStaysOtherwiseInTheCalendar) {
  write("- Call Lea — December 4 at 12\n");
  run({"sync", plan_});
  const auto [href, object] = *calendar_.objects().begin();
  std::string body = object.body;
  calendar_.put(href, body.replace(body.find("SUMMARY:Call Lea"), 16, "SUMMARY:Call Tom"));
  EXPECT_NE(run({"sync", plan_}).output.find("kept: title: Call Lea → Call Tom"), std::string::npos);
  EXPECT_EQ(run({"sync", plan_}).output, "");
  EXPECT_NE(run({"status", plan_}).output.find("kept: title: Call Lea → Call Tom"), std::string::npos);
}

TEST_F(SyncCommand, WritesNothingOfAPlanWithErrors) {
  write("- Call Lea — November 31\n");
  const Said said = run({"sync", plan_});
  EXPECT_EQ(said.code, ExitCode::problems);
  EXPECT_NE(said.errors.find("nothing was written"), std::string::npos);
  EXPECT_EQ(calendar_.lists, 0U);
}

}  // namespace
}  // namespace jalon
