#include "cli/environment.h"

#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/file_facts.h"
#include "base/files.h"
#include "base/folders.h"
#include "jalon/zone.h"

namespace jalon {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The first of them that is set decides, as POSIX has it; one that names no language of ours is English.
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = variable(name);
    if (!value.empty()) return parse_language(value).value_or(Language::english);
  }
  return Language::english;
}

// ":America/Toronto" and "/usr/share/zoneinfo/America/Toronto" are zones of the database too.
std::string zone_name(std::string_view text) {
  if (text.starts_with(':')) text.remove_prefix(1);
  constexpr std::string_view folder = "/zoneinfo/";
  if (const std::size_t at = text.rfind(folder); at != std::string_view::npos) text.remove_prefix(at + folder.size());
  while (text.ends_with('\n') || text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::string zone_file() {
  const auto text = read_file("/etc/timezone");
  return text ? zone_name(*text) : std::string();
}

// TZ may be a rule that has no name in the database ("<+03>-3"): then no name is known.
std::vector<std::string> candidates() {
  if (const char* set = std::getenv("TZ"); set != nullptr) return {*set == '\0' ? "UTC" : zone_name(set)};
  return {zone_name(link_target("/etc/localtime")), zone_file()};
}

std::string system_zone() {
  for (const std::string& name : candidates()) {
    if (!name.empty() && Zone::find_exact(name)) return name;
  }
  return {};
}

// XDG: a relative path counts as none.
std::string folder_of(const char* name, const std::string& home, const char* fallback) {
  std::string value = variable(name);
  if (value.starts_with('/')) return value;
  return home.empty() ? "" : home + fallback;
}

// The processors that this process may use, which may be fewer than there are.
unsigned processors() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return std::max(1U, static_cast<unsigned>(CPU_COUNT(&set)));
}

std::string program_and_zones() {
  std::string zones = variable("TZDIR");
  if (zones.empty()) zones = "/usr/share/zoneinfo";
  std::string result = JALON_VERSION;
  for (const std::string& path : {std::string("/proc/self/exe"), zones + "/tzdata.zi"}) {
    const auto state = state_of_file(path);
    result += " " + (state ? state->words : path);
  }
  return result;
}

std::size_t width_of(int descriptor, bool terminal) {
  const std::string columns = variable("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (width > 0) return width;
  winsize size{};
  return terminal && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

Environment read_environment() {
  Environment environment;
  environment.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  environment.system_zone = system_zone();
  environment.language = language_of_locale();
  environment.colors_unwanted = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  environment.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
  environment.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  environment.errors_are_terminal = ::isatty(STDERR_FILENO) == 1;
  environment.output_width = width_of(STDOUT_FILENO, environment.output_is_terminal);
  environment.errors_width = width_of(STDERR_FILENO, environment.errors_are_terminal);
  environment.source_date_epoch = variable("SOURCE_DATE_EPOCH");
  environment.processors = processors();
  environment.program = program_and_zones;
  environment.email = variable("EMAIL");
  environment.home = variable("HOME");
  environment.config_folder = folder_of("XDG_CONFIG_HOME", environment.home, "/.config");
  environment.state_folder = folder_of("XDG_STATE_HOME", environment.home, "/.local/state");
  environment.cache_folder = folder_of("XDG_CACHE_HOME", environment.home, "/.cache");
  environment.variables = [](const std::string& name) { return variable(name.c_str()); };
  return environment;
}

}  // namespace jalon
