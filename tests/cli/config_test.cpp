#include <filesystem>

#include "cli/convert_tool.h"

namespace jalon {
namespace {

constexpr const char* settings =
    "[defaults]\n"
    "lang = \"fr\"\n"
    "due = \"20 décembre\"\n"
    "organizer = \"camille@boisfranc.example\"\n"
    "[people]\n"
    "Alex = \"alex@boisfranc.example\"\n"
    "[teams.ventes]\n"
    "plans = \"ventes/*\"\n"
    "calendar-color = \"teal\"\n"
    "remind = \"2 jours\"\n"
    "[plans.\"clients.md\"]\n"
    "remind = \"3 jours\"\n";

class ConfigTool : public ::testing::Test {
 protected:
  ConfigTool() {
    std::filesystem::create_directories(folder_.path("equipe/ventes"));
    std::filesystem::create_directories(folder_.path("maison/jalon"));
    folder_.put("equipe/jalon.toml", settings);
    folder_.put("equipe/ventes/clients.md", "---\nas of: 2018-11-26\n---\n- Appeler Jean @Alex\n");
    world_.environment["XDG_CONFIG_HOME"] = folder_.path("maison");
  }
  ToolRun run(const std::vector<std::string>& arguments) { return run_tool(folder_, arguments, world_); }
  // The line of `jalon config` that begins with a name, each run of spaces a single one.
  std::string shown(const std::string& name, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"config", "equipe/ventes/clients.md"});
    const std::string output = "\n" + run(more).output;
    const std::size_t begin = output.find("\n" + name + " ");
    if (begin == std::string::npos) return "none";
    std::string line;
    for (const char c : output.substr(begin + 1, output.find('\n', begin + 1) - begin - 1)) {
      if (c != ' ' || line.back() != ' ') line += c;
    }
    return line;
  }
  std::string at(int line) { return folder_.path("equipe/jalon.toml") + ":" + std::to_string(line); }

  ScratchFolder folder_;
  ToolWorld world_ = french_world();
};

TEST_F(ConfigTool, shows_each_value_with_its_origin) {
  EXPECT_EQ(shown("lang"), "lang fr " + at(2));
  EXPECT_EQ(shown("timezone"), "timezone America/Toronto système");
  EXPECT_EQ(shown("tags"), "tags — d'origine");
  EXPECT_EQ(shown("Alex"), "Alex alex@boisfranc.example " + at(6));
}

TEST_F(ConfigTool, lets_what_is_nearer_to_the_plan_win) {
  folder_.put("maison/jalon/jalon.toml", "[defaults]\nremind = \"1 h\"\naccount = \"bureau\"\n");
  EXPECT_EQ(shown("account"), "account bureau " + folder_.path("maison/jalon/jalon.toml") + ":3");
  EXPECT_EQ(shown("calendar-color"), "calendar-color teal " + at(9));
  EXPECT_EQ(shown("remind"), "remind 3 jours " + at(12));
  folder_.put("equipe/ventes/clients.md", "---\nrappel: 4 jours\n---\n- Appeler Jean @Alex\n");
  EXPECT_EQ(shown("remind"), "remind 4 jours equipe/ventes/clients.md:2");
  EXPECT_EQ(shown("remind", {"--remind", "5 jours"}), "remind 5 jours ligne de commande");
}

TEST_F(ConfigTool, converts_with_what_it_shows) {
  const ToolRun done = run({"convert", "equipe/ventes/clients.md", "--invite", "-o", "-"});
  ASSERT_EQ(done.code, 0) << done.errors;
  EXPECT_NE(done.output.find("DTSTART;VALUE=DATE:20181220"), std::string::npos);
  EXPECT_NE(done.output.find("mailto:alex@boisfranc"), std::string::npos);
  EXPECT_NE(done.output.find("mailto:camille@"), std::string::npos);
  EXPECT_NE(done.output.find("COLOR:teal"), std::string::npos);
  EXPECT_NE(done.output.find("TRIGGER:-P2DT15H"), std::string::npos) << done.output;
}

TEST_F(ConfigTool, lets_the_person_of_the_plan_win_over_that_of_the_file) {
  folder_.put("equipe/ventes/clients.md",
              "---\nas of: 2018-11-26\npeople:\n  Alex: autre@boisfranc.example\n---\n- Appeler Jean @Alex\n");
  const ToolRun done = run({"convert", "equipe/ventes/clients.md", "--invite", "-o", "-"});
  EXPECT_NE(done.output.find("mailto:autre@boisfranc"), std::string::npos);
  EXPECT_EQ(done.output.find("mailto:alex@"), std::string::npos);
}

