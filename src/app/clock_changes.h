// Times that a plan's clocks skip or show twice (daylight saving).
#pragma once

#include "jalon/plan.h"
#include "jalon/zone.h"

namespace jalon {

// A skipped time moves forward by the gap, one that comes twice is the first one (RFC 5545 section 3.3.5); each gets a
// note in the plan's diagnostics. What lasts keeps its length.
void settle_clock_changes(Plan& plan, const Zone& zone);

}  // namespace jalon
