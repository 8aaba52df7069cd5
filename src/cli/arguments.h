// The command line as it was typed: which command, which options with which words, and what else.
// Values are not yet understood (src/cli/requests.h does that).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cli/commands.h"
#include "cli/usage_fault.h"
#include "jalon/language.h"

namespace jalon {

struct CommandLine {
  std::optional<Command> command;  // none: nothing but options, or nothing at all
  std::vector<std::string> operands;
  std::array<std::optional<std::string>, option_count> options;  // a flag's word is empty; the last one counts

  bool has(Option option) const { return options[static_cast<std::size_t>(option)].has_value(); }
  std::string value(Option option) const { return options[static_cast<std::size_t>(option)].value_or(""); }
};

// `arguments`: without the program's name.
std::variant<CommandLine, UsageFault> parse_arguments(const std::vector<std::string>& arguments);

// The language that --lang asks for, wherever it stands: it is that of messages about the rest, too.
std::optional<Language> asked_language(const std::vector<std::string>& arguments);

}  // namespace jalon
