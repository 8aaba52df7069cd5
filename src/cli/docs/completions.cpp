#include "cli/docs/completions.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/teach.h"
#include "base/catalogue.h"
#include "cli/commands.h"

namespace jalon {
namespace {

// What stands behind a command.
enum class Operand : std::uint8_t { nothing, file, word, code, account, verb };

constexpr std::string_view verbs = "add list test remove";  // of accounts

Operand operand_of(Command command) {
  if (command == Command::account) return Operand::verb;
  if (command == Command::calendars) return Operand::account;
  if (command == Command::help) return Operand::word;
  if (command == Command::explain) return Operand::code;
  const bool plans = spec_of(Option::due).is_shown_in(command) || command == Command::stamp;
  return plans ? Operand::file : Operand::nothing;
}

// What stands behind an option. The names of accounts and calendars are those that jalon itself tells at that moment,
// without any network.
enum class Value : std::uint8_t { any, choice, file, account, calendar };

Value value_of(const OptionSpec& option) {
  if (!option.choices.empty()) return Value::choice;
  if (option.value == Text::value_account) return Value::account;
  if (option.value == Text::value_calendar) return Value::calendar;
  const bool file =
      option.value == Text::value_output || option.value == Text::value_file || option.value == Text::value_folder;
  return file ? Value::file : Value::any;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator = " ") {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : std::string(separator)) + word;
  return result;
}

std::vector<std::string> names_of_commands() {
  std::vector<std::string> names;
  for (const CommandSpec& spec : command_specs()) names.emplace_back(spec.name);
  return names;
}

std::vector<std::string> names_of_topics() {
  std::vector<std::string> names = names_of_commands();
  for (const std::string_view topic : topic_names()) {
    if (find_command(topic) == nullptr) names.emplace_back(topic);
  }
  return names;
}

std::vector<std::string> names_of_codes() {
  std::vector<std::string> names;
  for (const Message& message : catalogue()) names.emplace_back(message.name);
  return names;
}

std::vector<std::string> choices_of(const OptionSpec& option) { return {option.choices.begin(), option.choices.end()}; }

// Between single quotes in bash and zsh.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// Between single quotes in fish.
std::string quoted_in_fish(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += (c == '\'' || c == '\\' ? "\\" : "") + std::string(1, c);
  return result + "'";
}

// An option whose name is another's too is told by its commands.
std::string bash_pattern(const OptionSpec& option) {
  const auto named = [&](const OptionSpec& other) { return other.name == option.name; };
  if (std::count_if(option_specs().begin(), option_specs().end(), named) == 1) {
    const std::string word = fmt::format("*:{}", option.name);
    return option.letter == 0 ? word : fmt::format("{}|*:-{}", word, option.letter);
  }
  std::vector<std::string> patterns;
  for (const CommandSpec& spec : command_specs()) {
    if (option.is_shown_in(spec.command)) patterns.push_back(fmt::format("{}:{}", spec.name, option.name));
  }
  return joined(patterns, "|");
}

std::string bash_value(const OptionSpec& option) {
  switch (value_of(option)) {
    case Value::choice:
      return fmt::format("_jalon_words '{}'; ", joined(choices_of(option)));
    case Value::file:
      return "_jalon_files; ";
    case Value::account:
      return "_jalon_accounts; ";
    case Value::calendar:
      return "_jalon_calendars; ";
    case Value::any:
      break;
  }
  return "";
}

std::string bash_values() {
  std::string result;
  for (const OptionSpec& option : option_specs()) {
    if (!option.takes_value()) continue;
    result += fmt::format("    {}) {}return ;;\n", bash_pattern(option), bash_value(option));
  }
  return result;
}

std::string bash_options() {
  std::string result;
  for (const CommandSpec& spec : command_specs()) {
    std::vector<std::string> names;
    for (const OptionSpec& option : option_specs()) {
      if (option.is_shown_in(spec.command)) names.emplace_back(option.name);
    }
    result += fmt::format("      {}) _jalon_words '{}' ;;\n", spec.name, joined(names));
  }
  return result + "      *) _jalon_words '--help --version --lang' ;;\n";
}

std::string bash_operands() {
  std::string result = fmt::format("    '') _jalon_words '{}' ;;\n", joined(names_of_commands()));
  for (const CommandSpec& spec : command_specs()) {
    switch (operand_of(spec.command)) {
      case Operand::file:
        result += fmt::format("    {}) _jalon_files ;;\n", spec.name);
        break;
      case Operand::word:
        result += fmt::format("    {}) _jalon_words '{}' ;;\n", spec.name, joined(names_of_topics()));
        break;
      case Operand::code:
        result += fmt::format("    {}) _jalon_words '{}' ;;\n", spec.name, joined(names_of_codes()));
        break;
      case Operand::account:
        result += fmt::format("    {}) _jalon_accounts ;;\n", spec.name);
        break;
      case Operand::verb:
        result += fmt::format("    {}) _jalon_verbs '{}' ;;\n", spec.name, verbs);
        break;
      case Operand::nothing:
        break;
    }
  }
  return result;
}

std::string zsh_action(const OptionSpec& option) {
  switch (value_of(option)) {
    case Value::choice:
      return "(" + joined(choices_of(option)) + ")";
    case Value::file:
      return "_files";
    case Value::account:
      return "_jalon_accounts";
    case Value::calendar:
      return "_jalon_calendars";
    case Value::any:
      break;
  }
  return " ";
}

// In a description of _arguments, brackets and colons would end it.
std::string zsh_about(std::string_view text) {
  std::string result;
  for (const char c : text) result += (c == '[' || c == ']' || c == ':' ? "\\" : "") + std::string(1, c);
  return result;
}

std::string zsh_option(const OptionSpec& option, Language language) {
  std::string rest = "[" + zsh_about(text(option.about, language)) + "]";
  if (option.takes_value()) rest += ":" + zsh_about(text(option.value, language)) + ":" + zsh_action(option);
  if (option.letter == 0) return quoted(std::string(option.name) + rest);
  return fmt::format("'(-{0} {1})'{{-{0},{1}}}{2}", option.letter, option.name, quoted(rest));
}

std::string zsh_operand(Command command) {
  switch (operand_of(command)) {
    case Operand::file:
      return " \\\n        '*:plan:_files'";
    case Operand::word:
      return fmt::format(" \\\n        '1:topic:({})'", joined(names_of_topics()));
    case Operand::code:
      return fmt::format(" \\\n        '*:code:({})'", joined(names_of_codes()));
    case Operand::account:
      return " \\\n        '1:account:_jalon_accounts'";
    case Operand::verb:
      return fmt::format(" \\\n        '1:verb:({})' '2:account:_jalon_accounts'", verbs);
    case Operand::nothing:
      break;
  }
  return "";
}

std::string zsh_arguments(Command command, Language language) {
  std::string result = "      _arguments -s";
  for (const OptionSpec& option : option_specs()) {
    if (option.is_shown_in(command)) result += " \\\n        " + zsh_option(option, language);
  }
  return result + zsh_operand(command) + " ;;\n";
}

std::string fish_option(Command command, const OptionSpec& option, Language language) {
  std::string line = fmt::format("complete -c jalon -n '__fish_seen_subcommand_from {}' -l {}", spec_of(command).name,
                                 option.name.substr(2));
  if (option.letter != 0) line += fmt::format(" -s {}", option.letter);
  const Value value = value_of(option);
  if (option.takes_value()) line += value == Value::file ? " -r -F" : " -x";
  if (value == Value::choice) line += " -a " + quoted_in_fish(joined(choices_of(option)));
  if (value == Value::account) line += " -a '(__jalon_accounts)'";
  if (value == Value::calendar) line += " -a '(__jalon_calendars)'";
  return line + " -d " + quoted_in_fish(text(option.about, language)) + "\n";
}

std::string fish_operands(Command command) {
  const Operand operand = operand_of(command);
  const std::string begin = fmt::format("complete -c jalon -n '__fish_seen_subcommand_from {}'", spec_of(command).name);
  if (operand == Operand::file) return begin + " -F\n";
  if (operand == Operand::word) return begin + " -a " + quoted_in_fish(joined(names_of_topics())) + "\n";
  if (operand == Operand::code) return begin + " -a " + quoted_in_fish(joined(names_of_codes())) + "\n";
  if (operand == Operand::account) return begin + " -a '(__jalon_accounts)'\n";
  if (operand == Operand::verb) {
    constexpr std::string_view condition = "__fish_seen_subcommand_from account; and";
    return fmt::format(
        "complete -c jalon -n '{0} not __fish_seen_subcommand_from {1}' -a '{1}'\n"
        "complete -c jalon -n '{0} __fish_seen_subcommand_from test remove' -a '(__jalon_accounts)'\n",
        condition, verbs);
  }
  return "";
}

}  // namespace

