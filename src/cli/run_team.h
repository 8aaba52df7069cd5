// Converts several plans: each to its own calendar, all to one, or one a person, section, tag or month.
#pragma once

#include <variant>

#include "app/team/find_plans.h"
#include "cli/plan_options.h"

namespace jalon {

// Whether the command line asks for more than one plan beside its calendar.
bool is_for_team(const CommandLine& line);

ExitCode run_team(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                  Streams streams);

}  // namespace jalon
