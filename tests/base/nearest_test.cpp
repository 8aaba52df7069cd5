#include "base/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> words = {"--timezone", "--lang", "--due", "--deadlines"};

TEST(Nearest, finds_the_word_that_was_most_likely_meant) {
  EXPECT_EQ(nearest("--langue", words), "--lang");
  EXPECT_EQ(nearest("--timezon", words), "--timezone");
  EXPECT_EQ(nearest("--TIMEZONE", words), "--timezone");
  EXPECT_EQ(nearest("--deadlnies", words), "--deadlines");  // two letters swapped
  EXPECT_EQ(nearest("--deu", words), "--due");
}

TEST(Nearest, finds_nothing_where_nothing_is_near) {
  EXPECT_EQ(nearest("--verbose", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest("x", {}), "");
  EXPECT_EQ(nearest(std::string(100'000, 'x'), words), "");
}

TEST(Nearest, counts_a_swap_of_neighbours_as_one_edit) {
  EXPECT_EQ(edit_distance("decmebre", "decembre"), 1U);
  EXPECT_EQ(edit_distance("due", "deu"), 1U);
  EXPECT_EQ(edit_distance("due", "due"), 0U);
  EXPECT_EQ(edit_distance("", "due"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

}  // namespace
}  // namespace jalon