std::string bash_completion() {
  return fmt::format(R"bash(# bash completion of jalon; made from its commands.
_jalon_words() {{ mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }}
_jalon_files() {{
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}}
# Of its lines, those that go on from what is typed, as the shell quotes names of files.
_jalon_lines() {{
  local line typed=${{word//\\/}}
  compopt -o filenames
  while IFS= read -r line; do
    if [[ $line == "${{typed#[\"\']}}"* ]]; then COMPREPLY+=("$line"); fi
  done
}}
_jalon_accounts() {{ _jalon_lines < <("${{COMP_WORDS[0]}}" account list 2>/dev/null | cut -d ' ' -f 1); }}
_jalon_calendars() {{
  local i account=
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    if [[ ${{COMP_WORDS[i]}} == --to ]]; then account=${{COMP_WORDS[i + 1]}}; fi
  done
  _jalon_lines < <("${{COMP_WORDS[0]}}" calendars --known ${{account:+"$account"}} 2>/dev/null)
}}
_jalon_verbs() {{
  case $before in
  account) _jalon_words "$1" ;;
  test | remove) _jalon_accounts ;;
  esac
}}
_jalon() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command='' i
  COMPREPLY=()
  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${{COMP_WORDS[COMP_CWORD - 2]}}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
    {}) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $command:$before in
{}  esac
  if [[ $word == -* ]]; then
    case $command in
{}    esac
    return
  fi
  case $command in
{}  esac
}}
complete -F _jalon jalon
)bash",
                     joined(names_of_commands(), "|"), bash_values(), bash_options(), bash_operands());
}

