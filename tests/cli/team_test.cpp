#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/convert_tool.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr const char* head = "---\nas of: 2018-11-26\nlang: fr\n---\n";

class TeamTool : public ::testing::Test {
 protected:
  TeamTool() {
    fs::create_directories(folder_.path("plans/clients"));
    folder_.put("plans/a.md",
                std::string(head) + "- Appeler Jean — 3 décembre @Alex\n- [x] Payer — avant Noël @Marie\n");
    folder_.put("plans/b.txt", std::string(head) + "- Voir Léa — 4 décembre\n");
    folder_.put("plans/clients/a.md", std::string(head) + "- Appeler Jean — 3 décembre @Alex @Marie #appel\n");
  }
  ToolRun convert(std::vector<std::string> arguments = {"plans", "--out-dir", "out"}) {
    arguments.insert(arguments.begin(), "convert");
    return run_tool(folder_, arguments);
  }
  // The objects of the report of one type.
  std::vector<nlohmann::json> report(const std::string& type, std::vector<std::string> arguments = {}) {
    std::vector<std::string> all = {"plans", "--out-dir", "out", "--report", "json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::istringstream lines(convert(all).output);
    std::vector<nlohmann::json> found;
    for (std::string line; std::getline(lines, line);) {
      auto object = nlohmann::json::parse(line);
      if (object["type"] == type) found.push_back(std::move(object));
    }
    return found;
  }
  std::string out(const std::string& name) const { return folder_.get("out/" + name); }
  bool has(const std::string& name) const { return fs::exists(folder_.path(name)); }
  struct timespec time_of(const std::string& name) const {
    struct stat status {};
    EXPECT_EQ(stat(folder_.path(name).c_str(), &status), 0) << name;
    return status.st_ctim;
  }
  // As if it had been written long ago.
  void age_plans() {
    for (const char* name : {"plans/a.md", "plans/b.txt", "plans/clients/a.md"})
      fs::last_write_time(folder_.path(name), {});
  }

  ScratchFolder folder_;
};

bool same_time(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

TEST_F(TeamTool, converts_a_folder_with_all_that_is_below_it) {
  const ToolRun done = convert();
  EXPECT_EQ(done.code, 0) << done.errors;
  EXPECT_EQ(done.errors,
            "plans/a.md → out/a.ics: calendrier créé, 2 actions: 1 événement, 1 échéance; 1 faite\n"
            "plans/b.txt → out/b.ics: calendrier créé, 1 action: 1 événement\n"
            "plans/clients/a.md → out/clients/a.ics: calendrier créé, 1 action: 1 événement\n"
            "3 plans: 3 calendriers créés; 4 actions: 3 événements, 1 échéance; 1 faite\n");
  EXPECT_EQ(count_of(out("a.ics"), "BEGIN:VEVENT"), 2U);
  EXPECT_EQ(done.output, "");
}

TEST_F(TeamTool, gives_equal_lines_of_two_plans_two_identities) {
  convert();
  const std::string one = out("a.ics"), other = out("clients/a.ics");
  const std::string uid = one.substr(one.find("UID:"), 40);
  EXPECT_EQ(other.find(uid), std::string::npos);
}

TEST_F(TeamTool, takes_files_and_quoted_patterns) {
  EXPECT_EQ(convert({"plans/**/a.md", "plans/b.txt", "--out-dir", "out", "-q"}).errors, "");
  EXPECT_TRUE(has("out/a.ics") && has("out/clients/a.ics") && has("out/b.ics"));
  EXPECT_EQ(convert({"plans/*.md", "--out-dir", "autre", "-q"}).code, 0);
  EXPECT_TRUE(has("autre/a.ics"));
  EXPECT_FALSE(has("autre/clients") || has("autre/b.ics"));
}

TEST_F(TeamTool, asks_where_to_write_several_calendars) {
  const ToolRun done = convert({"plans"});
  EXPECT_EQ(done.code, 2);
  EXPECT_NE(done.errors.find("--out-dir DOSSIER"), std::string::npos) << done.errors;
  EXPECT_EQ(convert({"plans/a.md", "plans/b.txt", "--out-dir", "out", "-o", "x.ics"}).code, 2);
}

TEST_F(TeamTool, writes_neither_of_two_plans_that_want_the_same_output) {
  const ToolRun done = convert({"plans/a.md", "plans/clients/a.md", "plans/b.txt", "--out-dir", "out"});
  EXPECT_EQ(done.code, 1);
  EXPECT_NE(done.errors.find("plans/clients/a.md: «plans/clients/a.md» et «plans/a.md» donneraient tous deux «a.ics»"),
            std::string::npos)
      << done.errors;
  EXPECT_FALSE(has("out/a.ics"));
  EXPECT_TRUE(has("out/b.ics"));
}

TEST_F(TeamTool, lets_no_plan_that_fails_stop_another) {
  folder_.put("plans/b.txt", std::string(head) + "- Voir Léa — lundi 4 décembre 2018\n");
  fs::create_directories(folder_.path("out"));
  folder_.put("out/a.ics", "BEGIN:VCALENDAR\r\nPRODID:autre\r\nEND:VCALENDAR\r\n");
  const ToolRun done = convert({"plans", "absent.md", "--out-dir", "out"});
  EXPECT_EQ(done.code, 1);
  EXPECT_NE(done.errors.find("plans/b.txt:5:14: erreur: le 4 décembre 2018 est un mardi"), std::string::npos)
      << done.errors;
  EXPECT_NE(done.errors.find("plans/b.txt → out/b.ics: rien n'a été écrit — 1 erreur\n"), std::string::npos);
  EXPECT_NE(done.errors.find("«out/a.ics» n'a pas été fait par jalon"), std::string::npos);
  EXPECT_NE(done.errors.find("absent.md: «absent.md» n'existe pas"), std::string::npos);
  EXPECT_NE(done.errors.find("4 plans: 1 calendrier créé, 3 en échec"), std::string::npos);
  EXPECT_TRUE(has("out/clients/a.ics"));
  EXPECT_FALSE(has("out/b.ics"));
}

TEST_F(TeamTool, says_the_same_on_any_number_of_threads) {
  for (int i = 0; i < 40; ++i) {
    folder_.put("plans/n" + std::to_string(i) + ".md", std::string(head) + "- Payer " + std::to_string(i) +
                                                           (i % 7 == 0 ? " — 31 novembre\n" : " — 3 décembre\n"));
  }
  const ToolRun one = convert({"plans", "--out-dir", "un", "-j", "1", "--report", "json"});
  const ToolRun many = convert({"plans", "--out-dir", "six", "--jobs=6", "--report", "json"});
  EXPECT_EQ(one.code, 1);
  EXPECT_EQ(one.errors, many.errors);
  std::string report = many.output;
  for (std::size_t at = 0; (at = report.find("six/", at)) != std::string::npos;) report.replace(at, 4, "un/");
  EXPECT_EQ(report, one.output);
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path("un"))) {
    const std::string name = fs::relative(entry.path(), folder_.path("un")).string();
    if (entry.path().extension() != ".ics") continue;
    EXPECT_EQ(folder_.get("un/" + name), folder_.get("six/" + name)) << name;
  }
}

