// Does a command again each time that one of its plans is saved, until it is asked to end (Ctrl-C).
#pragma once

#include <functional>
#include <vector>

#include "cli/arguments.h"
#include "cli/run.h"

namespace jalon {

// Whether a server has part in it: then it is a program of its own that watches.
bool reaches_server(const CommandLine& watch);

// What a turn does, in this order: convert, where a calendar is to be written; show, where a page is; watch itself for
// what a server is to have; show where nothing else is asked for.
std::vector<Command> commands_of_turn(const CommandLine& watch);

// Does one of them with the words of `line`. Each turn reads the clock anew.
using RunTurn = std::function<ExitCode(const CommandLine& line, const Environment& now)>;

// Faults of a turn are told in place and end nothing. On a terminal each turn has a clear screen.
ExitCode run_watch(const CommandLine& watch, const RunTurn& run, Language language, const Environment& environment,
                   Streams streams);

}  // namespace jalon
