// What a match costs, counted in pairs that are judged one by one and not in time.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "identity/match.h"

namespace jalon {
namespace {

constexpr std::size_t most_for_one = 120;  // pairs judged for one action, in all rounds together

using Title = std::function<std::string(std::size_t)>;

class Side {
 public:
  Side(std::size_t size, const Title& title, std::size_t days) {
    for (std::size_t i = 0; i < size; ++i) titles_.push_back(title(i));
    for (std::size_t i = 0; i < size; ++i) {
      const LocalTime day = LocalTime{} + std::chrono::days(i * 31 % days);
      actions_.push_back({{}, {}, titles_[i], "Section", WhenKind::deadline, false, day, day});
    }
    for (const Identifiable& action : actions_) items_.push_back(make_item(action));
  }
  const std::vector<Item>& items() const { return items_; }

 private:
  std::vector<std::string> titles_;
  std::vector<Identifiable> actions_;
  std::vector<Item> items_;
};

std::size_t judged(const Side& previous, const Side& wanted) {
  const Sides sides{previous.items(), wanted.items()};
  Pairing pairing(sides);
  return pair_by_evidence(sides, pairing);
}

std::string usual(std::size_t i) { return "Appeler le client " + std::to_string(i); }
std::string edited(std::size_t i) {
  return (i % 100 == 50 ? "Voir le client " : "Appeler le client ") + std::to_string(i);
}
std::string other(std::size_t i) { return "Écrire à la société " + std::to_string(3 * i + 1'000'000); }
std::string same(std::size_t) { return "Appeler"; }
std::string mixed_words(std::size_t i) {
  return "a" + std::to_string(i % 7) + " b" + std::to_string(i / 7 % 7) + " c" + std::to_string(i / 49 % 7);
}
std::string mixed_otherwise(std::size_t i) { return mixed_words(i * 5 + 1); }

TEST(MatchCost, IsNothingWhereNothingWasEdited) {
  const Side side(5000, usual, 365);
  EXPECT_EQ(judged(side, side), 0U);
}

TEST(MatchCost, DependsOnWhatWasEditedAndNotOnThePlan) {
  const std::size_t edits = 100;
  EXPECT_LE(judged(Side(10'000, usual, 365), Side(10'000, edited, 365)), edits * most_for_one);
}

TEST(MatchCost, GrowsWithThePlanAtMostWhereThereIsLittleToGoBy) {
  for (const std::size_t size : {500UL, 2000UL, 8000UL}) {
    EXPECT_LE(judged(Side(size, usual, 365), Side(size, other, 365)), size * most_for_one) << "all titles new";
    EXPECT_LE(judged(Side(size, usual, 1), Side(size, other, 1)), size * most_for_one) << "and all dates the same";
    EXPECT_LE(judged(Side(size, usual, 300), Side(size, other, 301)), size * most_for_one)
        << "all titles and dates new";
    EXPECT_LE(judged(Side(size, same, 300), Side(size, same, 301)), size * most_for_one) << "all titles the same";
    EXPECT_LE(judged(Side(size, mixed_words, 300), Side(size, mixed_otherwise, 301)), size * most_for_one)
        << "all words shared";
    EXPECT_LE(judged(Side(size, usual, 300), Side(50, other, 301)), 100 * most_for_one) << "nearly all deleted";
    EXPECT_LE(judged(Side(50, usual, 300), Side(size, other, 301)), 100 * most_for_one) << "nearly all new";
  }
}

}  // namespace
}  // namespace jalon
