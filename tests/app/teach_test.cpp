#include "app/teach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "app/online/changes_text.h"
#include "app/teach_topics.h"
#include "app/team/plan_names.h"
#include "base/display.h"
#include "cli/commands.h"
#include "text/formats/format_table.h"
#include "text/records/field.h"

namespace jalon {
namespace {

constexpr std::array both = {Language::french, Language::english};
constexpr std::size_t wide = 100;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// One line, so that a name may be looked for that a line end would part.
std::string unwrapped(const std::string& text) {
  std::string result;
  for (const std::string& line : lines_of(text))
    result += line.substr(std::min(line.find_first_not_of(' '), line.size())) + " ";
  return result;
}

TEST(Teach, names_every_format_and_every_column) {
  for (const Language language : both) {
    const std::string text = unwrapped(teach_formats(language, wide));
    for (const formats::FormatSpec& spec : formats::format_specs()) {
      EXPECT_NE(text.find(spec.about[static_cast<std::size_t>(language)]), std::string::npos) << spec.name;
    }
    for (const records::FieldNames& names : records::all_field_names()) {
      const std::string_view last = names.names.substr(names.names.rfind(',') + 1);
      EXPECT_NE(text.find(last), std::string::npos) << last;
      EXPECT_EQ(records::find_field(last)->field, names.field) << last;
    }
  }
}

TEST(Teach, names_formats_as_the_command_line_takes_them) {
  const auto choices = spec_of(Option::from).choices;
  ASSERT_EQ(choices.size(), formats::format_specs().size());
  for (std::size_t i = 0; i < choices.size(); ++i) EXPECT_EQ(choices[i], formats::format_specs()[i].name);
}

TEST(Teach, keeps_within_the_width) {
  for (const std::size_t width : {50U, 72U, 100U}) {
    for (const Language language : both) {
      for (const std::string& text : {teach_formats(language, width), teach_sync(language, width)}) {
        for (const std::string& line : lines_of(text)) EXPECT_LE(display_width(line), width);
      }
    }
  }
}

TEST(Teach, takes_in_folders_what_it_says) {
  for (const std::string_view name :
       {"a/plan.md", "PLAN.TXT", "plan.Markdown", "x.tsv", "x.ods", "x.jsonl", "done.txt"})
    EXPECT_TRUE(is_plan_name(name)) << name;
  for (const std::string_view name : {"plan.json", "plan.ics", "plan.pdf", "a.md/plan", "md", ""})
    EXPECT_FALSE(is_plan_name(name)) << name;
}

// What stands behind the sign where `jalon help sync` explains it; empty where it does not.
std::string taught_sign(char sign) {
  for (const std::string& line : lines_of(teach_sync(Language::english, wide))) {
    if (line.starts_with(std::string("  ") + sign + "  ")) return line.substr(5);
  }
  return {};
}

TEST(Teach, explains_the_signs_that_a_synchronisation_prints) {
  Step step;
  step.title = "Report";
  step.act = Act::create;
  EXPECT_EQ(taught_sign(step_text(step, "plan.md", Language::english)[0]), "new in the calendar");
  step.act = Act::update;
  step.changes = {{"times", "a", "b"}};
  EXPECT_EQ(taught_sign(step_text(step, "plan.md", Language::english)[0]), "moved: only its date changes");
  step.changes = {{"summary", "a", "b"}};
  EXPECT_EQ(taught_sign(step_text(step, "plan.md", Language::english)[0]), "changed: its fields follow");
  step.act = Act::remove;
  EXPECT_EQ(taught_sign(step_text(step, "plan.md", Language::english)[0]), "removed: the plan has it no more");
  step.act = Act::nothing;
  step.news = News::edited;
  EXPECT_EQ(taught_sign(step_text(step, "plan.md", Language::english)[0]), "changed in the calendar, and kept so");
  step.clash = Clash::fields;
  EXPECT_EQ(taught_sign(step_text(step, "plan.md", Language::english)[0]), "conflict: changed on both sides");
  EXPECT_EQ(taught_sign(problem_text({}, "plan.md", Language::english)[0]), "refused by the server; the others go on");
}

TEST(Teach, names_the_option_that_a_guard_names) {
  for (const Language language : both) {
    const std::string text = teach_sync(language, wide);
    for (const Guard guard : {Guard::plan_empty, Guard::calendar_empty, Guard::many_removals}) {
      const std::string told = guard_text({guard, 11, 12}, language);
      const std::size_t option = told.find("--");
      ASSERT_NE(option, std::string::npos);
      EXPECT_NE(text.find("  " + told.substr(option, told.find(' ', option) - option)), std::string::npos) << told;
    }
    EXPECT_NE(text.find(std::to_string(most_removals)), std::string::npos);
  }
}

}  // namespace
}  // namespace jalon
