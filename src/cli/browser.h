// Opens a file in the person's own browser, and does not wait for it.
#pragma once

#include <cstdint>
#include <string>

#include "cli/environment.h"

namespace jalon {

enum class Opened : std::uint8_t { no, yes };

// By xdg-open, where there is a desktop and that program; the path is absolute.
Opened open_in_browser(const std::string& path, const Environment& environment);

}  // namespace jalon
