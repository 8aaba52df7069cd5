#include "text/table/csv.h"

#include <gtest/gtest.h>

#include <string>

namespace jalon::table {
namespace {

// Cells by "|", rows by "/".
std::string split(std::string_view source, char delimiter = ',') {
  Arena arena;
  CsvRows rows(source, delimiter, arena);
  std::vector<Cell> cells;
  std::string result;
  while (rows.next(cells)) {
    if (!result.empty()) result += "/";
    for (std::size_t i = 0; i < cells.size(); ++i) result += (i == 0 ? "" : "|") + std::string(cells[i].text);
  }
  return result;
}

TEST(Csv, splits_plain_cells) {
  EXPECT_EQ(split("a,b,c\nd,,f\n"), "a|b|c/d||f");
  EXPECT_EQ(split("a;b;c", ';'), "a|b|c");
  EXPECT_EQ(split("a\tb\r\nc\td\r\n", '\t'), "a|b/c|d");
}

TEST(Csv, passes_over_rows_without_anything_in_them) { EXPECT_EQ(split("a,b\n,,\n\n  , \nc,d"), "a|b/c|d"); }

TEST(Csv, keeps_delimiters_and_line_ends_in_quotes) {
  EXPECT_EQ(split("\"a,b\",\"c\nd\"\ne,f"), "a,b|c\nd/e|f");
  EXPECT_EQ(split("\"c\r\nd\",e\r\n"), "c\nd|e");
}

TEST(Csv, makes_one_quote_of_two) {
  EXPECT_EQ(split("\"say \"\"yes\"\"\",b"), "say \"yes\"|b");
  EXPECT_EQ(split("\"\",b"), "|b");
  EXPECT_EQ(split("\"\"\"\",b"), "\"|b");
}

TEST(Csv, takes_spaces_around_quotes_for_nothing) { EXPECT_EQ(split("a,  \"b, c\"  ,d"), "a|b, c|d"); }

TEST(Csv, takes_a_quote_that_none_closes_for_a_letter) {
  EXPECT_EQ(split("\"a,b\nc,d\n"), "\"a|b/c|d");
  EXPECT_EQ(split("5\" pipe,b\n"), "5\" pipe|b");
}

TEST(Csv, keeps_what_follows_a_closing_quote) { EXPECT_EQ(split("\"a\" b,c"), "a b|c"); }

TEST(Csv, passes_over_the_line_that_names_the_delimiter) {
  EXPECT_EQ(said_delimiter("sep=;\na;b"), ';');
  EXPECT_EQ(split("sep=;\r\na;b", ';'), "a|b");
  EXPECT_EQ(split("sep=;", ';'), "");
}

TEST(Csv, tells_where_each_cell_stands) {
  Arena arena;
  const std::string_view source = "a, \"b\"\"c\" ,d\n";
  CsvRows rows(source, ',', arena);
  std::vector<Cell> cells;
  ASSERT_TRUE(rows.next(cells));
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(cells[1].text, "b\"c");
  EXPECT_EQ(cells[1].span, (SourceSpan{3, 9}));
  EXPECT_EQ(cells[2].span, (SourceSpan{11, 12}));
}

TEST(Csv, begins_again_when_rewound) {
  Arena arena;
  CsvRows rows("a\nb\n", ',', arena);
  std::vector<Cell> cells;
  rows.next(cells);
  rows.next(cells);
  rows.rewind();
  ASSERT_TRUE(rows.next(cells));
  EXPECT_EQ(cells[0].text, "a");
}

}  // namespace
}  // namespace jalon::table
