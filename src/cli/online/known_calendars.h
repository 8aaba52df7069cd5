// The names of calendars that were seen on servers, for where none is to be asked: what shells complete. They stand in
// the memory of synchronisations.
#pragma once

#include <string>
#include <vector>

#include "cli/online/run_online.h"

namespace jalon {

// A convenience: where it cannot be written, nothing is said.
void note_calendars(const OnlineRun& run, const std::string& account, const std::vector<Calendar>& calendars);

// jalon calendars --known: the names, one a line.
ExitCode run_known_calendars(const OnlineRun& run, const std::string& account);

}  // namespace jalon
