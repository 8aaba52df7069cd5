#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/display.h"
#include "config/keys.h"

namespace jalon {
namespace {

constexpr std::size_t default_width = 100;
constexpr std::size_t least_width = 50;
constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;
constexpr std::array<Text, static_cast<std::size_t>(OptionGroup::count_)> group_titles = {
    Text::start_options,  Text::calendar_options, Text::team_options,   Text::view_options,
    Text::server_options, Text::reading_options,  Text::showing_options};

struct Line {
  std::string name;
  std::string about;
};

std::size_t width_of(const HelpStyle& style) {
  return std::clamp(style.width == 0 ? default_width : style.width, least_width, default_width);
}

std::string paragraph(Text id, const HelpStyle& style) {
  std::string result;
  for (const std::string& line : wrap(text(id, style.language), width_of(style))) result += line + "\n";
  return result;
}

// Names in one column, what they mean beside them.
std::string two_columns(const std::vector<Line>& lines, std::size_t names_width, const HelpStyle& style) {
  const std::size_t before = indent + names_width + gap;
  std::string result;
  for (const Line& line : lines) {
    const std::vector<std::string> about = wrap(line.about, width_of(style) - before);
    for (std::size_t i = 0; i < about.size(); ++i) {
      result +=
          fmt::format("{:{}}{}{:{}}{}\n", "", indent, padded(i == 0 ? line.name : "", names_width), "", gap, about[i]);
    }
  }
  return result;
}

std::string name_of(const OptionSpec& spec, Language language) {
  std::string name = spec.letter == 0 ? std::string("    ") : fmt::format("-{}, ", spec.letter);
  name += spec.name;
  if (spec.takes_value()) name += fmt::format(" {}", text(spec.value, language));
  return name;
}

std::string about(const OptionSpec& spec, Language language) {
  std::string words(text(spec.about, language));
  if (spec.choices.empty()) return words;
  std::string choices;
  for (const std::string_view choice : spec.choices) choices += (choices.empty() ? "" : ", ") + std::string(choice);
  return words + text(Text::choices, language, {choices});
}

std::vector<Line> lines_of(Command command, OptionGroup group, Language language) {
  std::vector<Line> lines;
  for (const OptionSpec& spec : option_specs()) {
    if (spec.group == group && spec.is_shown_in(command))
      lines.push_back({name_of(spec, language), about(spec, language)});
  }
  return lines;
}

std::string options_help(Command command, const HelpStyle& style) {
  std::size_t names_width = 0;
  for (const OptionSpec& spec : option_specs()) {
    if (spec.is_shown_in(command)) names_width = std::max(names_width, display_width(name_of(spec, style.language)));
  }
  std::string result;
  for (std::size_t group = 0; group < group_titles.size(); ++group) {
    const std::vector<Line> lines = lines_of(command, static_cast<OptionGroup>(group), style.language);
    if (lines.empty()) continue;
    result +=
        fmt::format("\n{}\n{}", text(group_titles[group], style.language), two_columns(lines, names_width, style));
  }
  return result;
}

// What a jalon.toml may say.
std::string keys_help(const HelpStyle& style) {
  std::vector<Line> lines;
  std::size_t names_width = 0;
  for (const KeySpec& spec : key_specs()) {
    lines.push_back({fmt::format("{} = {}", spec.name, spec.example),
                     std::string(spec.about[static_cast<std::size_t>(style.language)])});
    names_width = std::max(names_width, display_width(lines.back().name));
  }
  return fmt::format("\n{}{}", paragraph(Text::keys_title, style), two_columns(lines, names_width, style));
}

std::string usage_line(const CommandSpec& spec, const HelpStyle& style) {
  const std::string line = fmt::format("{} jalon {} {} {}", text(Text::usage, style.language), spec.name,
                                       text(spec.operands, style.language), text(Text::options_word, style.language));
  std::string result;
  for (const std::string& part : wrap(line, width_of(style) - indent)) {
    result += fmt::format("{:{}}{}\n", "", result.empty() ? 0 : indent, part);
  }
  return result;
}

}  // namespace

std::string general_help(const HelpStyle& style) {
  std::vector<Line> lines;
  std::size_t names_width = 0;
  for (const CommandSpec& spec : command_specs()) {
    lines.push_back({fmt::format("{} {}", spec.name, text(spec.operands, style.language)),
                     std::string(text(spec.summary, style.language))});
    names_width = std::max(names_width, display_width(lines.back().name));
  }
  std::string examples;
  for (const CommandSpec& spec : command_specs()) {
    const std::string_view all = text(spec.examples, style.language);
    examples += all.substr(0, all.find('\n') + 1);
  }
  return fmt::format("{}\n{}\n{}{}\n{}\n{}\n{}", paragraph(Text::about_jalon, style),
                     text(Text::commands_title, style.language), two_columns(lines, names_width, style),
                     options_help(Command::help, style), text(Text::examples_title, style.language), examples,
                     paragraph(Text::exit_codes, style));
}

std::string command_help(Command command, const HelpStyle& style) {
  const CommandSpec& spec = spec_of(command);
  return fmt::format("{}\n{}{}{}\n{}\n{}\n{}", usage_line(spec, style), paragraph(spec.about, style),
                     options_help(command, style), command == Command::config ? keys_help(style) : "",
                     text(Text::examples_title, style.language), text(spec.examples, style.language),
                     paragraph(Text::exit_codes, style));
}

}  // namespace jalon
