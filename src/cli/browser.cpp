#include "cli/browser.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>

namespace jalon {
namespace {

bool has_desktop(const Environment& environment) {
  return !environment.variables("DISPLAY").empty() || !environment.variables("WAYLAND_DISPLAY").empty();
}

// What a browser says of itself belongs to nobody's terminal.
void silence(posix_spawn_file_actions_t& actions) {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
  }
}

}  // namespace

Opened open_in_browser(const std::string& path, const Environment& environment) {
  if (!has_desktop(environment)) return Opened::no;
  std::string program = "xdg-open";
  std::string argument = path;
  const std::array<char*, 3> words = {program.data(), argument.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  silence(actions);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);  // closing the terminal leaves the browser open
  pid_t child = 0;
  const int failure = posix_spawnp(&child, program.c_str(), &actions, &attributes, words.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure == 0 ? Opened::yes : Opened::no;
}

}  // namespace jalon
