// Help, made from the tables of commands and options, in the width of the terminal.
#pragma once

#include <cstddef>
#include <string>

#include "cli/commands.h"
#include "jalon/language.h"

namespace jalon {

struct HelpStyle {
  Language language = Language::french;
  std::size_t width = 0;  // columns; 0: 100
};

std::string general_help(const HelpStyle& style);
std::string command_help(Command command, const HelpStyle& style);

}  // namespace jalon
