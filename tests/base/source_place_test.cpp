#include "base/source_place.h"

#include <gtest/gtest.h>

#include <string>

namespace jalon {
namespace {

void expect_place(PlaceFinder& finder, std::size_t offset, std::size_t line, std::size_t column) {
  const SourcePlace place = finder.at(offset);
  EXPECT_EQ(place.line, line) << "offset " << offset;
  EXPECT_EQ(place.column, column) << "offset " << offset;
}

TEST(SourcePlace, counts_lines_and_columns_from_one) {
  PlaceFinder finder("ab\ncd\n");
  expect_place(finder, 0, 1, 1);
  expect_place(finder, 1, 1, 2);
  expect_place(finder, 2, 1, 3);
  expect_place(finder, 3, 2, 1);
  expect_place(finder, 5, 2, 3);
  expect_place(finder, 6, 3, 1);
}

TEST(SourcePlace, counts_characters_as_people_see_them) {
  const std::string text = "é🎄x\ne\u0301y";
  PlaceFinder finder(text);
  expect_place(finder, text.find('x'), 1, 3);
  expect_place(finder, text.find('y'), 2, 2);
}

TEST(SourcePlace, may_be_asked_in_any_order) {
  PlaceFinder finder("ab\ncd\nef");
  expect_place(finder, 7, 3, 2);
  expect_place(finder, 6, 3, 1);
  expect_place(finder, 1, 1, 2);
  expect_place(finder, 4, 2, 2);
}

TEST(SourcePlace, leaves_the_line_end_out_of_the_line) {
  PlaceFinder finder("ab\r\ncd");
  const SourcePlace first = finder.at(1);
  EXPECT_EQ(first.line_begin, 0u);
  EXPECT_EQ(first.line_end, 2u);
  const SourcePlace last = finder.at(4);
  EXPECT_EQ(last.line_begin, 4u);
  EXPECT_EQ(last.line_end, 6u);
}

TEST(SourcePlace, takes_what_is_past_the_end_for_the_end) {
  PlaceFinder finder("ab");
  expect_place(finder, 99, 1, 3);
  PlaceFinder empty("");
  expect_place(empty, 0, 1, 1);
  expect_place(empty, 5, 1, 1);
}

TEST(SourcePlace, finds_every_place_of_a_long_line_in_one_pass) {
  const std::string text(1'000'000, 'x');
  PlaceFinder finder(text);
  for (std::size_t offset = 0; offset < text.size(); ++offset) ASSERT_EQ(finder.at(offset).column, offset + 1);
}

}  // namespace
}  // namespace jalon
