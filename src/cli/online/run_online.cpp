#include "cli/online/run_online.h"

namespace jalon {

ExitCode run_online(const CommandLine& line, const Environment& environment, const Look& look, Streams streams) {
  const Language language = parse_language(line.value(Option::lang)).value_or(environment.language);
  const OnlineRun run{line, environment, look, streams, language};
  return run_account(run);
}

}  // namespace jalon
