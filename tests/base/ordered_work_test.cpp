#include "base/ordered_work.h"

#include <gtest/gtest.h>

#include <atomic>

namespace jalon {
namespace {

TEST(OrderedWork, gives_every_result_once_and_in_order_on_any_number_of_threads) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<std::size_t> seen;
    work_in_order(
        1000, threads,
        [](std::size_t i) {
          if (i % 97 == 0) std::this_thread::yield();
          return i * i;
        },
        [&](std::size_t i, std::size_t square) {
          EXPECT_EQ(square, i * i);
          seen.push_back(i);
        });
    ASSERT_EQ(seen.size(), 1000U) << threads;
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  }
}

TEST(OrderedWork, lets_few_results_wait_for_a_slow_one) {
  std::atomic<std::size_t> most = 0;
  std::atomic<std::size_t> taken = 0;
  std::atomic<bool> first_may_end = false;
  work_in_order(
      200, 2,
      [&](std::size_t i) {
        if (i == 0) {
          while (!first_may_end) std::this_thread::yield();
        }
        most = std::max(most.load(), i - std::min(i, taken.load()));
        if (i == 31) first_may_end = true;  // as far as the others may go before it
        return i;
      },
      [&](std::size_t, std::size_t) { ++taken; });
  EXPECT_EQ(taken, 200U);
  EXPECT_LE(most, 64U);
}

TEST(OrderedWork, does_nothing_for_nothing) {
  work_in_order(
      0, 4, [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace jalon
