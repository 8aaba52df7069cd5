// From words to values: what the command line and the environment ask of a command.
#pragma once

#include <variant>

#include "app/convert.h"
#include "app/diagnostic_text.h"
#include "app/settings.h"
#include "app/show.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/usage_fault.h"

namespace jalon {

enum class Loudness : std::uint8_t { quiet, normal };

// How results and messages look, on each stream.
struct Look {
  Format format = Format::text;
  Loudness loudness = Loudness::normal;
  Color output_color = Color::off;
  Color errors_color = Color::off;
  std::size_t output_width = 0;  // columns; 0: no terminal
  std::size_t errors_width = 0;
};

std::variant<Settings, UsageFault> make_settings(const CommandLine& line, const Environment& environment);
std::variant<ShowRequest, UsageFault> make_show_request(const CommandLine& line, const Environment& environment);
// Only what the command line says; PlanOptions adds what the files of settings say for each plan.
std::variant<ConvertRequest, UsageFault> make_convert_request(const CommandLine& line, const Environment& environment);
Look make_look(const CommandLine& line, const Environment& environment);

}  // namespace jalon
