#include "identity/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace jalon {
namespace {

using Pairs = std::vector<WeightedPair>;

std::int64_t sum_of(const Pairs& pairs, const std::vector<std::uint32_t>& chosen) {
  std::int64_t sum = 0;
  for (const std::uint32_t k : chosen) sum += pairs[k].weight;
  return sum;
}

bool shares_nothing(const Pairs& pairs, const std::vector<std::uint32_t>& chosen) {
  for (const std::uint32_t a : chosen) {
    for (const std::uint32_t b : chosen) {
      if (a != b && (pairs[a].left == pairs[b].left || pairs[a].right == pairs[b].right)) return false;
    }
  }
  return true;
}

std::int64_t best_by_trying_all(const Pairs& pairs, std::size_t from, std::uint32_t lefts, std::uint32_t rights) {
  if (from == pairs.size()) return 0;
  const std::int64_t without = best_by_trying_all(pairs, from + 1, lefts, rights);
  const std::uint32_t left = 1U << pairs[from].left;
  const std::uint32_t right = 1U << pairs[from].right;
  if ((lefts & left) != 0 || (rights & right) != 0) return without;
  return std::max(without, pairs[from].weight + best_by_trying_all(pairs, from + 1, lefts | left, rights | right));
}

TEST(BestAssignment, TakesNothingFromNothing) { EXPECT_TRUE(best_assignment({}).empty()); }

TEST(BestAssignment, PrefersTwoGoodPairsToOneThatIsALittleBetter) {
  EXPECT_EQ(best_assignment({{0, 0, 6}, {0, 1, 7}, {1, 1, 6}}), (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(best_assignment({{0, 0, 2}, {0, 1, 7}, {1, 1, 2}}), (std::vector<std::uint32_t>{1}));
}

TEST(BestAssignment, IsAsGoodAsTryingAllChoices) {
  std::mt19937 random(20181126);
  for (int round = 0; round < 3000; ++round) {
    Pairs pairs;
    for (std::size_t count = random() % 13; count > 0; --count) {
      const auto left = static_cast<std::uint32_t>(random() % 6);
      const auto right = static_cast<std::uint32_t>(random() % 4);
      pairs.push_back({left, right, static_cast<std::int64_t>(1 + random() % 20)});
    }
    const std::vector<std::uint32_t> chosen = best_assignment(pairs);
    ASSERT_TRUE(shares_nothing(pairs, chosen)) << "round " << round;
    ASSERT_EQ(sum_of(pairs, chosen), best_by_trying_all(pairs, 0, 0, 0)) << "round " << round;
  }
}

TEST(BestAssignment, TakesTheHeaviestFirstWhereTooManyHangTogether) {
  Pairs pairs;
  for (std::uint32_t left = 0; left < 200; ++left) {
    for (std::uint32_t right = 0; right < 200; ++right) {
      pairs.push_back({left, right, left == right ? 1000 : 1 + (left * 31 + right * 17) % 900});
    }
  }
  const std::vector<std::uint32_t> chosen = best_assignment(pairs);
  EXPECT_EQ(chosen.size(), 200U);
  EXPECT_TRUE(
      std::all_of(chosen.begin(), chosen.end(), [&](std::uint32_t k) { return pairs[k].left == pairs[k].right; }));
}

}  // namespace
}  // namespace jalon
