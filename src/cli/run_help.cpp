#include "app/explain.h"
#include "app/teach.h"
#include "base/nearest.h"
#include "cli/help.h"
#include "cli/run.h"
#include "cli/usage.h"

namespace jalon {
namespace {

constexpr std::size_t usual_width = 100;

ExitCode run_topic(Topic topic, const CommandLine& line, const Environment& environment, const HelpStyle& style,
                   const Look& look, Streams streams) {
  const auto settings = make_settings(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&settings)) return tell(*fault, style.language, look, streams);
  const auto text = teach(topic, std::get<Settings>(settings), style.width == 0 ? usual_width : style.width);
  if (!text) return tell(text.error(), style.language, look, streams);
  streams.output.write(*text);
  return ExitCode::done;
}

// What comes near a topic is no mistyped command.
UsageFault unknown_word(const std::string& word) {
  UsageFault fault = unknown_command(word);
  if (const std::string_view near = nearest(word, topic_names()); !near.empty()) {
    fault.mend = Text::did_you_mean;
    fault.mend_values = {"jalon help " + std::string(near)};
  }
  return fault;
}

UsageFault unknown_code(const std::string& word) {
  UsageFault fault{Text::unknown_code, {word}, Text::all_codes_mend, {}};
  if (const std::string_view near = nearest_code(word); !near.empty()) {
    fault.mend = Text::did_you_mean;
    fault.mend_values = {"jalon explain " + std::string(near)};
  }
  return fault;
}

}  // namespace

ExitCode run_help(const CommandLine& line, const Environment& environment, const HelpStyle& style, const Look& look,
                  Streams streams) {
  if (line.operands.empty()) {
    streams.output.write(general_help(style));
    return ExitCode::done;
  }
  const std::string& word = line.operands[0];
  const auto topic = find_topic(word);
  const CommandSpec* spec = find_command(word);
  if (spec == nullptr && !topic) return tell(unknown_word(word), style.language, look, streams);
  if (spec != nullptr) streams.output.write(command_help(spec->command, style));
  if (spec != nullptr && topic) streams.output.write("\n");
  return topic ? run_topic(*topic, line, environment, style, look, streams) : ExitCode::done;
}

ExitCode run_explain(const std::vector<std::string>& codes, Language language, const Look& look, Streams streams) {
  if (codes.empty()) streams.output.write(list_of_codes(language));
  for (const std::string& code : codes) {
    const auto explained = explain(code, language);
    if (!explained) return tell(unknown_code(code), language, look, streams);
    streams.output.write((&code == &codes.front() ? "" : "\n") + *explained);
  }
  return ExitCode::done;
}

}  // namespace jalon
