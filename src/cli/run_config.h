// Shows the settings in force for a plan, and where each comes from.
#pragma once

#include <string>

#include "cli/plan_options.h"
#include "cli/told.h"

namespace jalon {

struct ConfigQuestion {
  const CommandLine& line;
  const Environment& environment;
  std::string plan;  // or a folder; empty: the working folder
  Language language;
};

ExitCode run_config(const ConfigQuestion& question, PlanOptions& options, const Look& look, Streams streams);

}  // namespace jalon
