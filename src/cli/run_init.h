// Asks five questions, and writes a first plan and its settings.
#pragma once

#include "cli/run.h"

namespace jalon {

ExitCode run_init(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                  Streams streams);

}  // namespace jalon
