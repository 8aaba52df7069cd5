// One plan and its calendars: what would be done to make them agree, and then the doing.
//
// The plan of changes is a value to be shown; nothing is written before apply(). Only one run at a time works on a
// plan; the next one waits. Errors: the plan cannot be read, its dates hang on today, a calendar cannot be reached or
// only be read, the state cannot be used.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/online/wanted.h"
#include "app/settings.h"
#include "base/lock_file.h"
#include "jalon/calendar.h"
#include "jalon/plan.h"
#include "jalon/result.h"
#include "jalon/store.h"
#include "sync/apply.h"

namespace jalon {

struct SyncRequest {
  Settings settings;
  std::string input;         // a path, or "-" for standard input, where the plan has an id
  std::string state_folder;  // jalon's own
  std::string calendar;      // by name or address; empty: the one that the plan names
  std::string usual;         // where neither says one, likewise; empty: the only one
  std::string tasks;         // where tasks go, likewise; empty: with the rest
  DeadlineChoice deadlines = DeadlineChoice::automatic;
  CalendarOptions options;
  Policy policy;
  enum class Purpose : std::uint8_t { sync, take_off } purpose = Purpose::sync;
  // Dates that hang on today, in a plan that does not say on which day it was written.
  enum class RelativeDates : std::uint8_t { refuse, allow } relative_dates = RelativeDates::refuse;
};

// Opens a calendar, which lives as long as whoever gives it; the same name gives the same one.
using OpenCalendar = std::function<Result<Store*>(std::string_view name)>;

class PlanSync {
 public:
  // Reads the plan, looks at the calendars, and decides.
  static Result<PlanSync> prepare(const SyncRequest& request, const OpenCalendar& open_calendar);

  const Plan& plan() const { return loaded_.plan; }
  bool is_faulty() const { return faulty_; }  // the plan has errors: nothing is to be done
  const ChangePlan& changes() const { return changes_; }
  const std::vector<std::uint32_t>& homeless() const { return wanted_.homeless; }
  const StoreFacts& calendar(std::size_t index) const { return links_[index].store->facts(); }
  // Where plan and calendar differ although nothing is to be done: edits and deletions that were respected before.
  std::vector<Step> standing_differences() const;

  // The same sides, decided otherwise.
  void decide(const Policy& policy);
  // Leaves in the calendars what the plan has no more; gives back what that is.
  std::vector<Step> hold_removals() { return jalon::hold_removals(changes_); }
  Applied apply();

 private:
  PlanSync(LoadedPlan loaded, const SyncRequest& request) : loaded_(std::move(loaded)), policy_(request.policy) {}
  Result<void> open(const SyncRequest& request, const OpenCalendar& open_calendar);
  Result<void> remember(const std::string& state_folder, const std::string& key);
  Result<void> link(std::string_view name, const std::string& key, const OpenCalendar& open_calendar);
  Result<void> adopt_moved_plan(const std::string& key);
  Result<void> look(const SyncRequest& request);
  SyncJob job() { return {links_, wanted_.objects, policy_, *bodies_, *state_}; }

  LoadedPlan loaded_;
  Policy policy_;
  bool faulty_ = false;
  std::optional<LockFile> lock_;
  std::unique_ptr<State> state_;
  const Bodies* bodies_ = nullptr;
  std::vector<CalendarLink> links_;
  WantedObjects wanted_;
  Observed observed_;
  ChangePlan changes_;
};

}  // namespace jalon
