#include "base/path_pattern.h"

#include <fnmatch.h>

#include <algorithm>
#include <vector>

namespace jalon {
namespace {

using Parts = std::vector<std::string>;

Parts parts_of(std::string_view path) {
  Parts parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (!part.empty() && part != ".") parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

bool matches_part(const std::string& pattern, const std::string& part) {
  return fnmatch(pattern.c_str(), part.c_str(), FNM_PERIOD) == 0;
}

// Which of the first parts of the path the pattern's first parts match, pattern part by pattern part: no pattern takes
// more than the product of both lengths.
bool match(const Parts& pattern, const Parts& path) {
  std::vector<bool> reached(path.size() + 1);
  reached[0] = true;
  for (const std::string& wanted : pattern) {
    std::vector<bool> next(path.size() + 1);
    for (std::size_t i = 0; i <= path.size(); ++i) {
      if (wanted == "**") {
        next[i] = reached[i] || (i > 0 && next[i - 1]);
      } else if (i < path.size() && reached[i] && matches_part(wanted, path[i])) {
        next[i + 1] = true;
      }
    }
    reached = std::move(next);
  }
  return reached[path.size()];
}

}  // namespace

bool has_wildcards(std::string_view pattern) { return pattern.find_first_of("*?[") != std::string_view::npos; }

bool matches_path(std::string_view pattern, std::string_view path) {
  Parts wanted = parts_of(pattern);
  if (pattern.find('/') == std::string_view::npos) wanted.insert(wanted.begin(), "**");
  return match(wanted, parts_of(path));
}

}  // namespace jalon
