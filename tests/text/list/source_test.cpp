#include "text/list/source.h"

#include <gtest/gtest.h>

namespace jalon::list {
namespace {

std::string decoded(std::string bytes) { return decode_source(std::move(bytes)).text; }

TEST(Source, passes_good_text_on) {
  EXPECT_EQ(decoded("- Échéance: 5 décembre — «fin»…\r\n"), "- Échéance: 5 décembre — «fin»…\r\n");
  EXPECT_EQ(decoded(""), "");
  EXPECT_FALSE(decode_source("é").first_foreign.has_value());
}

TEST(Source, takes_the_byte_order_mark_off) { EXPECT_EQ(decoded("\xEF\xBB\xBF- a"), "- a"); }

TEST(Source, composes_letters_and_their_accents) {
  EXPECT_EQ(decoded("de\xCC\x81"
                    "cembre, No\xC3\xABl, fe\xCC\x82te"),
            "décembre, Noël, fête");
  EXPECT_EQ(decoded("\xE2\x84\xAB"), "Å");  // U+212B, the angstrom sign
}

TEST(Source, reads_bytes_that_are_no_utf8_as_windows_1252) {
  const SourceText text = decode_source(
      "- un\n- d\xE9"
      "cembre \x96 l\x92"
      "ann\xE9"
      "e \x80\n");
  EXPECT_EQ(text.text, "- un\n- décembre – l’année €\n");
  EXPECT_EQ(text.encoding, Encoding::windows_1252);
  EXPECT_EQ(text.first_foreign, 8U);
}

TEST(Source, keeps_the_good_letters_of_a_file_that_holds_both) {
  EXPECT_EQ(decoded("déjà \xE9t\xE9 été"), "déjà été été");
  EXPECT_EQ(decoded("cut \xE2\x80"), "cut â€");
}

TEST(Source, finds_the_first_foreign_byte_after_composing_what_stands_before) {
  const SourceText text = decode_source(
      "e\xCC\x81"
      "e\xCC\x81 \xE9");
  EXPECT_EQ(text.text, "éé é");
  EXPECT_EQ(text.first_foreign, 5U);
}

TEST(Source, reads_utf16_with_its_mark) {
  EXPECT_EQ(decoded(std::string("\xFF\xFE-\0 \0\xE9\0\n\0", 10)), "- é\n");
  EXPECT_EQ(decoded(std::string("\xFE\xFF\0-\0 \0\xE9", 8)), "- é");
  EXPECT_EQ(decoded(std::string("\xFF\xFE\x3C\xD8\x89\xDF", 6)), "🎉");
  EXPECT_EQ(decoded(std::string("\xFF\xFE\x3C\xD8", 4)), "\xEF\xBF\xBD");
  EXPECT_EQ(decoded(std::string("\xFF\xFE"
                                "a",
                                3)),
            "\xEF\xBF\xBD");
}

TEST(Source, writes_utf16_back_as_it_was) {
  const std::string bytes("\xFF\xFE-\0\xE9\0\x3C\xD8\x89\xDF\r\0\n\0", 14);
  EXPECT_EQ(utf8_to_utf16(utf16_to_utf8(bytes, Encoding::utf16_little), Encoding::utf16_little), bytes);
}

TEST(Source, replaces_nul_and_the_line_ends_of_old_macs) {
  EXPECT_EQ(decoded(std::string("a\0b\n", 4)),
            "a\xEF\xBF\xBD"
            "b\n");
  EXPECT_EQ(decoded("- a\r- b\r"), "- a\n- b\n");
  EXPECT_EQ(decoded("- a\r\n- b\r"), "- a\r\n- b\r");
}

TEST(Source, composes_piled_up_accents_in_linear_time) {
  std::string marks = "a";
  while (marks.size() < 1'000'000) marks += "\xCC\x81\xCC\xA3";  // two marks in the wrong order
  EXPECT_GE(decoded(marks).size(), 900'000U);                    // in square time this takes an hour
}

}  // namespace
}  // namespace jalon::list
