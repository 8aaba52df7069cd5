#include <gtest/gtest.h>

#include "jalon/list.h"
#include "text/list/attributes.h"
#include "text/list/entries.h"
#include "text/list/front_matter.h"
#include "text/list/markup.h"
#include "text/list/numeric_order.h"
#include "text/list/plan_dump.h"
#include "text/list/source.h"

namespace jalon {
namespace {

constexpr std::size_t large = 1 << 16;
constexpr std::size_t small = 1 << 12;  // where dates are read as well

std::string repeated(std::string_view piece, std::size_t size, std::string_view start = {}) {
  std::string text(start);
  while (text.size() < size) text += piece;
  return text;
}

class HardInputs : public testing::TestWithParam<const char*> {};

// tests/bench reads 1 MiB of such inputs and holds that the time is linear; here they only must not go wrong.
TEST_P(HardInputs, are_split) {
  for (const char* start : {"", "- ", "- a\n  "}) {
    const std::string text = list::decode_source(repeated(GetParam(), large, start)).text;
    std::vector<Diagnostic> diagnostics;
    EXPECT_LE(list::read_entries(text, 0, diagnostics).entries.size(), large);
    EXPECT_LE(list::read_front_matter(text).end, text.size());
  }
  const std::string line = repeated(GetParam(), large);
  std::vector<list::Mark> marks;
  for (const auto form : {list::LineForm::raw, list::LineForm::cleaned}) {
    list::read_marks(line, list::LineStart::title, form, marks);
    list::read_marks(line, list::LineStart::attribute, form, marks);
  }
  EXPECT_LE(marks.size(), 2 * large);
  Arena arena;
  EXPECT_LE(list::clean_line(line, 0, arena).text().size(), line.size());
  EXPECT_LE(list::trim_separators(line).size(), line.size());
  list::find_numeric_order(line);
}

TEST_P(HardInputs, are_read) {
  for (const char* start : {"", "- ", "- a\n  "}) {
    const Plan plan = read_list("plan.md", repeated(GetParam(), small, start), november_2018());
    EXPECT_LE(plan.actions.size(), small);
  }
}

INSTANTIATE_TEST_SUITE_P(Signs, HardInputs,
                         testing::Values("(", "[", "[[", "[a](", "(due:: ", "[due:: ", "(due: a ", "`", "`a ", "*",
                                         "**a ", "~~a ", "*a ", "<", "<!--", "<!-- a --> ", "@\"", "@« ", "#", "#a ",
                                         "@a ", "^a ", "!", "! ", "~1 ", "+a ", "— ", ", ", ": ",
                                         "::", "a:", "a: ", "due: ", "with: @a ", "after: ^a, ",
                                         "rapel: ", "abcd: ", "📅 ", "🔁 a ", "https://a ", "\xCC\x81", "e\xCC\x81"));
INSTANTIATE_TEST_SUITE_P(Lines, HardInputs,
                         testing::Values("- ", "- \n", "- a\n", "1/2 ", "> ", ">", ">\n", "#", "# a\n", "a:\n",
                                         "a :\n- b\n", "```\n", "~~~a\n", "---\n", "===\n", "a\n===\n", "| a\n", "\t",
                                         " ", "\n", "\r", "- a\n  b\n", "- a\n b: c\n", "- [ ] a\n\t- b\n", "merci,\n",
                                         "bonjour\n", "etc.\n", "\xFF", "\xEF\xBB\xBF", "- a après: a\n",
                                         "- a ^a après: ^a\n", "1. a:\n- b\n"));

TEST(HardInput, may_nest_as_deep_as_its_size_allows) {
  std::string text;
  std::string margin;
  while (text.size() < large) text += (margin += "  ") + "- a\n";
  const Plan plan = read_list("plan.md", text, november_2018());
  EXPECT_EQ(plan.actions.back().parent, plan.actions.size() - 2);
}

TEST(HardInput, may_be_front_matter_all_over) {
  for (const char* piece : {"a: b\n", "- a\n", "people: {a: b}\n", "  a: b\n", "'", "[", "a,", "#", "a: \"b\n"}) {
    const Plan plan = read_list("plan.md", repeated(piece, large, "---\npeople:\n") + "\n---\n- c\n", november_2018());
    EXPECT_EQ(plan.actions.size(), 1U) << piece;
  }
}

TEST(HardInput, may_wait_for_one_action_from_many_and_for_many_from_one) {
  std::string text;
  for (int i = 0; i < 2000; ++i)
    text += "- a" + std::to_string(i) + " ^n" + std::to_string(i) + " après: ^n" + std::to_string(i + 1) + "\n";
  text += "- fin ^n2000 après: ";
  for (int i = 0; i < 2000; ++i) text += "^n" + std::to_string(i) + ", ";
  const Plan plan = read_list("plan.md", text, november_2018());
  EXPECT_EQ(plan.actions.size(), 2001U);
  EXPECT_EQ(plan.actions[0].after.size(), 1U);
}

}  // namespace
}  // namespace jalon