TEST_F(ConfigTool, tells_the_faults_of_the_file_and_reads_no_plan) {
  folder_.put("equipe/jalon.toml", "[defaults]\nlangue = \"fr\"\n");
  const ToolRun done = run({"convert", "equipe/ventes/clients.md"});
  EXPECT_EQ(done.code, 2);
  EXPECT_EQ(done.errors.rfind(at(2) + ":1: erreur: «langue» n'est pas une clé de [defaults] [config.unknown-key]\n", 0),
            0U)
      << done.errors;
  EXPECT_NE(done.errors.find("vouliez-vous dire «lang»?"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder_.path("equipe/ventes/clients.ics")));
  EXPECT_EQ(run({"check", "equipe/ventes/clients.md"}).code, 2);
}

TEST_F(ConfigTool, tells_of_a_team_that_no_file_knows) {
  folder_.put("equipe/jalon.toml", "[defaults]\n\nteam = \"achats\"\n");
  const ToolRun done = run({"config", "equipe"});
  EXPECT_EQ(done.code, 2);
  EXPECT_NE(done.errors.find(at(3) + ": aucune équipe ne s'appelle «achats»"), std::string::npos) << done.errors;
}

TEST_F(ConfigTool, takes_a_team_of_the_users_own_file) {
  folder_.put("maison/jalon/jalon.toml", "[teams.achats]\ntags = [\"achats\", \"siège\"]\n");
  folder_.put("equipe/jalon.toml", "[defaults]\nteam = \"achats\"\n");
  EXPECT_EQ(shown("tags"), "tags achats, siège " + folder_.path("maison/jalon/jalon.toml") + ":2");
}

TEST_F(ConfigTool, gives_programs_one_object_a_line) {
  const ToolRun done = run({"config", "--format", "json", "equipe/ventes/clients.md"});
  EXPECT_EQ(done.output.rfind("{\"type\":\"file\",\"path\":\"" + folder_.path("equipe/jalon.toml") + "\"}\n", 0), 0U);
  EXPECT_NE(done.output.find(R"({"type":"setting","key":"lang","value":"fr","source":"file","file":")"),
            std::string::npos);
  EXPECT_NE(done.output.find(R"({"type":"setting","key":"tags","value":"","source":"built-in"})"), std::string::npos);
}

TEST_F(ConfigTool, reads_phrases_in_the_zone_of_the_folder) {
  folder_.put("jalon.toml", "[defaults]\ntimezone = \"Asia/Tokyo\"\n");
  const ToolRun done = run({"when", "--format", "json", "--as-of", "2018-11-26", "demain"});
  EXPECT_NE(done.output.find("\"timezone\":\"Asia/Tokyo\""), std::string::npos) << done.output << done.errors;
}

TEST_F(ConfigTool, counts_business_days_without_the_holidays_that_it_shows) {
  const std::string plan = "equipe/ventes/clients.md";
  folder_.put(plan, "---\nas of: 2018-11-26\n---\n- Facturer — 3 jours ouvrables avant Noël\n");
  EXPECT_EQ(shown("holidays"), "holidays — d'origine");
  EXPECT_NE(run({"check", plan}).output.find("jeudi 20 décembre 2018"), std::string::npos);
  folder_.put("equipe/jalon.toml",
              "[defaults]\nholidays = [\"QC\", \"2018-12-24\"]\nworking-days = [\"mar\", \"jeu\"]\n");
  EXPECT_EQ(shown("holidays"), "holidays QC, 2018-12-24 " + at(2));
  EXPECT_EQ(shown("working-days"), "working-days mar, jeu " + at(3));
  EXPECT_NE(run({"check", plan}).output.find("jeudi 13 décembre 2018"), std::string::npos)
      << run({"check", plan}).output;
  EXPECT_EQ(run({"when", "--as-of", "2018-11-26", "dans 3 jours ouvrables"}).output, "event 2018-11-29\n");
}

TEST_F(ConfigTool, reads_the_end_of_the_day_from_the_working_hours) {
  folder_.put("jalon.toml", "[defaults]\nworking-hours = \"8 h 30 - 16 h 30\"\n");
  const ToolRun done = run({"when", "--as-of", "2018-11-26", "vendredi fin de journée"});
  EXPECT_NE(done.output.find("2018-11-30T16:30"), std::string::npos) << done.output << done.errors;
  folder_.put("jalon.toml", "[defaults]\nworking-hours = \"17-9\"\nholidays = [\"Noël\"]\nworking-days = \"Funday\"\n");
  const std::string errors = run({"when", "demain"}).errors;
  for (const char* key : {"working-hours", "holidays", "working-days"})
    EXPECT_NE(errors.find(key), std::string::npos) << errors;
}

TEST_F(ConfigTool, says_that_there_is_no_file) {
  const ToolRun done = run({"config"});
  EXPECT_EQ(done.output.rfind("aucun jalon.toml\n", 0), 0U) << done.output;
  EXPECT_EQ(done.code, 0);
}

}  // namespace
}  // namespace jalon
