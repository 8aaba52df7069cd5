// Chooses among candidate pairs so that each action has one partner at most and the choice as a whole is the best.
//
// Candidates fall apart into groups that share no action. A small group gets the choice with the greatest sum of
// weights (the method of Kuhn and Munkres); in a group too large for that, the heaviest pair comes first.
#pragma once

#include <cstdint>
#include <vector>

namespace jalon {

struct WeightedPair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::int64_t weight = 0;  // positive
};

// The chosen ones, as positions in `pairs`, ascending.
std::vector<std::uint32_t> best_assignment(const std::vector<WeightedPair>& pairs);

}  // namespace jalon
