// A plan from its file, in its time zone, with a note on each time that its clocks skip or show twice.
#pragma once

#include <string>

#include "app/settings.h"
#include "jalon/plan.h"
#include "jalon/result.h"
#include "jalon/zone.h"

namespace jalon {

struct LoadedPlan {
  Plan plan;  // its diagnostics are in the order of the text
  Zone zone;
};

// "-" is standard input. A zone that the plan names and nobody knows is a diagnostic of the plan, which is then read
// in the system's; one that the settings name is an error.
Result<LoadedPlan> load_plan(const std::string& path, const Settings& settings);

// The same from bytes that were read already; `name` is how messages call the plan.
Result<LoadedPlan> read_plan(const std::string& name, std::string bytes, const Settings& settings);

// A plan without a single action gets an error: it is no calendar (RFC 5545 section 3.6 wants a component), and most
// likely the wrong file, or one that was emptied by mistake.
void require_actions(Plan& plan);

// Today in `zone`, or the day that the settings give instead.
LocalTime today_in(const Zone& zone, const Settings& settings);

// The zone of --timezone, else that of jalon.toml, else that of the system.
Result<Zone> zone_of(const Settings& settings);

}  // namespace jalon
