// Looks at the calendars: what they hold now of what a plan wants and of what was agreed, read only where an ETag
// moved.
//
// Writes nothing, neither to the calendars nor to the state. Errors are the store's.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "jalon/store.h"
#include "sync/bodies.h"
#include "sync/plan.h"
#include "sync/state.h"
#include "sync/values.h"

namespace jalon {

// An object that could not be dealt with.
struct Problem {
  std::size_t calendar = 0;
  std::string uid;
  std::string title;
  std::size_t line = 0;  // in the plan; 0: it has it no more
  RefusalKind kind = RefusalKind::unknown;
  std::string words;  // the server's own; empty where it did not say
};

struct Observed {
  std::vector<Agreed> agreed;  // as remembered, and what became of interrupted writes
  std::vector<Remote> present;
  std::vector<std::size_t> empty_ones;
  std::vector<Settlement> settlements;  // one a calendar: what to remember of the listing itself
  std::vector<Problem> problems;

  ThreeSides sides(std::span<const Wanted> wanted) const { return {wanted, agreed, present, empty_ones}; }
};

// Adds what one calendar holds; `remembered` is what the state says of it.
Result<void> observe(Store& store, std::size_t calendar, Remembered remembered, std::span<const Wanted> wanted,
                     const Bodies& bodies, Observed& observed);

// Some objects as they are now, by their hrefs; those that are gone are left out.
Result<std::vector<Remote>> look_again(Store& store, std::size_t calendar, const std::vector<std::string>& hrefs,
                                       const Bodies& bodies);

}  // namespace jalon
