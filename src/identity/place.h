// Where what has no partner stands among what has one: two actions between the same neighbours are in the same place.
//
// Besides its nearest neighbours, each action has a stretch: the longest series of pairs that stand in the same
// order on both sides cuts both into stretches, so that a line that was moved in between does not hide the place.
// Ordinals number what has no partner, from 0, on each side.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "identity/pairing.h"

namespace jalon {

// One side, by position.
struct Surroundings {
  const std::vector<std::uint32_t>* partners = nullptr;
  std::vector<std::uint32_t> before;         // the nearest with a partner before it; unpaired: none
  std::vector<std::uint32_t> after;          // … and after it
  std::vector<std::uint32_t> stretch;        // which stretch it is in
  std::vector<std::uint32_t> ordinal;        // the first ordinal from there on; one more entry than positions
  std::vector<std::uint32_t> stretch_begin;  // of each stretch, its first ordinal; one more entry than stretches
};

class Places {
 public:
  Places(const Sides& sides, const Pairing& pairing);
  Places(const Places&) = delete;
  Places& operator=(const Places&) = delete;

  // 0 … 1000: how much two actions without a partner are in the same place.
  int likeness(std::uint32_t previous, std::uint32_t wanted) const;
  // Whether they are in the same section, also where it has a new name on the wanted side.
  bool same_section(std::uint32_t previous, std::uint32_t wanted) const;
  std::uint64_t new_section(std::uint32_t previous) const { return new_sections_[previous]; }
  // Whether they are the only ones without a partner between the same neighbours, or in the same stretch.
  bool alone_together(std::uint32_t previous, std::uint32_t wanted) const;

  const Surroundings& previous() const { return previous_; }
  const Surroundings& wanted() const { return wanted_; }

 private:
  const Sides& sides_;
  Surroundings previous_;
  Surroundings wanted_;
  std::vector<std::uint64_t> new_sections_;  // of each previous action without a partner
};

// The ordinals on the other side at which the partner of an action would be, were nothing else changed: counted from
// its neighbour before, from the one after, and from both ends of its stretch. May lie outside that side.
std::array<std::int64_t, 4> expected_ordinals(const Surroundings& own, const Surroundings& other,
                                              std::uint32_t position);

}  // namespace jalon
