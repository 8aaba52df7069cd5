// Promises that hold for any history. JALON_WALKS says how many (the seeds follow one another from JALON_WALK_SEED).
// A program of its own, because here it is the histories that take the time, not the building.
#include <gtest/gtest.h>

#include <cstdlib>

#include "sync/walk.h"

namespace jalon {
namespace {

using namespace test;

#ifdef NDEBUG
constexpr std::uint64_t usual_count = 50'000;
#else
constexpr std::uint64_t usual_count = 1'500;
#endif

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

TEST(SyncWalk, KeepsItsPromisesInAnyHistory) {
  const std::uint64_t count = number_from("JALON_WALKS", usual_count);
  const std::uint64_t first = number_from("JALON_WALK_SEED", 1);
  std::printf("seeds %llu to %llu\n", static_cast<unsigned long long>(first),
              static_cast<unsigned long long>(first + count - 1));
  std::size_t conflicts = 0, false_conflicts = 0, writes = 0;
  constexpr std::uint64_t histories_of_a_state = 200;
  for (std::uint64_t i = 0; i < count;) {
    auto state = State::open(":memory:");
    ASSERT_TRUE(state);
    for (std::uint64_t j = 0; j < histories_of_a_state && i < count; ++j, ++i) {
      Walk walk(*state, first + i);
      ASSERT_EQ(walk.run(), "");
      conflicts += walk.conflicts();
      false_conflicts += walk.false_conflicts();
      writes += walk.writes();
    }
  }
  std::printf("%zu writes, %zu conflicts left to people, %zu of them made by nobody\n", writes, conflicts,
              false_conflicts);
  EXPECT_GT(writes, count);
  EXPECT_LE(false_conflicts, count / 100);
}

}  // namespace
}  // namespace jalon
