#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/usage.h"

namespace jalon {
namespace {

// «-» is standard input, «- lundi» a line of a list.
bool is_option(std::string_view word) { return word.size() > 1 && word[0] == '-' && word[1] != ' '; }

// The option that a word begins: --output=x, -ox and -o are all --output.
const OptionSpec* option_of(std::string_view word, std::optional<Command> command) {
  if (word.starts_with("--")) return find_option(word.substr(0, word.find('=')), command);
  return is_option(word) ? find_option(word.substr(0, 2), command) : nullptr;
}

// An option that stands alone, its value in the next word.
bool takes_next_word(std::string_view word, std::optional<Command> command = std::nullopt) {
  const OptionSpec* spec = option_of(word, command);
  return spec != nullptr && spec->takes_value() && find_option(word, command) == spec;
}

// The first word that is neither an option nor the value of one.
std::size_t place_of_command(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") break;
    if (!is_option(words[i])) return i;
    if (takes_next_word(words[i])) ++i;
  }
  return words.size();
}

std::string cli_name(const OptionSpec& spec) {
  return spec.letter == 0 ? std::string(spec.name) : std::string{'-', spec.letter, ','} + std::string(spec.name);
}

// Every option goes with every command here; what means nothing to a command is sorted out afterwards, in our words.
// Null stands for an option whose name means another one to this command.
std::vector<CLI::Option*> define(CLI::App& app, std::vector<std::string>& operands, std::optional<Command> command) {
  app.set_help_flag();
  app.allow_extras();
  std::vector<CLI::Option*> defined;
  for (const OptionSpec& spec : option_specs()) {
    if (find_option(spec.name, command) != &spec) {
      defined.push_back(nullptr);
      continue;
    }
    CLI::Option* option = spec.takes_value() ? app.add_option(cli_name(spec)) : app.add_flag(cli_name(spec));
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    if (spec.takes_value()) option->type_size(1);
    defined.push_back(option);
  }
  app.add_option("operands", operands);
  return defined;
}

std::optional<UsageFault> fault_of_words(const std::vector<std::string>& words, std::optional<Command> command) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (!is_option(words[i])) continue;
    const OptionSpec* spec = option_of(words[i], command);
    if (spec == nullptr || !spec->is_accepted_by(command.value_or(Command::help)))
      return unknown_option(words[i], command);
    const bool has_value = words[i].starts_with("--") && words[i].find('=') != std::string::npos;
    if (!spec->takes_value() && has_value) return unwanted_value(*spec);
    if (has_value && words[i].back() == '=') return missing_value(*spec, command);
    if (!takes_next_word(words[i], command)) continue;
    if (++i == words.size() || is_option(words[i])) return missing_value(*spec, command);
  }
  return std::nullopt;
}

// A language may be given with its country: fr-CA, en_GB.
bool is_choice(const OptionSpec& spec, const std::string& word) {
  if (spec.option == Option::lang) return parse_language(word).has_value();
  return spec.choices.empty() || std::find(spec.choices.begin(), spec.choices.end(), word) != spec.choices.end();
}

std::optional<UsageFault> fault_of_choices(const CommandLine& line) {
  for (const OptionSpec& spec : option_specs()) {
    if (!line.has(spec.option)) continue;
    const std::string word = line.value(spec.option);
    if (!is_choice(spec, word)) return bad_choice(spec, word);
  }
  return std::nullopt;
}

// Everything behind "--" is an operand, whatever it looks like.
std::vector<std::string> take_operands(std::vector<std::string>& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  std::vector<std::string> operands(end == words.end() ? end : end + 1, words.end());
  words.erase(end, words.end());
  return operands;
}

std::variant<CommandLine, UsageFault> parse_words(std::vector<std::string> words, std::optional<Command> command) {
  CommandLine line{.command = command, .operands = {}, .options = {}};
  const std::vector<std::string> operands = take_operands(words);
  CLI::App app;
  const std::vector<CLI::Option*> options = define(app, line.operands, command);
  try {
    std::reverse(words.begin(), words.end());
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return UsageFault{Text::bad_usage, {error.what()}, Text::see_help, {"jalon help"}};
  }
  line.operands.insert(line.operands.end(), operands.begin(), operands.end());
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i] != nullptr && options[i]->count() > 0) line.options[i] = options[i]->results().back();
  }
  for (const std::string& word : app.remaining()) {
    if (is_option(word)) return unknown_option(word, command);  // -qx: the second letter
  }
  if (auto fault = fault_of_choices(line)) return *fault;
  return line;
}

}  // namespace

std::variant<CommandLine, UsageFault> parse_arguments(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = arguments;
  const std::size_t place = place_of_command(words);
  std::optional<Command> command;
  if (place < words.size()) {
    const CommandSpec* spec = find_command(words[place]);
    if (spec == nullptr) return unknown_command(words[place]);
    command = spec->command;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(place));
  }
  if (auto fault = fault_of_words(words, command)) return *fault;
  return parse_words(std::move(words), command);
}

std::optional<Language> asked_language(const std::vector<std::string>& arguments) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view word = arguments[i];
    if (word == option && i + 1 < arguments.size()) return parse_language(arguments[i + 1]);
    if (word.starts_with("--lang=")) return parse_language(word.substr(option.size() + 1));
  }
  return std::nullopt;
}

}  // namespace jalon