TEST_F(TeamTool, touches_no_output_that_would_not_change) {
  age_plans();
  convert();
  const timespec a = time_of("out/a.ics"), b = time_of("out/b.ics"), record = time_of("out/.jalon-outputs");
  const ToolRun again = convert();
  EXPECT_NE(again.errors.find("3 plans: 3 inchangés; 4 actions: 3 événements, 1 échéance; 1 faite\n"),
            std::string::npos)
      << again.errors;
  folder_.put("plans/b.txt", std::string(head) + "- Voir Léa — 5 décembre\n");
  const ToolRun third = convert();
  EXPECT_NE(third.errors.find("3 plans: 1 mis à jour, 2 inchangés"), std::string::npos) << third.errors;
  EXPECT_TRUE(same_time(a, time_of("out/a.ics")));
  EXPECT_FALSE(same_time(b, time_of("out/b.ics")));
  EXPECT_FALSE(same_time(record, time_of("out/.jalon-outputs")));
}

TEST_F(TeamTool, sees_a_plan_that_changed_without_its_size_or_time) {
  age_plans();
  convert();
  const auto time = fs::last_write_time(folder_.path("plans/b.txt"));
  folder_.put("plans/b.txt", std::string(head) + "- Voir Léa — 5 décembre\n");
  fs::last_write_time(folder_.path("plans/b.txt"), time);
  convert();
  EXPECT_NE(out("b.ics").find("DTSTART;VALUE=DATE:20181205"), std::string::npos);
}

