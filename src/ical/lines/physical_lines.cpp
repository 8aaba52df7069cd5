#include "ical/lines/physical_lines.h"

namespace jalon {
namespace {

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string_view unfolded(std::string_view line, std::string& scratch) {
  line = without_end(line);
  std::size_t feed = line.find('\n');
  if (feed == std::string_view::npos) return line;
  scratch.clear();
  for (; feed != std::string_view::npos; feed = line.find('\n')) {
    scratch += without_end(line.substr(0, feed + 1));
    line.remove_prefix(feed + 2);  // the white space of the fold, too
  }
  scratch += line;
  return scratch;
}

}  // namespace jalon
