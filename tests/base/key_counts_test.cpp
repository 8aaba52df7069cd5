#include "base/key_counts.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

TEST(KeyCounts, count_each_key_however_many_there_are) {
  KeyCounts counts;
  constexpr std::uint64_t many = 20'000;
  constexpr std::uint64_t spread = 0x9e3779b97f4a7c15U;
  for (int round = 1; round <= 2; ++round) {
    for (std::uint64_t i = 0; i < many; ++i) {
      ASSERT_EQ(++counts.at(i * spread), static_cast<std::uint32_t>(round)) << i;
    }
  }
}

TEST(KeyCounts, tell_keys_apart_that_differ_in_either_half) {
  KeyCounts counts(2);
  ++counts.at(0);
  EXPECT_EQ(counts.at(1), 0u);
  EXPECT_EQ(counts.at(std::uint64_t{1} << 32U), 0u);
  EXPECT_EQ(counts.at(0), 1u);
}

}  // namespace
}  // namespace jalon
