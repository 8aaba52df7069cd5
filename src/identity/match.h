// Which wanted action is which previous one: the best evidence first, and never one partner twice.
#pragma once

#include "identity/pairing.h"

namespace jalon {

// The same own id on both sides.
void pair_by_id(const Sides& sides, Pairing& pairing);

// Equal content, then equal titles, then the best match of title, time and place together; at last what stands alone
// in the same place, or is alone at the same time. Gives how many pairs were judged one by one: what grows where
// there is little to go by.
std::size_t pair_by_evidence(const Sides& sides, Pairing& pairing);

}  // namespace jalon
