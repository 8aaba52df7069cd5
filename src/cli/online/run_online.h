// The commands that reach a server, one file each.
#pragma once

#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/requests.h"
#include "cli/run.h"

namespace jalon {

// What every one of them is given.
struct OnlineRun {
  const CommandLine& line;
  const Environment& environment;
  const Look& look;
  Streams streams;
  Language language;  // of messages

  ExitCode fail(const Error& error) const { return tell(error, language, look, streams); }
  ExitCode fail(const UsageFault& fault) const { return tell(fault, language, look, streams); }
};

ExitCode run_online(const CommandLine& line, const Environment& environment, const Look& look, Streams streams);

ExitCode run_account(const OnlineRun& run);

}  // namespace jalon
