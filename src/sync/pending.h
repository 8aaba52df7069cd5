// What became of the writes that a run had begun when it stopped. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/state.h"
#include "sync/values.h"

namespace jalon {

// Brings `agreed` up to date with what the calendar shows of a write: a field that says what was sent was written.
// `present`: the object as it is now; null: the calendar has it not. Whether `agreed` has an entry for it may change.
void resolve(const Pending& pending, const Remote* present, std::vector<Agreed>& agreed);

}  // namespace jalon
