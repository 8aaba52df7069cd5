// What became of the writes that a run had begun when it stopped. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sync/state.h"
#include "sync/values.h"

namespace jalon {

// `agreed` (what is remembered of an object, if anything) brought up to date with what the calendar shows of a write: a
// field that says what was sent was written. `present`: the object as it is now; null: the calendar has it not.
std::optional<Agreed> resolve(const Pending& pending, const Remote* present, std::optional<Agreed> agreed);

// All that is agreed once every pending write is known, and in `settlement` what that changes. Of `present`, the
// objects of the same calendar count.
std::vector<Agreed> resolve_all(Remembered remembered, std::span<const Remote> present, Settlement& settlement);

}  // namespace jalon
