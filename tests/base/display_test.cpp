#include "base/display.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

TEST(Display, counts_what_a_person_sees_as_one_character) {
  EXPECT_EQ(count_graphemes("Léa"), 3u);
  EXPECT_EQ(count_graphemes("Le\u0301a"), 3u);              // a combining accent
  EXPECT_EQ(count_graphemes("👩‍👩‍👧 ok"), 4u);  // a family of three joined by ZWJ
  EXPECT_EQ(count_graphemes("🇫🇷🇨🇦"), 2u);
  EXPECT_EQ(count_graphemes(""), 0u);
}

TEST(Display, knows_how_many_columns_a_text_takes) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("été"), 3u);
  EXPECT_EQ(display_width("e\u0301te\u0301"), 3u);
  EXPECT_EQ(display_width("漢字"), 4u);
  EXPECT_EQ(display_width("🎄"), 2u);
  EXPECT_EQ(display_width("❤️"), 2u);  // made an emoji by its variation selector
  EXPECT_EQ(display_width("👩‍👩‍👧"), 2u);
  EXPECT_EQ(display_width("10\u202fh"), 4u);
}

TEST(Display, takes_bytes_that_are_no_utf_8_for_one_column_each) {
  EXPECT_EQ(display_width("a\xff\xfe"), 3u);
  EXPECT_EQ(count_graphemes("\xe9t\xe9"), 3u);
}

TEST(Display, never_lets_a_text_command_the_terminal) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(printable("a\r\x07\x7f"), "a\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(printable("a\u202Eb\u2066c"), "a\uFFFDb\uFFFDc");
  EXPECT_EQ(printable("\xc2\x9b"), "\uFFFD");  // the C1 form of ESC [
  EXPECT_EQ(printable("été\tok\n"), "été\tok\n");
}

TEST(Display, wraps_at_spaces_and_inside_a_word_only_where_it_is_too_wide) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("un deux trois", 8), (Lines{"un deux", "trois"}));
  EXPECT_EQ(wrap("un deux trois", 7), (Lines{"un deux", "trois"}));
  EXPECT_EQ(wrap("abcdefghij k", 4), (Lines{"abcd", "efgh", "ij k"}));
  EXPECT_EQ(wrap("été été", 3), (Lines{"été", "été"}));
  EXPECT_EQ(wrap("漢字漢字", 3), (Lines{"漢", "字", "漢", "字"}));
  EXPECT_EQ(wrap("漢", 1), (Lines{"漢"}));
  EXPECT_EQ(wrap("", 10), Lines{""});
  EXPECT_EQ(wrap("un deux", 0), Lines{"un deux"});
  EXPECT_EQ(wrap("a    b", 3), (Lines{"a", "b"}));
}

TEST(Display, does_not_break_at_a_space_that_holds_together) {
  EXPECT_EQ(wrap("à 10\u00a0h", 4), (std::vector<std::string>{"à", "10\u00a0h"}));
}

TEST(Display, pads_by_columns_and_not_by_bytes) {
  EXPECT_EQ(padded("été", 5), "été  ");
  EXPECT_EQ(padded("漢", 3), "漢 ");
  EXPECT_EQ(padded("abcdef", 3), "abcdef");
}

TEST(Display, reads_a_megabyte_of_accents_on_one_letter) {
  std::string text = "a";
  for (int i = 0; i < 500'000; ++i) text += "\u0301";
  EXPECT_LT(count_graphemes(text), 20'000u);
  EXPECT_LT(wrap(text, 80).size(), 20'000u);
}

}  // namespace
}  // namespace jalon
