#include "cli/run.h"

#include <utility>
#include <variant>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/plan_options.h"
#include "cli/run_config.h"
#include "cli/run_init.h"
#include "cli/run_team.h"
#include "cli/run_watch.h"
#include "cli/told.h"
#include "cli/usage.h"

namespace jalon {
namespace {

ExitCode run_without_command(const CommandLine& line, const Environment& environment, const HelpStyle& style,
                             const Look& look, Streams streams) {
  if (line.has(Option::help)) return run_help(line, environment, style, look, streams);
  if (!line.operands.empty()) {
    return tell(UsageFault{Text::no_command, {}, Text::see_help, {"jalon help"}}, style.language, look, streams);
  }
  streams.output.write(text(Text::introduction, style.language));
  return ExitCode::done;
}

UsageFault no_plan(Command command) {
  const std::string name(spec_of(command).name);
  return {Text::no_plan, {name}, Text::no_plan_mend, {name}};
}

using Runner = ExitCode (*)(const std::vector<std::string>&, const SettingsOf&, const Look&, Streams);

Runner runner_of(Command command) {
  if (command == Command::check) return run_check;
  return command == Command::when ? run_when : run_stamp;
}

// An error of a plan's settings, behind the faults of the files of settings, where it has some.
ExitCode tell_of_plan(const Error& error, PlanOptions& options, Language language, const Look& look, Streams streams) {
  streams.errors.write(options.told_faults(errors_style(language, look)));
  return tell(error, language, look, streams);
}

ExitCode run_on_operands(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                         Streams streams) {
  const bool needs_plan = *line.command != Command::when;
  if (needs_plan && line.operands.empty()) return tell(no_plan(*line.command), language, look, streams);
  const auto settings = make_settings(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&settings)) return tell(*fault, language, look, streams);
  PlanOptions options(line, environment);
  const auto settings_of = [&](const std::string& plan) {
    auto result = options.settings(plan, std::get<Settings>(settings));
    if (!result) tell_of_plan(result.error(), options, language, look, streams);
    return result;
  };
  return runner_of(*line.command)(line.operands, settings_of, look, streams);
}

ExitCode run_config_line(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                         Streams streams) {
  if (line.operands.size() > 1) {
    return tell(UsageFault{Text::too_many, {"config", line.operands[1]}, Text::none, {}}, language, look, streams);
  }
  // For its faults: what is shown are the words themselves.
  const auto request = make_convert_request(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&request)) return tell(*fault, language, look, streams);
  PlanOptions options(line, environment);
  const std::string plan = line.operands.empty() ? std::string() : line.operands[0];
  return run_config({line, environment, plan, language}, options, look, streams);
}

ExitCode run_convert_line(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                          Streams streams) {
  if (line.operands.empty()) return tell(no_plan(*line.command), language, look, streams);
  if (is_for_team(line)) return run_team(line, environment, language, look, streams);
  const auto request = make_convert_request(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&request)) return tell(*fault, language, look, streams);
  PlanOptions options(line, environment);
  const auto settled = options.request(line.operands[0], std::get<ConvertRequest>(request));
  if (!settled) return tell_of_plan(settled.error(), options, language, look, streams);
  return run_convert(*settled, look, streams);
}

TerminalView view_of(const CommandLine& line) {
  if (line.has(Option::month)) return TerminalView::months;
  return line.has(Option::timeline) ? TerminalView::timeline : TerminalView::agenda;
}

ExitCode run_show_line(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                       Streams streams) {
  if (line.operands.empty()) return tell(no_plan(*line.command), language, look, streams);
  const auto request = make_show_request(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&request)) return tell(*fault, language, look, streams);
  ShowRequest settled = std::get<ShowRequest>(request);
  PlanOptions options(line, environment);
  const auto settings = options.settings(line.operands[0], settled.settings);
  if (!settings) return tell_of_plan(settings.error(), options, language, look, streams);
  settled.settings = *settings;
  const std::string output = line.value(Option::html);
  if (*line.command == Command::preview) return run_preview(settled, output, environment, look, streams);
  if (!output.empty()) return run_page(settled, output, look, streams);
  return run_show(settled, view_of(line), look, streams);
}

}  // namespace

ExitCode run_line(const CommandLine& line, const Environment& environment, Language language, Streams streams,
                  const RunOnline& run_online) {
  const Look look = make_look(line, environment);
  const HelpStyle style{.language = language, .width = look.output_width};
  if (line.has(Option::version)) {
    streams.output.write("jalon " JALON_VERSION "\n");
    return ExitCode::done;
  }
  if (!line.command) return run_without_command(line, environment, style, look, streams);
  if (*line.command == Command::help) return run_help(line, environment, style, look, streams);
  if (line.has(Option::help)) {
    streams.output.write(command_help(*line.command, style));
    return ExitCode::done;
  }
  const bool watches = *line.command == Command::watch;
  if (is_online(*line.command) || (watches && reaches_server(line))) {
    return run_online(line, environment, look, streams);
  }
  if (*line.command == Command::convert) return run_convert_line(line, environment, language, look, streams);
  const bool views = *line.command == Command::show || *line.command == Command::preview;
  if (views) return run_show_line(line, environment, language, look, streams);
  if (*line.command == Command::config) return run_config_line(line, environment, language, look, streams);
  if (*line.command == Command::init) return run_init(line, environment, language, look, streams);
  if (watches) {
    const RunTurn turn = [&](const CommandLine& each, const Environment& now) {
      return run_line(each, now, language, streams, run_online);
    };
    return run_watch(line, turn, language, environment, streams);
  }
  if (*line.command == Command::explain) return run_explain(line.operands, language, look, streams);
  return run_on_operands(line, environment, language, look, streams);
}

ExitCode run(const std::vector<std::string>& arguments, const Environment& environment, Streams streams,
             const RunOnline& run_online) {
  const Language language = asked_language(arguments).value_or(environment.language);
  const auto parsed = parse_arguments(arguments);
  if (const auto* fault = std::get_if<UsageFault>(&parsed)) {
    return tell(*fault, language, make_look({}, environment), streams);
  }
  return run_line(std::get<CommandLine>(parsed), environment, language, streams, run_online);
}

ExitCode tell(const UsageFault& fault, Language language, const Look& look, Streams streams) {
  streams.errors.write(
      print_error(message_of(fault, language), mend_of(fault, language), errors_style(language, look)));
  return ExitCode::failed;
}

ExitCode tell(const Error& error, Language language, const Look& look, Streams streams) {
  streams.output.flush();
  streams.errors.write(print_error(error, errors_style(language, look)));
  return ExitCode::failed;
}

}  // namespace jalon
