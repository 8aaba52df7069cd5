// What is wrong with a command line, worded with the nearest thing that is right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/usage_fault.h"

namespace jalon {

UsageFault unknown_command(std::string_view word);
UsageFault unknown_option(std::string_view word, std::optional<Command> command);
UsageFault missing_value(const OptionSpec& option, std::optional<Command> command);
UsageFault unwanted_value(const OptionSpec& option);
UsageFault bad_choice(const OptionSpec& option, std::string_view word);

}  // namespace jalon
