#include "app/excerpt.h"

#include <gtest/gtest.h>

#include "base/display.h"

namespace jalon {
namespace {

Excerpt around(std::string_view line, std::string_view marked, std::size_t width = 80) {
  const std::size_t begin = line.find(marked);
  return make_excerpt(line, begin, begin + marked.size(), width);
}

void expect_mark(const Excerpt& excerpt, std::string_view line, std::size_t column, std::size_t width) {
  EXPECT_EQ(excerpt.line, line);
  EXPECT_EQ(excerpt.mark_column, column);
  EXPECT_EQ(excerpt.mark_width, width);
}

TEST(Excerpt, marks_the_columns_of_the_bytes) {
  expect_mark(around("- Appeler lundi", "lundi"), "- Appeler lundi", 10, 5);
}

TEST(Excerpt, counts_columns_after_accents_combining_marks_emoji_and_wide_characters) {
  expect_mark(around("- Fête lundi", "lundi"), "- Fête lundi", 7, 5);
  expect_mark(around("- Fe\u0302te lundi", "lundi"), "- Fe\u0302te lundi", 7, 5);
  expect_mark(around("- 🎄 lundi", "lundi"), "- 🎄 lundi", 5, 5);
  expect_mark(around("- 漢字 lundi", "字 l"), "- 漢字 lundi", 4, 4);
  expect_mark(around("- fête", "fête"), "- fête", 2, 4);
}

TEST(Excerpt, shows_tabs_as_spaces_so_that_the_mark_stays_in_place) {
  expect_mark(around("\tx\tlundi", "lundi"), "    x   lundi", 8, 5);
}

TEST(Excerpt, shows_controls_instead_of_obeying_them) {
  expect_mark(around("a\x1b[31m lundi", "lundi"), "a\uFFFD[31m lundi", 7, 5);
}

TEST(Excerpt, marks_one_column_where_nothing_stands) {
  expect_mark(make_excerpt("abc", 3, 3, 80), "abc", 3, 1);
  expect_mark(make_excerpt("", 0, 0, 80), "", 0, 1);
  expect_mark(make_excerpt("abc", 99, 120, 80), "abc", 3, 1);
}

TEST(Excerpt, cuts_a_long_line_around_the_place) {
  const std::string line = std::string(300, 'a') + " lundi " + std::string(300, 'b');
  const Excerpt excerpt = around(line, "lundi", 40);
  EXPECT_LE(display_width(excerpt.line), 40u);
  EXPECT_TRUE(excerpt.line.starts_with("…a"));
  EXPECT_TRUE(excerpt.line.ends_with("b…"));
  const std::size_t place = excerpt.line.find("lundi");
  EXPECT_EQ(display_width(std::string_view(excerpt.line).substr(0, place)), excerpt.mark_column);
  EXPECT_EQ(excerpt.mark_width, 5u);
}

TEST(Excerpt, does_not_cut_a_line_that_is_long_only_in_bytes) {
  std::string line;
  for (int i = 0; i < 30; ++i) line += "é";
  const Excerpt excerpt = make_excerpt(line, 58, 60, 40);
  EXPECT_EQ(excerpt.line, line);
  EXPECT_EQ(excerpt.mark_column, 29u);
}

TEST(Excerpt, never_marks_beyond_what_it_shows) {
  const std::string line(10'000, 'x');
  const Excerpt excerpt = make_excerpt(line, 5'000, 10'000, 60);
  EXPECT_LE(display_width(excerpt.line), 60u);
  EXPECT_LE(excerpt.mark_column + excerpt.mark_width, 60u);
}

TEST(Excerpt, cuts_bytes_that_are_no_utf_8_without_loss_of_place) {
  const std::string line = std::string(500, '\x80') + "lundi";
  const Excerpt excerpt = around(line, "lundi", 40);
  EXPECT_TRUE(excerpt.line.ends_with("lundi"));
  EXPECT_LE(display_width(excerpt.line), 40u);
}

}  // namespace
}  // namespace jalon
