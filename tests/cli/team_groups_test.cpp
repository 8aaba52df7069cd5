#include <filesystem>
#include <set>

#include "cli/convert_tool.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr const char* head = "---\nas of: 2018-11-26\nlang: fr\n---\n";

class TeamGroups : public ::testing::Test {
 protected:
  TeamGroups() {
    fs::create_directories(folder_.path("plans"));
    folder_.put("plans/a.md", std::string(head) + "# Clients\n- Appeler Jean — 3 décembre à 9 h @Alex @Marie #appel\n" +
                                  "- Payer — avant Noël @alex\n# Bureau\n- Ranger\n");
    folder_.put("plans/b.md",
                "---\nas of: 2018-11-26\nlang: fr\ntimezone: Europe/Paris\n---\n" +
                    std::string("- Appeler Jean — 3 décembre à 9 h @Marie #appel #urgent\n- Fêter — 10 janvier\n"));
  }
  ToolRun convert(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "convert");
    return run_tool(folder_, arguments);
  }
  ToolRun split(const std::string& by, std::vector<std::string> more = {}) {
    std::vector<std::string> all = {"plans", "--out-dir", "out", "--split-by", by};
    all.insert(all.end(), more.begin(), more.end());
    return convert(all);
  }
  std::set<std::string> outputs() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path("out"))) names.insert(entry.path().filename());
    names.erase(".jalon-outputs");
    return names;
  }
  std::string out(const std::string& name) const { return folder_.get("out/" + name); }
  // The UID of the first component with a title.
  static std::string uid_of(const std::string& ics, const std::string& title) {
    const std::size_t at = ics.rfind("UID:", ics.find("SUMMARY:" + title));
    return at == std::string::npos ? "none" : ics.substr(at, ics.find('\r', at) - at);
  }
  static std::set<std::string> uids_of(const std::string& ics) {
    std::set<std::string> uids;
    for (std::size_t at = ics.find("\nUID:"); at != std::string::npos; at = ics.find("\nUID:", at + 1)) {
      uids.insert(ics.substr(at + 1, ics.find('\r', at) - at - 1));
    }
    return uids;
  }

  ScratchFolder folder_;
};

TEST_F(TeamGroups, one_calendar_holds_all_plans_each_in_its_zone) {
  const ToolRun done = convert({"plans", "--merge", "tout.ics"});
  EXPECT_EQ(done.code, 0) << done.errors;
  EXPECT_NE(done.errors.find("tout.ics: calendrier créé, 5 actions\n"), std::string::npos) << done.errors;
  const std::string ics = folder_.get("tout.ics");
  EXPECT_EQ(uids_of(ics).size(), 5U);
  EXPECT_EQ(count_of(ics, "BEGIN:VTIMEZONE"), 2U);
  EXPECT_EQ(count_of(ics, "DTSTART;TZID=America/Toronto:20181203T090000"), 1U);
  EXPECT_EQ(count_of(ics, "DTSTART;TZID=Europe/Paris:20181203T090000"), 1U);
  EXPECT_NE(convert({"plans", "--merge", "tout.ics"}).errors.find("tout.ics: rien n'a changé, 5 actions"),
            std::string::npos);
  EXPECT_EQ(folder_.get("tout.ics"), ics);
}

TEST_F(TeamGroups, an_action_of_two_people_is_in_both_calendars_with_one_identity) {
  const ToolRun done = split("owner");
  EXPECT_EQ(done.code, 0) << done.errors;
  EXPECT_EQ(outputs(), (std::set<std::string>{"Alex.ics", "Marie.ics", "Sans-responsable.ics"}));
  EXPECT_EQ(uid_of(out("Alex.ics"), "Appeler Jean"), uid_of(out("Marie.ics"), "Appeler Jean"));
  EXPECT_EQ(uids_of(out("Alex.ics")).size(), 2U);
  EXPECT_EQ(uids_of(out("Marie.ics")).size(), 2U);
  EXPECT_NE(out("Alex.ics").find("NAME:Alex\r\n"), std::string::npos);
}

TEST_F(TeamGroups, split_by_section_tag_and_month) {
  split("section");
  EXPECT_EQ(outputs(), (std::set<std::string>{"Clients.ics", "Bureau.ics", "Sans-section.ics"}));
  fs::remove_all(folder_.path("out"));
  split("tag");
  EXPECT_EQ(outputs(), (std::set<std::string>{"appel.ics", "urgent.ics", "Sans-étiquette.ics"}));
  fs::remove_all(folder_.path("out"));
  split("month");
  EXPECT_EQ(outputs(), (std::set<std::string>{"2018-12.ics", "2019-01.ics", "Sans-date.ics"}));
}

