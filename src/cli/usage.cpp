#include "cli/usage.h"

#include <algorithm>

#include "base/file_facts.h"
#include "base/nearest.h"

namespace jalon {
namespace {

std::string call(std::optional<Command> command) {
  return command ? "jalon " + std::string(spec_of(*command).name) : "jalon";
}

std::string help_call(std::optional<Command> command) {
  return command ? "jalon help " + std::string(spec_of(*command).name) : "jalon help";
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

// Those of one command, or all.
std::vector<std::string_view> names_of_options(std::optional<Command> command) {
  std::vector<std::string_view> names;
  for (const OptionSpec& spec : option_specs()) {
    if (!command || spec.is_shown_in(*command)) names.push_back(spec.name);
  }
  return names;
}

std::vector<std::string_view> names_of_commands(const OptionSpec& option) {
  std::vector<std::string_view> names;
  for (const CommandSpec& spec : command_specs()) {
    if (option.is_shown_in(spec.command)) names.push_back(spec.name);
  }
  return names;
}

bool looks_like_a_plan(std::string_view word) {
  return word == "-" || word.find_first_of("./") != std::string_view::npos ||
         kind_of_file(std::string(word)) == FileKind::regular;
}

}  // namespace

std::string message_of(const UsageFault& fault, Language language) {
  return text(fault.message, language, fault.values);
}

std::string mend_of(const UsageFault& fault, Language language) {
  return fault.mend == Text::none ? std::string() : text(fault.mend, language, fault.mend_values);
}

UsageFault unknown_command(std::string_view word) {
  UsageFault fault{Text::unknown_command, {std::string(word)}, Text::see_help, {"jalon help"}};
  std::vector<std::string_view> names;
  for (const CommandSpec& spec : command_specs()) names.push_back(spec.name);
  if (looks_like_a_plan(word)) {
    fault.mend = Text::did_you_mean_convert;
    fault.mend_values = {std::string(word)};
  } else if (const std::string_view near = nearest(word, names); !near.empty()) {
    fault.mend = Text::did_you_mean;
    fault.mend_values = {"jalon " + std::string(near)};
  }
  return fault;
}

UsageFault unknown_option(std::string_view word, std::optional<Command> command) {
  const std::string_view name = word.substr(0, word.find('='));
  UsageFault fault{Text::unknown_option, {std::string(name), call(command)}, Text::see_help, {help_call(command)}};
  std::string_view near = nearest(name, names_of_options(command.value_or(Command::help)));
  if (near.empty()) near = nearest(name, names_of_options(std::nullopt));
  if (const OptionSpec* elsewhere = find_option(name, command)) {
    fault.mend = Text::of_commands;
    fault.mend_values = {joined(names_of_commands(*elsewhere))};
  } else if (!near.empty()) {
    fault.mend = Text::did_you_mean;
    fault.mend_values = {std::string(near)};
  }
  return fault;
}

UsageFault missing_value(const OptionSpec& option, std::optional<Command> command) {
  UsageFault fault{Text::value_missing, {std::string(option.name)}, Text::see_help, {help_call(command)}};
  if (!option.choices.empty()) {
    fault.mend = Text::the_choices;
    fault.mend_values = {joined({option.choices.begin(), option.choices.end()})};
  }
  return fault;
}

UsageFault unwanted_value(const OptionSpec& option) {
  return {Text::value_unwanted, {std::string(option.name)}, Text::none, {}};
}

UsageFault bad_choice(const OptionSpec& option, std::string_view word) {
  UsageFault fault{
      Text::bad_choice,
      {std::string(option.name), std::string(word), joined({option.choices.begin(), option.choices.end()})},
      Text::none,
      {}};
  if (const std::string_view near = nearest(word, option.choices); !near.empty()) {
    fault.mend = Text::did_you_mean;
    fault.mend_values = {std::string(option.name) + " " + std::string(near)};
  }
  return fault;
}

}  // namespace jalon
