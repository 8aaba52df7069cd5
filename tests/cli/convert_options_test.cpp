#include "cli/convert_tool.h"

namespace jalon {
namespace {

using ConvertOptions = ConvertTool;

TEST_F(ConvertOptions, stamps_what_is_new_with_source_date_epoch_or_the_day_of_reading) {
  folder_.put("plan.md", plan);
  convert();
  EXPECT_EQ(count_of(calendar(), "DTSTAMP:20181126T000000Z\r\n"), 3u);
  ToolWorld world = french_world();
  world.environment.erase("SOURCE_DATE_EPOCH");
  convert({"--fresh"}, world);
  EXPECT_EQ(count_of(calendar(), "DTSTAMP:20181126T050000Z\r\n"), 3u);
  world.environment["SOURCE_DATE_EPOCH"] = "hier";
  EXPECT_EQ(convert({}, world).code, 2);
}

TEST_F(ConvertOptions, writes_deadlines_as_it_is_told_to) {
  folder_.put("plan.md", plan);
  const auto with = [this](const std::string& form) {
    convert({"--fresh", "--deadlines=" + form});
    return std::pair(count_of(calendar(), "BEGIN:VEVENT"), count_of(calendar(), "BEGIN:VTODO"));
  };
  EXPECT_EQ(with("auto"), std::pair(std::size_t{3}, std::size_t{0}));
  EXPECT_EQ(with("event"), std::pair(std::size_t{3}, std::size_t{0}));
  EXPECT_EQ(with("todo"), std::pair(std::size_t{2}, std::size_t{1}));
  EXPECT_EQ(with("both"), std::pair(std::size_t{3}, std::size_t{1}));
}

TEST_F(ConvertOptions, knows_both_forms_of_a_deadline_again) {
  folder_.put("plan.md", plan);
  convert({"--deadlines=both"});
  const std::string first = calendar();
  EXPECT_EQ(convert({"--deadlines=both"}).errors, "plan.ics: rien n'a changé, 3 actions: 2 événements, 1 échéance\n");
  EXPECT_EQ(calendar(), first);
}

TEST_F(ConvertOptions, passes_on_how_the_calendar_shall_be) {
  folder_.put("plan.md", std::string(plan) + "- Fermer — le 24 décembre rappel: 1 jour\n");
  const ToolRun run =
      convert({"--name", "Équipe", "--calendar-color", "Teal", "--deadline-mark", "⏰ ", "--alarm-time", "8 h 30"});
  EXPECT_EQ(run.code, 0) << run.errors;
  for (const char* line : {"NAME:Équipe\r\n", "X-WR-CALNAME:Équipe\r\n", "COLOR:teal\r\n",
                           "SUMMARY:⏰ Remercier les clients\r\n", "TRIGGER:-PT15H30M\r\n"}) {
    EXPECT_NE(calendar().find(line), std::string::npos) << line;
  }
}

TEST_F(ConvertOptions, invites_nobody_unless_told_to) {
  folder_.put("plan.md", "- Réunion — 3 décembre 2018 à 9 h avec: Line <line@exemple.org>\n");
  convert();
  EXPECT_EQ(calendar().find("ATTENDEE"), std::string::npos);
  EXPECT_EQ(convert({"--invite"}).code, 2);
  EXPECT_EQ(convert({"--fresh", "--invite", "--organizer", "moi@exemple.org"}).code, 0);
  EXPECT_NE(calendar().find("mailto:line@exemple.org"), std::string::npos);
  EXPECT_NE(calendar().find("mailto:moi@exemple.org"), std::string::npos);
}

TEST_F(ConvertOptions, reads_dates_from_the_day_that_is_given) {
  folder_.put("plan.md", "- Appeler — demain\n");
  convert({"--as-of", "2018-12-31", "--lang", "fr"});
  EXPECT_NE(calendar().find("DTSTART;VALUE=DATE:20190101\r\n"), std::string::npos);
}

TEST_F(ConvertOptions, gives_undated_actions_the_deadline_and_the_reminders_that_are_given) {
  folder_.put("plan.md", "- Appeler\n");
  EXPECT_EQ(convert({"--as-of=2018-11-26", "--due", "20 décembre", "--remind", "1 jour"}).code, 0);
  EXPECT_NE(calendar().find("DTSTART;VALUE=DATE:20181220\r\n"), std::string::npos);
  EXPECT_NE(calendar().find("BEGIN:VALARM"), std::string::npos);
}

TEST_F(ConvertOptions, says_at_once_that_a_default_deadline_is_no_date) {
  folder_.put("plan.md", plan);
  const ToolRun run = convert({"--due", "bla bla"}, english_world());
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors,
            "jalon: error: --due: \"bla bla\" is not understood as a date\n"
            "     = write for instance --due \"December 20\"\n");
}

TEST_F(ConvertOptions, refuses_reminders_that_are_none) {
  folder_.put("plan.md", plan);
  const ToolRun run = convert({"--remind", "1 day, bla"}, english_world());
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors, "jalon: error: \"bla\" is not understood as a value of \"--remind\"\n");
  EXPECT_EQ(convert({"--as-of=2018-11-26", "--remind", "aucun"}, english_world()).code, 0);
}

