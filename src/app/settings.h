// What every command is told besides its own: the clock, the zone, the language, the plan's defaults.
// The caller reads the world (clock, environment, arguments); nothing below does.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jalon/language.h"
#include "jalon/list.h"
#include "jalon/phrase.h"
#include "jalon/when.h"

namespace jalon {

// What jalon.toml says, for where neither the command line nor the plan does.
struct PlanDefaults {
  std::string timezone;  // IANA
  ListDefaults list;
};

struct Settings {
  std::chrono::sys_seconds now{};
  std::optional<LocalTime> as_of;                      // --as-of; wins over the plan's
  std::string timezone;                                // --timezone, IANA; empty: the plan's, else the system's
  std::string system_zone;                             // IANA; empty: not known, taken for UTC
  std::optional<Language> language;                    // --lang; wins over the plan's
  NumericOrder numeric_order = NumericOrder::unknown;  // of --lang en-GB or en-US
  Language locale_language = Language::french;         // of the person; for what belongs to no plan
  std::string due;                                     // --due
  std::string remind;                                  // --remind
  PlanDefaults defaults;
  std::optional<ListFormat> format;  // --from; else the content decides
  std::string sheet;                 // --sheet; empty: the first one
  std::string columns;               // --columns

  Language shown_language() const { return language.value_or(locale_language); }
  // Where the plan names no zone.
  const std::string& given_zone() const {
    if (!timezone.empty()) return timezone;
    return defaults.timezone.empty() ? system_zone : defaults.timezone;
  }
};

// How a run ended, for the shell.
enum class ExitCode : std::uint8_t { done = 0, problems = 1, failed = 2 };

// "2018-11-26", "2018-11-26T14:30", "2018-11-26 14:30:00"; nothing for any other text or day.
std::optional<LocalTime> parse_moment(std::string_view text);

// How a language tag's country writes 5/12: "en-US" month first, "en-GB" and other English day first; unknown where the
// tag names no country.
NumericOrder numeric_order_of(std::string_view tag);

// A time of day from midnight: "9", "09:00", «9 h», «8 h 30», "17h45"; nothing for any other text.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);

}  // namespace jalon
