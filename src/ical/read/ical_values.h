// Property values as libical reads them (RFC 5545 section 3.3): the only door to it in this library.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jalon/when.h"

namespace jalon {

struct Moment {
  LocalTime time;     // as its clocks show it, whatever its zone
  bool timed = true;  // else a DATE
};

// TEXT without its escapes. Linear.
std::string read_text(std::string_view value);

// DATE or DATE-TIME, local or UTC; nothing where it is none.
std::optional<Moment> read_moment(std::string_view value);

}  // namespace jalon
