#include "cli/online/run_online.h"

#include "base/display.h"
#include "cli/run_watch.h"
#include "cli/told.h"

namespace jalon {

OnlineWorld OnlineRun::world() const {
  OnlineWorld world;
  world.config_folder = environment.config_folder;
  world.state_folder = environment.state_folder;
  world.secrets = {environment.home, environment.variables};
  if (line.has(Option::verbose)) {
    Output& errors = streams.errors;
    world.trace = [&errors](std::string_view text) {
      errors.write(printable(text) + "\n");
      errors.flush();
    };
  }
  return world;
}

std::string OnlineRun::operand(std::size_t index) const {
  return index < line.operands.size() ? line.operands[index] : "";
}

ExitCode OnlineRun::fail(Word message, const std::string& value, const std::string& mend) const {
  streams.errors.write(print_error(word(message, language, {value}), mend, errors_style(language, look)));
  return ExitCode::failed;
}

void OnlineRun::say(const std::string& text) const {
  if (!is_quiet()) streams.errors.write(printable(text) + "\n");
}

namespace {

ExitCode watch(const OnlineRun& run) {
  const RunTurn turn = [&](const CommandLine& line, const Environment& now) {
    if (*line.command != Command::watch) return run_line(line, now, run.language, run.streams, run_online);
    const Look look = make_look(line, now);
    return run_plans({line, now, look, run.streams, run.language});
  };
  return run_watch(run.line, turn, run.language, run.environment, run.streams);
}

}  // namespace

ExitCode run_online(const CommandLine& line, const Environment& environment, const Look& look, Streams streams) {
  const Language language = parse_language(line.value(Option::lang)).value_or(environment.language);
  const OnlineRun run{line, environment, look, streams, language};
  if (*line.command == Command::account) return run_account(run);
  if (*line.command == Command::watch) return watch(run);
  return *line.command == Command::calendars ? run_calendars(run) : run_plans(run);
}

}  // namespace jalon
