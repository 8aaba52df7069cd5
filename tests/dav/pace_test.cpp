#include "dav/http/pace.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace jalon {
namespace {

using namespace std::chrono_literals;

// A server that works at `at_once` requests, each `work` long, behind a way of `way` there and back.
std::size_t settled(Pace pace, std::size_t at_once, std::chrono::microseconds work, std::chrono::microseconds way) {
  for (int i = 0; i < 40; ++i) {
    const std::size_t window = pace.window();
    pace.done(Outcome::answered, way + work * std::max<std::size_t>(1, window / at_once), window);
  }
  return pace.window();
}

TEST(Pace, grows_where_the_way_is_long) { EXPECT_EQ(settled(Pace(8), 1, 1ms, 40ms), 8U); }
TEST(Pace, stays_small_where_the_server_does_one_thing_at_a_time) { EXPECT_LE(settled(Pace(8), 1, 20ms, 0ms), 4U); }
TEST(Pace, uses_what_the_server_has) { EXPECT_EQ(settled(Pace(8), 4, 20ms, 0ms), 4U); }

TEST(Pace, halves_where_the_server_asks_for_patience) {
  Pace pace(8);
  for (int i = 0; i < 40; ++i) pace.done(Outcome::answered, 40ms, pace.window());
  ASSERT_EQ(pace.window(), 8U);
  pace.done(Outcome::pushed_back, 40ms, 8);
  EXPECT_EQ(pace.window(), 4U);
  for (int i = 0; i < 9; ++i) pace.done(Outcome::pushed_back, 40ms, 1);
  EXPECT_EQ(pace.window(), 1U);
}

TEST(Pace, has_all_under_way_after_four_answers_where_the_way_is_long) {
  Pace pace(8);
  for (int i = 0; i < 4; ++i) pace.done(Outcome::answered, 150ms, pace.window());
  EXPECT_EQ(pace.window(), 8U);
}

TEST(Pace, never_goes_beyond_its_limit) {
  EXPECT_EQ(Pace(1).window(), 1U);
  EXPECT_EQ(settled(Pace(3), 100, 1ms, 100ms), 3U);
}

}  // namespace
}  // namespace jalon