std::string zsh_completion(Language language) {
  std::string commands, arguments;
  for (const CommandSpec& spec : command_specs()) {
    commands += "      " + quoted(fmt::format("{}:{}", spec.name, text(spec.summary, language))) + "\n";
    arguments += fmt::format("    {})\n{}", spec.name, zsh_arguments(spec.command, language));
  }
  return fmt::format(R"zsh(#compdef jalon
# zsh completion of jalon; made from its commands.
_jalon_accounts() {{
  local -a names
  names=(${{(f)"$(jalon account list 2>/dev/null | cut -d ' ' -f 1)"}})
  compadd -a names
}}
_jalon_calendars() {{
  local -a names
  local place=${{words[(I)--to]}} account=
  if ((place)); then account=${{words[place + 1]}}; fi
  names=(${{(f)"$(jalon calendars --known ${{account:+$account}} 2>/dev/null)"}})
  compadd -a names
}}
_jalon() {{
  local state
  local -a commands
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
  command)
    commands=(
{}    )
    _describe command commands ;;
  argument)
    case $words[1] in
{}    esac ;;
  esac
}}
_jalon "$@"
)zsh",
                     commands, arguments);
}

std::string fish_completion(Language language) {
  std::string result = R"(# fish completion of jalon; made from its commands.
function __jalon_accounts
  jalon account list 2>/dev/null | string replace -r ' .*' ''
end
function __jalon_calendars
  set -l words (commandline -opc)
  set -l place (contains -i -- --to $words)
  set -l account
  if set -q place[1]
    set account $words[(math $place[1] + 1)]
  end
  jalon calendars --known $account 2>/dev/null
end
complete -c jalon -f
)";
  for (const CommandSpec& spec : command_specs()) {
    result += fmt::format("complete -c jalon -n __fish_use_subcommand -a {} -d {}\n", spec.name,
                          quoted_in_fish(text(spec.summary, language)));
    for (const OptionSpec& option : option_specs()) {
      if (option.is_shown_in(spec.command)) result += fish_option(spec.command, option, language);
    }
    result += fish_operands(spec.command);
  }
  return result;
}

}  // namespace jalon
