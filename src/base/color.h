// Whether what is shown in a terminal has colours.
#pragma once

#include <cstdint>

namespace jalon {

enum class Color : std::uint8_t { off, on };

}  // namespace jalon
