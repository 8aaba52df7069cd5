// Writes the day from which a plan's dates are read into the plan itself, so that it reads the same later.
#pragma once

#include <cstdint>
#include <string>

#include "app/settings.h"
#include "jalon/calendar.h"
#include "jalon/result.h"
#include "jalon/when.h"

namespace jalon {

struct StampOutcome {
  enum class Change : std::uint8_t { unchanged, written };
  Change change = Change::unchanged;
  Day as_of{};
  Language language = Language::french;  // the plan's, or that of the settings
};

// The day is that of the settings, else today in the plan's zone. The file is replaced whole or not at all; "-" reads
// standard input and gives the stamped plan to `stream`.
Result<StampOutcome> stamp(const std::string& path, const Settings& settings, const ByteSink& stream);

}  // namespace jalon
