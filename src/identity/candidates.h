// Which pairs of actions without a partner may be the same one.
//
// Where few are left, all pairs are judged. Else each action of the shorter side is judged with a bounded number of
// the other one: those with its rarest words, those with its date, and those that stand where it would stand.
#pragma once

#include <cstdint>
#include <vector>

#include "identity/evidence.h"
#include "identity/pairing.h"
#include "identity/place.h"

namespace jalon {

struct Candidate {
  std::uint32_t previous = 0;
  std::uint32_t wanted = 0;
  Evidence evidence;
};

// The likely ones, in an order that depends on nothing but the two sides.
std::vector<Candidate> find_candidates(const Sides& sides, const Pairing& pairing, const Places& places, Judge& judge);

}  // namespace jalon
