#include <sys/stat.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/convert_tool.h"

namespace jalon {
namespace {

std::set<std::string> uids_of(const std::string& ics) {
  std::set<std::string> uids;
  for (std::size_t at = ics.find("\nUID:"); at != std::string::npos; at = ics.find("\nUID:", at + 1)) {
    uids.insert(ics.substr(at + 5, ics.find('\r', at) - at - 5));
  }
  return uids;
}

// What the system knows of a file.
struct stat facts_of(const std::string& path) {
  struct stat facts {};
  EXPECT_EQ(::stat(path.c_str(), &facts), 0);
  return facts;
}

TEST_F(ConvertTool, writes_a_calendar_beside_the_plan) {
  folder_.put("plan.md", plan);
  const ToolRun run = convert();
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.output, "");
  EXPECT_EQ(run.errors, "plan.ics: calendrier créé, 3 actions: 2 événements, 1 échéance\n");
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"plan.ics", "plan.md"}));
  EXPECT_TRUE(calendar().starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_TRUE(calendar().ends_with("END:VCALENDAR\r\n"));
  EXPECT_EQ(count_of(calendar(), "BEGIN:VEVENT"), 3u);
}

TEST_F(ConvertTool, speaks_the_language_of_the_plan_or_the_one_that_is_asked_for) {
  folder_.put("plan.md", plan);
  EXPECT_EQ(convert({}, english_world()).errors, "plan.ics: calendrier créé, 3 actions: 2 événements, 1 échéance\n");
  EXPECT_EQ(convert({"--fresh", "--lang", "en"}).errors,
            "plan.ics: calendar updated, 3 actions: 2 events, 1 deadline\n");
}

TEST_F(ConvertTool, leaves_an_unchanged_calendar_alone) {
  folder_.put("plan.md", plan);
  convert();
  const std::string first = calendar();
  const struct stat before = facts_of(folder_.path("plan.ics"));
  const ToolRun again = convert();
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.errors, "plan.ics: rien n'a changé, 3 actions: 2 événements, 1 échéance\n");
  EXPECT_EQ(calendar(), first);
  const struct stat after = facts_of(folder_.path("plan.ics"));
  EXPECT_EQ(after.st_ino, before.st_ino);
  EXPECT_EQ(after.st_mtim.tv_sec, before.st_mtim.tv_sec);
  EXPECT_EQ(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
}

TEST_F(ConvertTool, keeps_the_identity_of_what_was_edited) {
  folder_.put("plan.md", plan);
  convert();
  const auto before = uids_of(calendar());
  const std::string edited =
      replaced(replaced(plan, "Remercier les clients", "Remercier tous les clients"), "lundi 3", "mardi 4");
  folder_.put("plan.md", edited);
  const ToolRun run = convert();
  EXPECT_EQ(run.errors,
            "plan.ics: calendrier mis à jour, 3 actions: 2 événements, 1 échéance (2 changées, 1 inchangée)\n");
  EXPECT_EQ(uids_of(calendar()), before);
}

TEST_F(ConvertTool, counts_what_came_and_went) {
  folder_.put("plan.md", plan);
  convert();
  std::string edited = replaced(plan, "- Remercier les clients — avant le 15 décembre @Alex #merci !!\n", "");
  edited += "- Fermer boutique — le 24 décembre\n- Compter la caisse — le 31 décembre\n";
  folder_.put("plan.md", edited);
  const ToolRun run = convert({"--lang", "en"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.errors, "plan.ics: calendar updated, 4 actions: 4 events (2 new, 2 unchanged, 1 removed)\n");
}

TEST_F(ConvertTool, forgets_the_previous_calendar_when_told_to) {
  folder_.put("plan.md", plan);
  convert();
  folder_.put("plan.md", replaced(plan, "Remercier les clients", "Appeler chacun"));
  convert();
  const auto kept = uids_of(calendar());
  convert({"--fresh"});
  EXPECT_NE(uids_of(calendar()), kept);
}

TEST_F(ConvertTool, writes_nothing_for_a_plan_with_errors_and_tells_all_of_them) {
  folder_.put("plan.md", faulty_plan);
  const ToolRun run = convert({"--lang", "fr"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.output, "");
  EXPECT_EQ(run.errors,
            "plan.md:5:11: erreur: le 4 décembre 2018 est un mardi, pas un lundi [date.weekday]\n"
            "    5 | - Été 🎄 — lundi 4 décembre 2018\n"
            "      |            ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = écrivez le jour ou la date qui convient\n"
            "plan.md:6:14: erreur: «31 novembre» n'existe pas dans le calendrier [date.day]\n"
            "    6 | - Autre — le 31 novembre\n"
            "      |              ^~~~~~~~~~~\n"
            "plan.ics: rien n'a été écrit, 2 erreurs\n"
            "      = corrigez le plan, ou --keep-going pour écrire le reste\n");
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"plan.md"});
}

