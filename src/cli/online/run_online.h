// The commands that reach a server, one file each.
#pragma once

#include <string>

#include "app/online/connection.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/online/words.h"
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

  OnlineWorld world() const;
  std::string operand(std::size_t index) const;  // empty where there is none
  bool is_quiet() const { return look.loudness == Loudness::quiet; }

  ExitCode fail(const Error& error) const { return tell(error, language, look, streams); }
  ExitCode fail(const UsageFault& fault) const { return tell(fault, language, look, streams); }
  ExitCode fail(Word message, const std::string& value = "", const std::string& mend = "") const;
  void say(const std::string& text) const;  // on the error stream, where one is to hear it
};

ExitCode run_online(const CommandLine& line, const Environment& environment, const Look& look, Streams streams);

ExitCode run_account(const OnlineRun& run);
ExitCode run_calendars(const OnlineRun& run);
ExitCode run_plans(const OnlineRun& run);  // sync, status, remove

}  // namespace jalon
