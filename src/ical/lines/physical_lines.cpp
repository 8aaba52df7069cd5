#include "ical/lines/physical_lines.h"

namespace jalon {
namespace {

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string_view unfolded(const ContentLine& line, std::string& scratch) {
  std::string_view rest = without_end(line.bytes);
  if (line.folds == 0) return rest;
  scratch.clear();
  for (std::size_t feed = rest.find('\n'); feed != std::string_view::npos; feed = rest.find('\n')) {
    scratch += without_end(rest.substr(0, feed + 1));
    rest.remove_prefix(feed + 2);  // the white space of the fold, too
  }
  scratch += rest;
  return scratch;
}

}  // namespace jalon
