#include "app/diagnostic_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/catalogue.h"

namespace jalon {
namespace {

const std::string plan_text = "# Fête\n- Appeler Léa — lundi 4 décembre 2018\n- Autre\n";

Diagnostic wrong_weekday() {
  const auto begin = static_cast<std::uint32_t>(plan_text.find("lundi"));
  const auto end = static_cast<std::uint32_t>(plan_text.find("\n- Autre"));
  const std::chrono::local_days day{std::chrono::year{2018} / 12 / 4};
  return {Code::date_weekday, {begin, end}, {day, std::chrono::Tuesday, std::chrono::Monday}};
}

Diagnostic undated() {
  const auto begin = static_cast<std::uint32_t>(plan_text.find("Autre"));
  return {Code::list_undated, {begin, begin + 5}, {}};
}

std::string printed(const Diagnostic& diagnostic, DiagnosticStyle style) {
  return DiagnosticPrinter("plan.md", plan_text, style).print(diagnostic);
}

TEST(DiagnosticText, shows_file_line_column_the_line_a_caret_and_the_mend) {
  EXPECT_EQ(printed(wrong_weekday(), {.language = Language::french}),
            "plan.md:2:17: erreur: le 4 décembre 2018 est un mardi, pas un lundi [date.weekday]\n"
            "    2 | - Appeler Léa — lundi 4 décembre 2018\n"
            "      |                 ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = écrivez le jour ou la date qui convient\n");
}

TEST(DiagnosticText, speaks_english_too) {
  EXPECT_EQ(printed(wrong_weekday(), {.language = Language::english}),
            "plan.md:2:17: error: 4 December 2018 is a Tuesday, not a Monday [date.weekday]\n"
            "    2 | - Appeler Léa — lundi 4 décembre 2018\n"
            "      |                 ^~~~~~~~~~~~~~~~~~~~~\n"
            "      = write the weekday or the date that you mean\n");
}

TEST(DiagnosticText, is_colored_only_where_it_is_asked_for) {
  const DiagnosticStyle colored{.language = Language::english, .color = Color::on};
  const std::string text = printed(wrong_weekday(), colored);
  EXPECT_TRUE(text.starts_with("\x1b[1mplan.md:2:17:\x1b[0m \x1b[1;31merror:\x1b[0m "));
  EXPECT_NE(text.find("\x1b[1;31m^~~~"), std::string::npos);
  EXPECT_EQ(printed(wrong_weekday(), {}).find('\x1b'), std::string::npos);
}

TEST(DiagnosticText, shows_no_line_for_what_concerns_the_whole_file) {
  EXPECT_EQ(printed({Code::list_encoding, {}, {}}, {.language = Language::english}),
            "plan.md:1:1: note: the file is not UTF-8; it is read as Windows-1252 [list.encoding]\n");
}

TEST(DiagnosticText, tells_the_mend_of_a_note_once) {
  DiagnosticPrinter printer("plan.md", plan_text, {.language = Language::english});
  EXPECT_NE(printer.print(undated()).find("\n      = add a date"), std::string::npos);
  EXPECT_EQ(printer.print(undated()).find("\n      = "), std::string::npos);
}

TEST(DiagnosticText, tells_the_mend_of_every_error) {
  DiagnosticPrinter printer("plan.md", plan_text, {.language = Language::english});
  for (int i = 0; i < 2; ++i) EXPECT_NE(printer.print(wrong_weekday()).find("\n      = "), std::string::npos);
}

TEST(DiagnosticText, counts_from_the_line_at_which_the_text_stands) {
  DiagnosticPrinter printer("-", "bad", {.language = Language::english}, 7);
  EXPECT_EQ(printer.print({Code::date_unclear, {0, 3}, {std::string("bad")}}),
            "-:7:1: error: \"bad\" is not understood as a date [date.unclear]\n"
            "    7 | bad\n"
            "      | ^~~\n");
}

TEST(DiagnosticText, lets_neither_name_nor_message_command_the_terminal) {
  const std::string text = "a\x1b[2Jb";
  DiagnosticPrinter printer("x\x1b.md", text, {.language = Language::english});
  EXPECT_EQ(printer.print({Code::date_unclear, {0, 6}, {text}}).find('\x1b'), std::string::npos);
}

TEST(DiagnosticText, survives_spans_that_lie_outside_the_text) {
  DiagnosticPrinter printer("plan.md", "ab\n", {.language = Language::english});
  EXPECT_TRUE(printer.print({Code::list_undated, {90, 99}, {}}).starts_with("plan.md:2:1: note:"));
  EXPECT_TRUE(printer.print({Code::list_undated, {1, 0}, {}}).starts_with("plan.md:1:2: note:"));
}

TEST(DiagnosticJson, is_one_object_a_line_with_every_field) {
  const std::string line = printed(wrong_weekday(), {.language = Language::french, .format = Format::json});
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json["type"], "diagnostic");
  EXPECT_EQ(json["file"], "plan.md");
  EXPECT_EQ(json["line"], 2);
  EXPECT_EQ(json["column"], 17);
  EXPECT_EQ(json["end_line"], 2);
  EXPECT_EQ(json["end_column"], 38);
  EXPECT_EQ(json["severity"], "error");
  EXPECT_EQ(json["code"], "date.weekday");
  EXPECT_EQ(json["message"], "le 4 décembre 2018 est un mardi, pas un lundi");
  EXPECT_EQ(json["mend"], "écrivez le jour ou la date qui convient");
  EXPECT_EQ(json["text"], "lundi 4 décembre 2018");
}

TEST(DiagnosticJson, is_valid_even_where_the_text_is_no_utf_8) {
  DiagnosticPrinter printer("pl\xff.md", "a\xff", {.format = Format::json});
  EXPECT_TRUE(nlohmann::json::accept(printer.print({Code::list_undated, {0, 2}, {}})));
}

TEST(ErrorText, names_the_tool_and_the_mend) {
  const Error error{ErrorKind::refused, Code::output_is_plan, {std::string("plan.md")}};
  EXPECT_EQ(print_error(error, {.language = Language::english}),
            "jalon: error: \"plan.md\" is the plan itself; it will not be replaced\n"
            "     = give the calendar another name with -o\n");
  const auto json = nlohmann::json::parse(print_error(error, {.language = Language::french, .format = Format::json}));
  EXPECT_EQ(json["code"], "output.is-plan");
  EXPECT_EQ(json["type"], "error");
}

TEST(DiagnosticOrder, is_that_of_the_text) {
  std::vector<Diagnostic> diagnostics = {undated(), {Code::list_undated, {0, 1}, {}}, wrong_weekday()};
  sort_by_place(diagnostics);
  EXPECT_EQ(diagnostics[0].span.begin, 0u);
  EXPECT_EQ(diagnostics[1].code, Code::date_weekday);
  EXPECT_EQ(diagnostics[2].code, Code::list_undated);
}

}  // namespace
}  // namespace jalon
