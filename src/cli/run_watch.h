// Does a command again each time that one of its plans is saved, until it is asked to end (Ctrl-C).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/run.h"

namespace jalon {

// `again`: does it once; its faults are told in place and end nothing. On a terminal each turn has a clear screen.
ExitCode run_watch(const std::vector<std::string>& plans, const std::function<void()>& again, Language language,
                   const Environment& environment, Streams streams);

}  // namespace jalon
