#include <fcntl.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/tool.h"

namespace jalon {
namespace {

struct Row {
  std::string language, as_of, phrase, reading;
};

std::vector<Row> phrase_table() {
  std::ifstream file(JALON_SOURCE_DIR "/tests/text/phrases.tsv");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    Row row;
    std::istringstream cells(line);
    for (std::string* cell : {&row.language, &row.as_of, &row.phrase, &row.reading}) std::getline(cells, *cell, '\t');
    rows.push_back(row);
  }
  return rows;
}

class WhenTool : public ::testing::Test {
 protected:
  ToolRun when(std::vector<std::string> arguments, const ToolWorld& world = french_world()) {
    arguments.insert(arguments.begin(), {"when", "--as-of", "2018-11-26"});
    return run_tool(folder_, arguments, world);
  }
  ScratchFolder folder_;
};

TEST_F(WhenTool, reads_every_phrase_of_the_table_from_standard_input) {
  const std::vector<Row> rows = phrase_table();
  ASSERT_GT(rows.size(), 170u);
  std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> groups;
  for (const Row& row : rows) {
    auto& [phrases, readings] = groups[{row.language, row.as_of}];
    phrases += row.phrase + "\n";
    readings += row.reading + "\n";
  }
  for (const auto& [key, texts] : groups) {
    const ToolRun run =
        run_tool(folder_, {"when", "-q", "--lang", key.first, "--as-of", key.second}, english_world(texts.first));
    EXPECT_EQ(run.output, texts.second);
    EXPECT_EQ(run.errors, "");
  }
}

TEST_F(WhenTool, reads_each_argument_as_one_phrase) {
  const ToolRun run = when({"demain", "lundi midi", "check"});
  EXPECT_EQ(run.output, "event 2018-11-27\nevent 2018-12-03T12:00/2018-12-03T13:00\nnone\n");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(when({"demain", "lundi midi"}).code, 0);
}

TEST_F(WhenTool, says_why_a_phrase_is_wrong_on_the_error_stream) {
  const ToolRun run = when({"demain", "lundi 4 décembre 2018"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.output, "event 2018-11-27\nerror weekday\n");
  EXPECT_EQ(run.errors,
            "when:2:1: erreur: le 4 décembre 2018 est un mardi, pas un lundi [date.weekday]\n"
            "    2 | lundi 4 décembre 2018\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = écrivez le jour ou la date qui convient\n");
  EXPECT_EQ(when({"--quiet", "lundi 4 décembre 2018"}).errors, "");
}

TEST_F(WhenTool, gives_one_line_for_each_line_even_an_empty_one) {
  EXPECT_EQ(when({}, french_world("demain\n\nlundi\r\nmardi")).output,
            "event 2018-11-27\nnone\nevent 2018-12-03\nevent 2018-11-27\n");
}

TEST_F(WhenTool, answers_each_line_as_it_comes) {
  // The shell reads an answer before it writes the next phrase: a tool that waits for more would hang here.
  const ToolRun run = run_shell(folder_,
                                "mkfifo in out; \"$JALON\" when --as-of 2018-11-26 <in >out & exec 3>in 4<out\n"
                                "echo demain >&3; read a <&4; echo \"$a\"; echo lundi >&3; read b <&4; echo \"$b\"\n"
                                "exec 3>&-; wait");
  EXPECT_EQ(run.output, "event 2018-11-27\nevent 2018-12-03\n");
}

TEST_F(WhenTool, gives_programs_all_fields_and_what_was_said_and_assumed) {
  const ToolRun run = when({"--format", "json", "chaque mardi de 10 h à 11 h jusqu'au 18 décembre"});
  const auto json = nlohmann::json::parse(run.output);
  EXPECT_EQ(json["phrase"], "chaque mardi de 10 h à 11 h jusqu'au 18 décembre");
  EXPECT_EQ(json["reading"], "event 2018-11-27T10:00/2018-11-27T11:00 ; FREQ=WEEKLY;BYDAY=TU;UNTIL=2018-12-18");
  EXPECT_EQ(json["verdict"], "when");
  EXPECT_EQ(json["kind"], "event");
  EXPECT_EQ(json["timed"], true);
  EXPECT_EQ(json["start"], "2018-11-27T10:00:00");
  EXPECT_EQ(json["end"], "2018-11-27T11:00:00");
  EXPECT_EQ(json["timezone"], "America/Toronto");
  EXPECT_EQ(json["recurrence"]["frequency"], "weekly");
  EXPECT_EQ(json["recurrence"]["until"], "2018-12-18");
  EXPECT_EQ(json["words"], "chaque mardi de 10 h à 11 h jusqu'au 18 décembre 2018, dès le 27 novembre 2018");
  const auto single = nlohmann::json::parse(when({"--format=json", "3 décembre à 9 h"}).output);
  EXPECT_EQ(single["said"], (nlohmann::json{"month", "day", "start_time"}));
  EXPECT_EQ(single["assumed"], (nlohmann::json{"year", "end_time"}));
}

TEST_F(WhenTool, gives_programs_the_faults_too) {
  const ToolRun run = when({"--format", "json", "le lundi 4 décembre 2018", "bla"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.errors, "");
  const auto json = nlohmann::json::parse(run.output.substr(0, run.output.find('\n')));
  EXPECT_EQ(json["verdict"], "error");
  ASSERT_EQ(json["diagnostics"].size(), 1u);
  EXPECT_EQ(json["diagnostics"][0]["code"], "date.weekday");
  EXPECT_EQ(json["diagnostics"][0]["severity"], "error");
  const auto none = nlohmann::json::parse(run.output.substr(run.output.find('\n') + 1));
  EXPECT_EQ(none["verdict"], "none");
  EXPECT_EQ(none["kind"], "undated");
}

TEST_F(WhenTool, finds_the_language_of_each_phrase) {
  EXPECT_EQ(when({"tomorrow", "demain", "every Tuesday"}, french_world()).code, 0);
  const ToolRun run = when({"Monday December 4 2018"}, french_world());
  EXPECT_NE(run.errors.find("4 December 2018 is a Tuesday, not a Monday"), std::string::npos) << run.errors;
}

TEST_F(WhenTool, reads_numbers_as_the_country_of_the_language_does) {
  EXPECT_EQ(when({"--lang", "en-US", "5/12/2018"}).output, "event 2018-05-12\n");
  EXPECT_EQ(when({"--lang", "en-GB", "5/12/2018"}).output, "event 2018-12-05\n");
}

TEST_F(WhenTool, reads_phrases_that_look_like_options_behind_two_hyphens) {
  EXPECT_EQ(when({"--", "--help"}).output, "none\n");
  EXPECT_EQ(when({"- demain"}).code, 1);
}

TEST_F(WhenTool, stops_quietly_when_its_reader_goes_away) {
  const ToolRun run =
      run_shell(folder_, "{ yes demain | \"$JALON\" when --as-of 2018-11-26; echo $? >code; } | head -n 1; cat code");
  EXPECT_EQ(run.output, "event 2018-11-27\n0\n");
  EXPECT_EQ(run.errors, "");
}

}  // namespace
}  // namespace jalon
