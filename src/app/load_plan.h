// A plan from its file, in its time zone, with a note on each time that its clocks skip or show twice.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/settings.h"
#include "jalon/list.h"
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

struct PlanInPieces {
  std::unique_ptr<PlanPieces> pieces;
  Zone zone;
};

// The same a piece at a time, as far as its settings; clock changes and the order of diagnostics are for the caller.
// Nothing where it must be read as a whole. `text`, `release`: see read_list_in_pieces().
using Release = std::function<void(std::size_t begin, std::size_t end)>;
Result<std::optional<PlanInPieces>> read_plan_in_pieces(const std::string& name, std::string_view text,
                                                        const Settings& settings, const Release& release);

// Else times are in UTC.
bool is_zone_named(const Plan& plan, const Settings& settings);

// A plan without a single action gets an error: it is no calendar (RFC 5545 section 3.6 wants a component), and most
// likely the wrong file, or one that was emptied by mistake.
void require_actions(Plan& plan);

// Today in `zone`, or the day that the settings give instead.
LocalTime today_in(const Zone& zone, const Settings& settings);

// The zone of --timezone, else that of jalon.toml, else that of the system.
Result<Zone> zone_of(const Settings& settings);

}  // namespace jalon