TEST_F(TeamTool, mends_an_output_that_someone_changed_or_removed) {
  age_plans();
  convert();
  const std::string b = out("b.ics");
  folder_.put("out/b.ics", replaced(b, "SUMMARY:Voir", "SUMMARY:Boir"));
  fs::remove(folder_.path("out/a.ics"));
  convert();
  EXPECT_NE(out("b.ics").find("SUMMARY:Voir"), std::string::npos);
  EXPECT_TRUE(has("out/a.ics"));
}

TEST_F(TeamTool, converts_again_where_a_setting_changed) {
  age_plans();
  convert();
  folder_.put("plans/jalon.toml", "[plans.\"b.txt\"]\ncalendar-color = \"teal\"\n");
  const ToolRun again = convert();
  EXPECT_NE(again.errors.find("3 plans: 1 mis à jour, 2 inchangés"), std::string::npos) << again.errors;
  EXPECT_NE(out("b.ics").find("COLOR:teal"), std::string::npos);
}

TEST_F(TeamTool, tells_warnings_each_time) {
  folder_.put("plans/b.txt",
              std::string(head) + "- Voir Léa — 4 décembre prioritée: 4\n- Voir — 3 décembre after: x\n");
  age_plans();
  const ToolRun first = convert();
  const ToolRun again = convert();
  EXPECT_NE(first.errors.find("avertissement"), std::string::npos) << first.errors;
  EXPECT_NE(again.errors.find("plans/b.txt:"), std::string::npos) << again.errors;
}

TEST_F(TeamTool, reads_what_depends_on_the_day_again_on_another_day) {
  folder_.put("plans/b.txt", "- Voir Léa demain\n");
  age_plans();
  EXPECT_EQ(convert({"plans", "--out-dir", "out", "--as-of", "2018-11-26"}).code, 0);
  EXPECT_EQ(convert({"plans", "--out-dir", "out", "--as-of", "2018-11-27"}).code, 0);
  EXPECT_NE(out("b.ics").find("DTSTART;VALUE=DATE:20181128"), std::string::npos);
}

TEST_F(TeamTool, names_a_plan_that_vanished_and_prunes_its_output) {
  convert();
  fs::remove(folder_.path("plans/b.txt"));
  const auto named = report("vanished");
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0]["plan"], "plans/b.txt");
  EXPECT_EQ(named[0]["output"], "out/b.ics");
  EXPECT_EQ(named[0]["fate"], "kept");
  EXPECT_NE(convert().errors.find("plans/b.txt n'existe plus; son calendrier reste: out/b.ics"), std::string::npos);
  EXPECT_EQ(report("vanished", {"--prune"})[0]["fate"], "removed");
  EXPECT_FALSE(has("out/b.ics"));
  EXPECT_TRUE(report("vanished", {"--prune"}).empty());
}

