// What each plan is read and written with: the words of the command line over what the files of settings say.
#pragma once

#include <set>
#include <string>
#include <variant>

#include "app/config_files.h"
#include "app/convert.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/run.h"

namespace jalon {

class PlanOptions {
 public:
  PlanOptions(const CommandLine& line, const Environment& environment)
      : line_(line),
        environment_(environment),
        files_(environment.config_folder.empty() ? "" : environment.config_folder + "/jalon") {}

  // `settings`: those of the command line.
  Result<Settings> settings(const std::string& plan, Settings settings);
  Result<ConvertRequest> request(const std::string& plan, const ConvertRequest& given);
  Result<InForce> in_force(const std::string& plan) { return files_.for_plan(plan); }

  // The faults of the files read so far that were not told yet.
  std::string told_faults(const DiagnosticStyle& style);

 private:
  const CommandLine& line_;
  const Environment& environment_;
  ConfigFiles files_;
  std::set<const ConfigFile*> told_;
};

}  // namespace jalon
