#include "text/list/plan_dump.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "jalon/phrase.h"

namespace jalon {
namespace {

std::string iso(Day day) {
  const std::chrono::year_month_day date{day};
  std::string text = std::to_string(static_cast<int>(date.year()));
  for (const unsigned part : {static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())}) {
    text += (part < 10 ? "-0" : "-") + std::to_string(part);
  }
  return text;
}

std::string reading_of(const When& when) {
  if (when.kind == WhenKind::undated) return "undated";
  Reading reading;
  reading.verdict = Reading::Verdict::when;
  reading.when = when;
  return format_reading(reading);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\\n") : std::string(1, c);
  return result;
}

void add(std::string& line, std::string_view part) {
  line += line.ends_with("| ") ? "" : " ";
  line += part;
}

void add_person(std::string& line, std::string_view sign, const Person& person) {
  add(line, std::string(sign) + std::string(person.name));
  if (!person.address.empty()) line += " <" + std::string(person.address) + ">";
}

void add_field(std::string& line, std::string_view name, std::string_view value) {
  if (!value.empty()) add(line, std::string(name) + "=" + escaped(value));
}

void add_numbers(std::string& line, const Action& action) {
  if (action.priority > 0) add(line, "p" + std::to_string(action.priority));
  if (action.effort.count() > 0) add(line, "~" + std::to_string(action.effort.count()));
  for (const auto alarm : action.alarms) add(line, "alarm=" + std::to_string(alarm.count()));
  for (const auto before : action.after) add(line, "after=" + std::to_string(before));
  if (action.parent != no_index) add(line, "parent=" + std::to_string(action.parent));
}

std::string_view status_name(Status status) {
  switch (status) {
    case Status::open:
      return {};
    case Status::begun:
      return "begun";
    case Status::done:
      return "done";
    case Status::cancelled:
      return "cancelled";
  }
  return {};
}

std::string_view severity_name(Severity severity) {
  return severity == Severity::note ? "note" : severity == Severity::warning ? "warning" : "error";
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string dump_action(const Plan& plan, const Action& action) {
  std::string line = std::string(action.title) + " | " + reading_of(action.when) + " | ";
  for (const Person& owner : action.owners) add_person(line, "@", owner);
  for (const std::string_view tag : action.tags) add(line, "#" + std::string(tag));
  add_numbers(line, action);
  add_field(line, "id", action.id);
  add_field(line, "at", action.location);
  for (const Person& person : action.attendees) add_person(line, "with=", person);
  add_field(line, "url", action.url);
  add_field(line, "status", status_name(action.status));
  if (action.completed) add(line, "completed=" + iso(*action.completed));
  if (action.section != no_index) add_field(line, "in", plan.sections[action.section].title);
  add_field(line, "desc", action.description);
  while (line.ends_with(' ') || line.ends_with('|')) line.pop_back();
  return line;
}

std::string dump_diagnostic(const Plan& plan, const Diagnostic& diagnostic) {
  const std::string_view before = std::string_view(*plan.source).substr(0, diagnostic.span.begin);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t column = count_characters(before.substr(before.rfind('\n') + 1));
  const std::string_view words =
      std::string_view(*plan.source).substr(diagnostic.span.begin, diagnostic.span.end - diagnostic.span.begin);
  return std::to_string(lines + 1) + ":" + std::to_string(column + 1) + ": " +
         std::string(severity_name(severity_of(diagnostic))) + ": " + std::string(code_name(diagnostic.code)) + ": " +
         escaped(words);
}

std::string dump_plan(const Plan& plan) {
  std::string text =
      "title: " + std::string(plan.title) + "\nlanguage: " + std::string(language_code(plan.language)) + "\n";
  if (plan.as_of_given) text += "as of: " + iso(std::chrono::floor<std::chrono::days>(plan.as_of)) + "\n";
  for (const auto& [name, value] :
       {std::pair{"timezone: ", plan.timezone}, std::pair{"calendar: ", plan.calendar}, std::pair{"id: ", plan.id}}) {
    if (!value.empty()) text += name + std::string(value) + "\n";
  }
  for (const Section& section : plan.sections)
    text += "section: " + std::string(section.title) + " | " + reading_of(section.when) + "\n";
  for (const Action& action : plan.actions) text += dump_action(plan, action) + "\n";
  for (const Diagnostic& diagnostic : plan.diagnostics) text += dump_diagnostic(plan, diagnostic) + "\n";
  return text;
}

ListOptions november_2018() {
  ListOptions options;
  options.today = Day{std::chrono::year{2018} / 11 / 26};
  options.as_of = options.today;
  return options;
}

std::string read_test_file(const std::string& path) {
  std::ifstream file(std::string(JALON_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PlanDump, writes_an_action_on_one_line) {
  const Plan plan =
      read_list("plan.md", "- Payer le loyer @Alex #bureau !! ~2h\n  deux lignes\n  de texte\n", november_2018());
  ASSERT_EQ(plan.actions.size(), 1U);
  EXPECT_EQ(dump_action(plan, plan.actions[0]),
            "Payer le loyer | undated | @Alex #bureau p5 ~120 desc=deux lignes\\nde texte");
}

}  // namespace jalon