TEST_F(TeamTool, prunes_nothing_that_jalon_did_not_write) {
  convert();
  fs::remove(folder_.path("plans/b.txt"));
  fs::remove(folder_.path("plans/a.md"));
  folder_.put("out/b.ics", "BEGIN:VCALENDAR\r\nPRODID:autre\r\nEND:VCALENDAR\r\n");
  folder_.put("out/notes.ics", out("a.ics"));
  convert({"plans", "--out-dir", "out", "--prune"});
  EXPECT_TRUE(has("out/b.ics") && has("out/notes.ics"));
  EXPECT_FALSE(has("out/a.ics"));
}

TEST_F(TeamTool, prunes_nothing_where_it_finds_no_plan_at_all) {
  convert();
  fs::remove_all(folder_.path("plans"));
  EXPECT_EQ(convert({"plans", "--out-dir", "out", "--prune"}).code, 1);
  fs::create_directories(folder_.path("plans"));
  EXPECT_EQ(convert({"plans", "--out-dir", "out", "--prune"}).code, 2);
  EXPECT_TRUE(has("out/a.ics"));
}

TEST_F(TeamTool, leaves_plans_of_other_runs_alone) {
  convert({"plans/a.md", "--out-dir", "out"});
  const ToolRun other = convert({"plans/b.txt", "--out-dir", "out", "--prune"});
  EXPECT_EQ(other.errors.find("n'existe plus"), std::string::npos);
  EXPECT_TRUE(has("out/a.ics"));
}

TEST_F(TeamTool, reports_to_programs_with_every_count) {
  const auto plans = report("plan");
  ASSERT_EQ(plans.size(), 3U);
  EXPECT_EQ(
      plans[0].dump(),
      R"({"deadlines":1,"done":1,"errors":0,"events":1,"left_out":0,"notes":0,"output":"out/a.ics","plan":"plans/a.md","type":"plan","undated":0,"warnings":0,"written":"created"})");
  const auto summary = report("summary");
  ASSERT_EQ(summary.size(), 1U);
  EXPECT_EQ(summary[0]["unchanged"], 3);
  EXPECT_EQ(summary[0]["plans"], 3);
}

TEST_F(TeamTool, does_not_mind_a_damaged_record) {
  age_plans();
  convert();
  for (const char* damage : {"", "{\"jalon\":\"outputs\",\"version\":1}\n{\"output\":3}\n\xff\n[]\n", "autre chose"}) {
    folder_.put("out/.jalon-outputs", damage);
    const ToolRun again = convert();
    EXPECT_NE(again.errors.find("3 plans: 3 inchangés"), std::string::npos) << again.errors;
  }
}

TEST_F(TeamTool, takes_no_plan_from_the_folder_it_writes_to) {
  convert({"plans", "--out-dir", "plans/out"});
  folder_.put("plans/out/notes.md", "- Rien — 3 décembre\n");
  EXPECT_NE(convert({"plans", "--out-dir", "plans/out"}).errors.find("3 plans: 3 inchangés"), std::string::npos);
}

TEST_F(TeamTool, leaves_whole_files_when_it_is_killed) {
  std::string long_plan = head;
  for (int i = 0; i < 3000; ++i) long_plan += "- Appeler n" + std::to_string(i) + " — 3 décembre\n";
  for (int i = 0; i < 12; ++i) folder_.put("plans/n" + std::to_string(i) + ".md", long_plan);
  for (const int delay : {5'000, 40'000, 90'000}) {
    const pid_t child = fork();
    if (child == 0) become_tool(folder_, {"convert", "plans", "--out-dir", "out", "-q"});
    usleep(static_cast<useconds_t>(delay));
    kill(child, delay == 40'000 ? SIGINT : SIGKILL);
    waitpid(child, nullptr, 0);
    if (!has("out")) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path("out"))) {
      const std::string name = fs::relative(entry.path(), folder_.path()).string();
      if (entry.path().extension() != ".ics") continue;
      EXPECT_TRUE(folder_.get(name).ends_with("END:VCALENDAR\r\n")) << name;
    }
  }
  EXPECT_EQ(convert({"plans", "--out-dir", "out", "-q"}).code, 0);
}

}  // namespace
}  // namespace jalon
