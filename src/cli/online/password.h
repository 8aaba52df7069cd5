// A password typed at the terminal, which does not show it. Restores the terminal also where a signal ends the program.
#pragma once

#include <string>

#include "jalon/result.h"

namespace jalon {

// Errors: auth.no-terminal.
Result<std::string> ask_password(const std::string& question);

}  // namespace jalon
