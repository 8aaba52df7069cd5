#include "cli/docs/man_page.h"

#include <fmt/format.h>

#include <array>

#include "cli/commands.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

constexpr Pair name_title = {"NOM", "NAME"};
constexpr Pair synopsis_title = {"SYNOPSIS", "SYNOPSIS"};
constexpr Pair description_title = {"DESCRIPTION", "DESCRIPTION"};
constexpr Pair commands_title = {"COMMANDES", "COMMANDS"};
constexpr Pair options_title = {"OPTIONS", "OPTIONS"};
constexpr Pair examples_title = {"EXEMPLES", "EXAMPLES"};
constexpr Pair exit_title = {"CODE DE SORTIE", "EXIT STATUS"};
constexpr Pair name_line = {"fait un calendrier d'une liste d'actions", "makes a calendar of a list of actions"};
constexpr Pair with = {"Avec: {}.", "With: {}."};
constexpr Pair header = {"Commandes de l'utilisateur", "User Commands"};

std::string_view in(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

// Hyphens that are typed, backslashes, and what would be a request at the start of a line.
std::string roff(std::string_view text) {
  std::string result;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) result += "\\&";
    line_begins = c == '\n';
    if (c == '-') {
      result += "\\-";
    } else if (c == '\\') {
      result += "\\e";
    } else if (c == '\'') {
      result += "\\(aq";
    } else {
      result += c;
    }
  }
  return result;
}

std::string title(std::string_view words) { return fmt::format(".SH {}\n", words); }

std::string usage(const CommandSpec& spec, Language language) {
  return fmt::format("\\fBjalon {}\\fR {}", spec.name, roff(text(spec.operands, language)));
}

std::string commands_of(const OptionSpec& option) {
  std::string names;
  for (const CommandSpec& spec : command_specs()) {
    if (option.is_shown_in(spec.command)) names += (names.empty() ? "" : ", ") + std::string(spec.name);
  }
  return names;
}

std::string about_option(const OptionSpec& option, Language language) {
  std::string result = ".TP\n";
  if (option.letter != 0) result += fmt::format("\\fB\\-{}\\fR, ", option.letter);
  result += fmt::format("\\fB{}\\fR", roff(option.name));
  if (option.takes_value()) result += fmt::format(" \\fI{}\\fR", roff(text(option.value, language)));
  result += "\n" + roff(text(option.about, language));
  std::string choices;
  for (const std::string_view choice : option.choices) choices += (choices.empty() ? "" : ", ") + std::string(choice);
  if (!choices.empty()) result += " (" + choices + ")";
  return result + ".\n" + roff(fmt::format(fmt::runtime(in(with, language)), commands_of(option))) + "\n";
}

}  // namespace

std::string man_page(std::string_view version, Language language) {
  std::string result = fmt::format(".TH JALON 1 \"\" \"jalon {}\" \"{}\"\n", version, roff(in(header, language)));
  result += title(in(name_title, language)) + "jalon \\- " + roff(in(name_line, language)) + "\n";
  result += title(in(synopsis_title, language));
  for (const CommandSpec& spec : command_specs()) result += usage(spec, language) + " [OPTIONS]\n.br\n";
  result += title(in(description_title, language)) + roff(text(Text::about_jalon, language)) + "\n";
  result += title(in(commands_title, language));
  for (const CommandSpec& spec : command_specs()) {
    result += ".TP\n" + usage(spec, language) + "\n" + roff(text(spec.about, language)) + "\n";
  }
  result += title(in(options_title, language));
  for (const OptionSpec& option : option_specs()) result += about_option(option, language);
  result += title(in(examples_title, language));
  for (const CommandSpec& spec : command_specs()) result += ".nf\n" + roff(text(spec.examples, language)) + ".fi\n";
  return result + title(in(exit_title, language)) + roff(text(Text::exit_codes, language)) + "\n";
}

}  // namespace jalon
