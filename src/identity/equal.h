// Pairs what is equal on both sides.
//
// An action that is the only one of its kind on both sides is found again wherever it went. Twins are told apart
// by their neighbours: the one that stands beside an action already found is that one's neighbour. By its title alone,
// a copy is nobody.
#pragma once

#include <cstdint>

#include "identity/pairing.h"

namespace jalon {

enum class Equality : std::uint8_t {
  id_and_content,
  id,
  everything,
  content,  // of when, what any calendar keeps
  title_when,
  title_section,
  title
};

// What becomes of twins that nothing tells apart: they are left for later, or paired first with first, either where
// both sides have as many of them or in any case.
enum class Rest : std::uint8_t { leave, pair_even, pair_all };

void pair_equal(const Sides& sides, Equality equality, Rest rest, Pairing& pairing);

void mark_copies(const Sides& sides, Pairing& pairing);

}  // namespace jalon
