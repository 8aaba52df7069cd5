// The commands sync, status and remove: they show what a plan and its calendars would do to each other, ask, and do it.
#pragma once

#include "app/online/sync.h"
#include "cli/online/run_online.h"

namespace jalon {

// `open_calendar` opens one of the account's calendars by what the person calls it.
ExitCode run_plans(const OnlineRun& run, const OpenCalendar& open_calendar);

}  // namespace jalon
