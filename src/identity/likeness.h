// How much two actions are the same one, by their titles and dates. All results are 0 … 1000, in whole numbers, so
// that they are the same on every machine.
//
// Titles are compared by their words and by the three-letter pieces of these (so that a misspelt word still counts);
// what few titles of the plan have weighs more than what many have.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "identity/pairing.h"

namespace jalon {

struct TitlePiece {
  std::uint32_t fingerprint = 0;
  std::uint32_t weight = 0;
};

class TitlePieces {
 public:
  // Weights come from a sample of `plan`.
  explicit TitlePieces(std::span<const Item> plan);
  // In the order of their fingerprints.
  std::vector<TitlePiece> of(std::string_view title) const;

 private:
  std::uint32_t rarity(std::uint32_t piece) const;
  std::vector<std::uint16_t> frequency_;  // by part of the fingerprint
  std::uint32_t sampled_ = 0;
};

int title_likeness(std::span<const TitlePiece> a, std::span<const TitlePiece> b);
int time_likeness(const Item& a, const Item& b);

}  // namespace jalon