TEST_F(TeamGroups, an_action_that_goes_to_another_person_or_plan_stays_the_same) {
  split("owner");
  const std::string uid = uid_of(out("Alex.ics"), "Payer");
  folder_.put("plans/a.md", std::string(head) + "# Clients\n- Appeler Jean — 3 décembre à 9 h @Alex @Marie #appel\n");
  folder_.put("plans/c.md", std::string(head) + "- Payer — avant Noël @Zoé\n");
  split("owner");
  EXPECT_EQ(uid_of(out("Zoé.ics"), "Payer"), uid);
  EXPECT_EQ(out("Alex.ics").find("SUMMARY:Payer"), std::string::npos);
}

TEST_F(TeamGroups, names_and_prunes_a_calendar_that_nothing_goes_to_any_more) {
  split("owner");
  folder_.put("plans/b.md", std::string(head) + "- Appeler Jean — 3 décembre @Zoé\n");
  folder_.put("plans/a.md", std::string(head) + "- Payer — avant Noël @Zoé\n");
  folder_.put("out/autre.ics", out("Alex.ics"));
  EXPECT_NE(split("owner").errors.find("plus rien ne va dans ce calendrier, qui reste: out/Alex.ics"),
            std::string::npos);
  split("owner", {"--prune"});
  EXPECT_EQ(outputs(), (std::set<std::string>{"Zoé.ics", "autre.ics"}));
}

TEST_F(TeamGroups, prunes_nothing_while_a_plan_cannot_be_read) {
  split("owner");
  folder_.put("plans/a.md", std::string(head) + "- Payer — 31 novembre @Alex\n");
  const ToolRun done = split("owner", {"--prune"});
  EXPECT_EQ(done.code, 1);
  EXPECT_TRUE(outputs().contains("Alex.ics"));
  EXPECT_TRUE(outputs().contains("Marie.ics"));
}

TEST_F(TeamGroups, cuts_what_is_larger_than_allowed_and_keeps_identities_when_it_moves) {
  std::string long_plan = head;
  for (int i = 0; i < 300; ++i) long_plan += "- Appeler client " + std::to_string(i) + " — 3 décembre à 9 h\n";
  folder_.put("plans/a.md", long_plan);
  EXPECT_EQ(convert({"plans", "--merge", "tout.ics", "--max-size", "20KB"}).code, 0);
  std::set<std::string> uids;
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder_.path())) {
    if (entry.path().extension() != ".ics") continue;
    ++files;
    const std::string bytes = folder_.get(entry.path().filename());
    EXPECT_LE(bytes.size(), 20'000U);
    EXPECT_EQ(count_of(bytes, "BEGIN:VCALENDAR"), 1U);
    uids.merge(uids_of(bytes));
  }
  EXPECT_GT(files, 3U);
  EXPECT_EQ(uids.size(), 302U);
  const std::string uid = uid_of(folder_.get("tout-2.ics"), "Appeler client 1");
  EXPECT_EQ(convert({"plans", "--merge", "tout.ics", "--max-size", "20KB"}).errors.find("créé"), std::string::npos);
  const ToolRun whole = convert({"plans", "--merge", "tout.ics", "--prune"});
  EXPECT_EQ(uids_of(folder_.get("tout.ics")), uids);
  EXPECT_NE(whole.errors.find("retiré: tout-2.ics"), std::string::npos) << whole.errors;
  EXPECT_FALSE(fs::exists(folder_.path("tout-2.ics")));
}

TEST_F(TeamGroups, cuts_each_plan_where_nothing_else_is_asked) {
  EXPECT_EQ(convert({"plans", "--out-dir", "out", "--max-size", "1000"}).code, 0);
  EXPECT_TRUE(outputs().contains("a.ics") && outputs().contains("a-2.ics")) << outputs().size();
}

TEST_F(TeamGroups, says_the_same_on_any_number_of_threads) {
  for (int i = 0; i < 30; ++i) {
    folder_.put("plans/n" + std::to_string(i) + ".md",
                std::string(head) + "- Payer — 3 décembre @Alex\n- Payer — mardi\n");
  }
  convert({"plans", "--merge", "un.ics", "-j", "1"});
  convert({"plans", "--merge", "cinq.ics", "-j", "5", "--name", "un"});
  EXPECT_EQ(folder_.get("un.ics"), folder_.get("cinq.ics"));
  EXPECT_EQ(uids_of(folder_.get("un.ics")).size(), 65U);
}

TEST_F(TeamGroups, refuses_what_does_not_go_together) {
  EXPECT_EQ(convert({"plans", "--split-by", "owner"}).code, 2);
  EXPECT_EQ(convert({"plans", "--split-by", "owner", "--merge", "x.ics", "--out-dir", "out"}).code, 2);
  EXPECT_EQ(convert({"plans", "--merge", "x.ics", "-o", "y.ics"}).code, 2);
  EXPECT_EQ(convert({"plans", "--merge", "x.ics", "--max-size", "grand"}).code, 2);
  EXPECT_EQ(convert({"plans", "--merge", "x.ics", "--jobs", "0"}).code, 2);
  EXPECT_EQ(convert({"plans", "--merge", "plans/a.md"}).code, 1);
  EXPECT_NE(folder_.get("plans/a.md").find("Payer"), std::string::npos);
}

}  // namespace
}  // namespace jalon