TEST_F(ConvertOptions, uses_the_zone_of_the_option_then_of_the_plan_then_of_the_system) {
  folder_.put("plan.md", "---\ntimezone: Europe/Paris\n---\n- Appeler — 3 décembre 2018 à 9 h\n");
  convert();
  EXPECT_NE(calendar().find("DTSTART;TZID=Europe/Paris:20181203T090000\r\n"), std::string::npos);
  convert({"--timezone", "Asia/Tokyo"});
  EXPECT_NE(calendar().find("DTSTART;TZID=Asia/Tokyo:20181203T090000\r\n"), std::string::npos);
  folder_.put("plan.md", "- Appeler — 3 décembre 2018 à 9 h\n");
  convert({"--fresh"});
  EXPECT_NE(calendar().find("DTSTART;TZID=America/Toronto:20181203T090000\r\n"), std::string::npos);
}

TEST_F(ConvertOptions, names_the_nearest_zone_for_one_that_is_not_known) {
  folder_.put("plan.md", plan);
  const ToolRun run = convert({"--timezone", "Europe/Pariss"}, english_world());
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.errors,
            "jalon: error: \"Europe/Pariss\" is not a known time zone\n"
            "     = did you mean \"Europe/Paris\"?\n");
}

TEST_F(ConvertOptions, shows_where_the_plan_names_a_zone_that_is_not_known) {
  folder_.put("plan.md", "---\ntimezone: Europe/Pariss\n---\n- Appeler — 3 décembre 2018 à 9 h\n");
  const ToolRun run = convert({"--lang", "en"});
  EXPECT_EQ(run.code, 1);
  EXPECT_TRUE(
      run.errors.starts_with("plan.md:2:11: error: \"Europe/Pariss\" is not a known time zone [zone.unknown]\n"
                             "    2 | timezone: Europe/Pariss\n"
                             "      |           ^~~~~~~~~~~~~\n"
                             "      = did you mean \"Europe/Paris\"?\n"))
      << run.errors;
}

TEST_F(ConvertOptions, moves_a_time_that_the_clocks_skip_and_says_so) {
  folder_.put("plan.md", "- Appeler — 10 mars 2019 à 2 h 30\n- Veiller — 4 novembre 2018 à 1 h 30\n");
  const ToolRun run = convert({"--lang", "en", "--as-of", "2018-10-01"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.errors.find(
                "note: on 10 March 2019 the clocks go forward and 2:30 does not exist; read as 3:30 [time.skipped]\n"),
            std::string::npos)
      << run.errors;
  EXPECT_NE(
      run.errors.find(
          "note: on 4 November 2018 the clocks go back and 1:30 comes twice; the first one is taken [time.repeated]\n"),
      std::string::npos)
      << run.errors;
  EXPECT_NE(calendar().find("DTSTART;TZID=America/Toronto:20190310T033000\r\n"), std::string::npos);
  EXPECT_NE(calendar().find("DTEND;TZID=America/Toronto:20190310T043000\r\n"), std::string::npos);
}

}  // namespace
}  // namespace jalon