TEST_F(ConvertTool, tells_errors_in_english_too) {
  folder_.put("plan.md", faulty_plan);
  const ToolRun run = convert({"--lang", "en"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.errors,
            "plan.md:5:11: error: 4 December 2018 is a Tuesday, not a Monday [date.weekday]\n"
            "    5 | - Été 🎄 — lundi 4 décembre 2018\n"
            "      |            ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = write the weekday or the date that you mean\n"
            "plan.md:6:14: error: \"31 novembre\" is not in the calendar [date.day]\n"
            "    6 | - Autre — le 31 novembre\n"
            "      |              ^~~~~~~~~~~\n"
            "plan.ics: nothing was written, 2 errors\n"
            "      = mend the plan, or --keep-going to write the rest\n");
}

TEST_F(ConvertTool, leaves_the_previous_calendar_as_it_is_where_the_plan_has_errors) {
  folder_.put("plan.md", plan);
  convert();
  const std::string before = calendar();
  folder_.put("plan.md", faulty_plan);
  EXPECT_EQ(convert().code, 1);
  EXPECT_EQ(calendar(), before);
}

TEST_F(ConvertTool, writes_the_good_actions_when_told_to_keep_going) {
  folder_.put("plan.md", faulty_plan);
  const ToolRun run = convert({"--keep-going", "--lang", "fr"});
  EXPECT_EQ(run.code, 1);
  EXPECT_TRUE(
      run.errors.ends_with("plan.ics: calendrier créé, 1 action: 1 événement\n"
                           "2 actions laissées de côté à cause d'erreurs\n"))
      << run.errors;
  EXPECT_EQ(count_of(calendar(), "BEGIN:VEVENT"), 1u);
  EXPECT_NE(calendar().find("SUMMARY:Bon\r\n"), std::string::npos);
}

TEST_F(ConvertTool, writes_no_calendar_of_nothing) {
  folder_.put("plan.md", plan);
  convert();
  const std::string before = calendar();
  for (const char* text : {"- Etc.\n", "- Autre — 31 novembre\n", ""}) {
    folder_.put("plan.md", text);
    const ToolRun run = convert({"--keep-going"});
    EXPECT_EQ(run.code, 1);
    EXPECT_NE(run.errors.find("plan.ics: rien n'a été écrit, 1 erreur\n"), std::string::npos) << run.errors;
    EXPECT_EQ(calendar(), before);
  }
}

TEST_F(ConvertTool, refuses_a_plan_without_actions) {
  folder_.put("plan.md", "- Etc.\n");
  const ToolRun run = convert({"--lang", "en"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.errors.find("error: this plan has no action [plan.empty]"), std::string::npos) << run.errors;
  EXPECT_EQ(folder_.names(), std::vector<std::string>{"plan.md"});
}

TEST_F(ConvertTool, reads_standard_input_and_writes_standard_output) {
  const ToolRun run = run_tool(folder_, {"convert", "-"}, french_world(plan));
  EXPECT_EQ(run.code, 0);
  EXPECT_TRUE(run.output.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_TRUE(run.output.ends_with("END:VCALENDAR\r\n"));
  EXPECT_EQ(run.errors, "calendrier fait, 3 actions: 2 événements, 1 échéance\n");
  EXPECT_TRUE(folder_.names().empty());
}

TEST_F(ConvertTool, writes_standard_output_for_a_plan_that_comes_from_a_pipe) {
  folder_.put("plan.md", plan);
  const ToolRun run = run_shell(folder_, "cat plan.md | \"$JALON\" convert /dev/stdin -q");
  EXPECT_EQ(run.code, 0) << run.errors;
  EXPECT_TRUE(run.output.starts_with("BEGIN:VCALENDAR\r\n"));
}

TEST_F(ConvertTool, gives_standard_output_nothing_but_the_calendar) {
  folder_.put("plan.md", faulty_plan);
  const ToolRun stopped = convert({"-o", "-"});
  EXPECT_EQ(stopped.code, 1);
  EXPECT_EQ(stopped.output, "");
  const ToolRun run = convert({"-o", "-", "--keep-going", "--format", "json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_TRUE(run.output.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_TRUE(run.output.ends_with("END:VCALENDAR\r\n"));
}

TEST_F(ConvertTool, writes_standard_input_to_a_file_and_knows_it_again) {
  run_tool(folder_, {"convert", "-", "-o", "out.ics"}, french_world(plan));
  const auto before = uids_of(folder_.get("out.ics"));
  EXPECT_EQ(before.size(), 3u);
  const std::string edited = replaced(plan, "Remercier les clients", "Remercier tous les clients");
  EXPECT_EQ(run_tool(folder_, {"convert", "-", "-o", "out.ics"}, french_world(edited)).code, 0);
  EXPECT_EQ(uids_of(folder_.get("out.ics")), before);
}

TEST_F(ConvertTool, does_not_replace_a_calendar_of_another_program) {
  const std::string foreign = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n";
  folder_.put("plan.md", plan);
  folder_.put("plan.ics", foreign);
  const ToolRun run = convert({"--lang", "fr"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors,
            "jalon: erreur: «plan.ics» n'a pas été fait par jalon; il ne sera pas remplacé\n"
            "     = choisissez un autre nom avec -o, ou remplacez-le avec --fresh\n");
  EXPECT_EQ(calendar(), foreign);
  EXPECT_EQ(convert({"--fresh"}).code, 0);
  EXPECT_EQ(count_of(calendar(), "BEGIN:VEVENT"), 3u);
}

TEST_F(ConvertTool, does_not_replace_what_is_no_calendar) {
  folder_.put("plan.md", plan);
  folder_.put("notes.txt", "ne pas perdre\n");
  EXPECT_EQ(convert({"-o", "notes.txt"}).code, 2);
  EXPECT_EQ(folder_.get("notes.txt"), "ne pas perdre\n");
}

TEST_F(ConvertTool, does_not_replace_a_damaged_calendar) {
  folder_.put("plan.md", plan);
  convert();
  const std::string cut = calendar().substr(0, calendar().size() / 2);
  folder_.put("plan.ics", cut);
  const ToolRun run = convert({"--lang", "en"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.errors.find("jalon: error: \"plan.ics\" is a damaged calendar (line "), std::string::npos)
      << run.errors;
  EXPECT_EQ(calendar(), cut);
}

TEST_F(ConvertTool, takes_an_empty_file_for_none) {
  folder_.put("plan.md", plan);
  folder_.put("plan.ics", "");
  EXPECT_EQ(convert().code, 0);
  EXPECT_EQ(count_of(calendar(), "BEGIN:VEVENT"), 3u);
}

TEST_F(ConvertTool, never_replaces_the_plan_itself) {
  folder_.put("plan.md", plan);
  folder_.put("liste.ics", plan);
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"convert", "plan.md", "-o", "./plan.md", "--fresh"},
        std::vector<std::string>{"convert", "liste.ics", "--fresh"}}) {
    const ToolRun run = run_tool(folder_, arguments);
    EXPECT_EQ(run.code, 2);
    EXPECT_NE(run.errors.find("est le plan lui-même"), std::string::npos) << run.errors;
  }
  EXPECT_EQ(folder_.get("plan.md"), plan);
  EXPECT_EQ(folder_.get("liste.ics"), plan);
}

TEST_F(ConvertTool, says_why_a_plan_cannot_be_read) {
  const ToolRun run = run_tool(folder_, {"convert", "absent.md"}, english_world());
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors, "jalon: error: \"absent.md\" does not exist\n");
  EXPECT_EQ(run_tool(folder_, {"check", "."}, english_world()).errors, "jalon: error: \".\" is a folder\n");
}

TEST_F(ConvertTool, says_why_a_calendar_cannot_be_written) {
  folder_.put("plan.md", plan);
  const ToolRun run = convert({"-o", "absent/plan.ics", "--lang", "en"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.errors.find("jalon: error: \"absent/plan.ics\""), std::string::npos) << run.errors;
}

TEST_F(ConvertTool, leaves_the_previous_calendar_whole_where_the_disk_gives_no_more_room) {
  std::string long_plan = plan;
  for (int i = 0; i < 200; ++i) long_plan += "- Action " + std::to_string(i) + " — 10 décembre\n";
  folder_.put("plan.md", plan);
  convert();
  const std::string before = calendar();
  folder_.put("plan.md", long_plan);
  const ToolRun run = run_shell(folder_, "trap '' XFSZ; ulimit -f 8; \"$JALON\" convert plan.md --lang en");
  EXPECT_EQ(run.code, 2) << run.errors;
  EXPECT_NE(run.errors.find("jalon: error: "), std::string::npos) << run.errors;
  EXPECT_EQ(calendar(), before);
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"plan.ics", "plan.md"}));
}

TEST_F(ConvertTool, tells_that_a_full_device_took_nothing) {
  folder_.put("plan.md", plan);
  EXPECT_EQ(run_shell(folder_, "\"$JALON\" convert plan.md -q -o - >/dev/full").code, 2);
  EXPECT_EQ(run_shell(folder_, "\"$JALON\" convert plan.md -q -o /dev/full").code, 2);
}

TEST_F(ConvertTool, is_quiet_when_its_reader_goes_away) {
  std::string long_plan = plan;
  for (int i = 0; i < 2000; ++i) long_plan += "- Action " + std::to_string(i) + " — 10 décembre\n";
  folder_.put("plan.md", long_plan);
  const ToolRun run =
      run_shell(folder_, "{ \"$JALON\" convert plan.md -q -o -; echo $? >code; } | head -c 5; cat code");
  EXPECT_EQ(run.output, "BEGIN0\n");
  EXPECT_EQ(run.errors, "");
}

TEST_F(ConvertTool, shows_only_problems_when_quiet) {
  folder_.put("plan.md", std::string(plan) + "- Etc.\n");
  const ToolRun run = convert({"--quiet"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.errors, "");
  folder_.put("plan.md", faulty_plan);
  EXPECT_EQ(count_of(convert({"-q"}).errors, "[date."), 2u);
}

TEST_F(ConvertTool, tells_the_first_notes_of_a_kind_and_counts_the_others) {
  std::string many = "- Un — 3 décembre 2018\n";
  for (int i = 0; i < 10; ++i) many += "- Sans date " + std::to_string(i) + "\n";
  folder_.put("plan.md", many);
  const ToolRun run = convert({"--lang", "fr"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(count_of(run.errors, "[list.undated]"), 3u);
  EXPECT_NE(run.errors.find("… et 7 autres notes comme celles-là; jalon check les montre toutes\n"), std::string::npos);
}

TEST_F(ConvertTool, is_colored_as_it_is_told_to) {
  folder_.put("plan.md", faulty_plan);
  ToolWorld no_color = french_world();
  no_color.environment["NO_COLOR"] = "1";
  EXPECT_EQ(convert().errors.find('\x1b'), std::string::npos);
  EXPECT_NE(convert({"--color", "always"}).errors.find("\x1b[1;31m"), std::string::npos);
  EXPECT_EQ(convert({"--color=never"}).errors.find('\x1b'), std::string::npos);
  EXPECT_EQ(convert({"--color=auto"}, no_color).errors.find('\x1b'), std::string::npos);
}

TEST_F(ConvertTool, tells_json_lines_to_programs) {
  folder_.put("plan.md", faulty_plan);
  const ToolRun run = convert({"--format", "json"});
  std::vector<nlohmann::json> lines;
  for (std::size_t at = 0; at < run.errors.size(); at = run.errors.find('\n', at) + 1) {
    lines.push_back(nlohmann::json::parse(run.errors.substr(at, run.errors.find('\n', at) - at)));
  }
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0]["code"], "date.weekday");
  EXPECT_EQ(lines[0]["line"], 5);
  EXPECT_EQ(lines[0]["column"], 11);
  EXPECT_EQ(lines[0]["text"], "lundi 4 décembre 2018");
  EXPECT_EQ(lines[2]["type"], "summary");
  EXPECT_EQ(lines[2]["written"], "nothing");
  EXPECT_EQ(lines[2]["errors"], 2);
}

TEST_F(ConvertTool, gives_the_same_bytes_wherever_it_runs) {
  folder_.put("plan.md", plan);
  const ScratchFolder other;
  other.put("plan.md", plan);
  convert({"-q"});
  run_tool(other, {"convert", "plan.md", "-q"});
  EXPECT_EQ(other.get("plan.ics"), calendar());
  const ToolRun by_path = run_tool(other, {"convert", folder_.path("plan.md"), "-q", "-o", "-"});
  EXPECT_EQ(by_path.output, calendar());
}

TEST_F(ConvertTool, keeps_the_permissions_and_follows_a_link) {
  folder_.put("plan.md", plan);
  convert();
  ::chmod(folder_.path("plan.ics").c_str(), 0640);
  std::filesystem::rename(folder_.path("plan.ics"), folder_.path("real.ics"));
  std::filesystem::create_symlink("real.ics", folder_.path("plan.ics"));
  folder_.put("plan.md", replaced(plan, "Remercier", "Appeler"));
  EXPECT_EQ(convert().code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(folder_.path("plan.ics")));
  EXPECT_EQ(facts_of(folder_.path("real.ics")).st_mode & 0777U, 0640U);
  EXPECT_NE(folder_.get("real.ics").find("Appeler les clients"), std::string::npos);
}

}  // namespace
}  // namespace jalon
