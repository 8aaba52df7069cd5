#include "cli/run_watch.h"

#include <filesystem>
#include <optional>

#include "base/display.h"
#include "base/file_watch.h"
#include "cli/run_team.h"
#include "cli/texts.h"

namespace jalon {
namespace {

constexpr std::string_view clear_screen = "\x1b[H\x1b[2J\x1b[3J";

std::string names_of(const std::vector<std::string>& plans) {
  std::string names;
  for (const std::string& plan : plans) names += (names.empty() ? "" : ", ") + printable(plan);
  return names;
}

std::optional<UsageFault> fault_of(const std::vector<std::string>& plans) {
  if (plans.empty()) return UsageFault{Text::no_plan, {"watch"}, Text::no_plan_mend, {"watch"}};
  for (const std::string& plan : plans) {
    if (plan == "-") return UsageFault{Text::watch_needs_files, {}, Text::watch_needs_files_mend, {}};
    std::error_code ignored;
    if (std::filesystem::is_directory(plan, ignored)) {
      return UsageFault{Text::watch_folder, {plan}, Text::watch_folder_mend, {plan}};
    }
  }
  return std::nullopt;
}

class Turns {
 public:
  Turns(const std::vector<std::string>& plans, Language language, const Environment& environment, Streams streams)
      : note_("\n" + text(Text::watching, language, {names_of(plans)}) + "\n"),
        environment_(environment),
        streams_(streams) {}

  void take(const std::function<void()>& again) {
    if (environment_.output_is_terminal) streams_.output.write(clear_screen);
    streams_.output.flush();
    again();
    streams_.output.flush();
    const bool tells = environment_.errors_are_terminal && (environment_.output_is_terminal || first_);
    if (tells) streams_.errors.write(note_);
    streams_.errors.flush();
    first_ = false;
  }

 private:
  std::string note_;
  const Environment& environment_;
  Streams streams_;
  bool first_ = true;
};

}  // namespace

bool reaches_server(const CommandLine& watch) { return watch.has(Option::account) || watch.has(Option::calendar); }

std::vector<Command> commands_of_turn(const CommandLine& watch) {
  std::vector<Command> commands;
  if (watch.has(Option::output) || is_for_team(watch)) commands.push_back(Command::convert);
  if (watch.has(Option::html)) commands.push_back(Command::show);
  if (reaches_server(watch)) commands.push_back(Command::watch);
  if (commands.empty()) commands.push_back(Command::show);
  return commands;
}

ExitCode run_watch(const CommandLine& watch, const RunTurn& run, Language language, const Environment& environment,
                   Streams streams) {
  const Look look = make_look(watch, environment);
  if (const auto fault = fault_of(watch.operands)) return tell(*fault, language, look, streams);
  auto saves = FileWatch::start(watch.operands);
  if (!saves) return tell(saves.error(), language, look, streams);
  Turns turns(watch.operands, language, environment, streams);
  const auto turn = [&] {
    CommandLine line = watch;
    for (const Command command : commands_of_turn(watch)) {
      line.command = command;
      run(line, read_environment());
    }
  };
  do {
    turns.take(turn);
  } while (!streams.output.is_closed() && saves->wait() == FileWatch::Event::changed);
  return ExitCode::done;
}

}  // namespace jalon
