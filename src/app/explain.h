// What a diagnostic's code means: how grave it is, what it says, what to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

// Lines that end in line feeds; nothing where there is no such code.
std::optional<std::string> explain(std::string_view code, Language language);

// Every code with its message, one a line.
std::string list_of_codes(Language language);

// The code that a mistyped word most likely means; empty where none is near.
std::string_view nearest_code(std::string_view word);

}  // namespace jalon
