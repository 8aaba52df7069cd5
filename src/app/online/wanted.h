// What a plan wants to have in its calendars: one body an action and form, under the UIDs that it had there before.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/load_plan.h"
#include "jalon/calendar.h"
#include "jalon/store.h"
#include "sync/state.h"
#include "sync/values.h"

namespace jalon {

enum class DeadlineChoice : std::uint8_t { automatic, event, todo, both };

// Where events go, and where tasks go; they may be one.
struct Placing {
  Keeps events_keep = Keeps::both;  // what the calendar for events keeps
  bool has_tasks = false;           // there is a second calendar, number 1, for tasks
};

struct WantedObjects {
  std::vector<Wanted> objects;
  std::vector<std::uint32_t> homeless;  // actions that no calendar keeps: tasks where only events are kept, or events
};

// `remembered`: of all the plan's calendars; its actions are found again among what was agreed there, or about to be.
// `now`: DTSTAMP of what is written.
WantedObjects make_wanted(const LoadedPlan& loaded, std::span<const Remembered> remembered, DeadlineChoice deadlines,
                          const Placing& placing, std::chrono::sys_seconds now, const CalendarOptions& options);

}  // namespace jalon
