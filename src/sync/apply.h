// Does what a plan of changes says: the only part that writes to calendars.
//
// Before each write the state learns what is about to be written, after it what came of it, so that a run may be
// stopped at any moment. One object that a server refuses does not stop the others. Where the calendar has changed
// meanwhile (or an answer was lost), the object is looked at again and decided again, a few times.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "jalon/result.h"
#include "jalon/store.h"
#include "sync/bodies.h"
#include "sync/observe.h"
#include "sync/plan.h"
#include "sync/state.h"

namespace jalon {

struct CalendarLink {
  Store* store = nullptr;
  State::Key key;
};

struct SyncJob {
  std::span<const CalendarLink> calendars;  // by their index
  std::span<const Wanted> wanted;
  Policy policy;
  const Bodies& bodies;
  State& state;
};

struct Applied {
  std::vector<Step> done;         // the writes that were done
  std::vector<Step> told;         // what was found in the calendars: news and clashes, those of the plan and later ones
  std::vector<Problem> problems;  // objects that were refused, or could not be read
  std::optional<Error> stopped;   // why the rest was not tried
};

// What the state says of each calendar of the job.
Result<std::vector<Remembered>> remembered_by(const SyncJob& job);

// Looks at all calendars of the job; `remembered`, where the caller has it already.
Result<Observed> observe_all(const SyncJob& job);
Result<Observed> observe_all(const SyncJob& job, std::vector<Remembered> remembered);

// `plan` was made of `observed` and the job.
Applied apply(const SyncJob& job, const Observed& observed, const ChangePlan& plan);

}  // namespace jalon
