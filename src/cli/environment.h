// What the world says to a run: the clock, the zone, the languages, the terminal. Only this part and main read it.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "jalon/language.h"

namespace jalon {

struct Environment {
  std::chrono::sys_seconds now{};
  std::string system_zone;  // IANA; empty where nothing says one that is known
  Language language = Language::english;
  bool colors_unwanted = false;  // NO_COLOR, or a terminal that has none
  bool input_is_terminal = false;
  bool output_is_terminal = false;
  bool errors_are_terminal = false;
  unsigned processors = 1;       // that this process may use
  std::size_t output_width = 0;  // columns; 0: no terminal
  std::size_t errors_width = 0;
  std::string source_date_epoch;  // as it stands
  std::string email;
  std::string home;                                                   // folders; empty where none is known
  std::string config_folder;                                          // XDG, without jalon's own name
  std::string state_folder;                                           // likewise
  std::string cache_folder;                                           // likewise
  std::function<std::string(const std::string& variable)> variables;  // empty where there is none
  // What tells this build of the program, and the zones that it reads, from others; asked for only where it counts.
  std::function<std::string()> program;
};

Environment read_environment();

}  // namespace jalon
