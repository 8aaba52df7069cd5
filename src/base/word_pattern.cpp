#include "base/word_pattern.h"

#include <cstddef>

namespace jalon {

std::string fill(std::string_view pattern, std::span<const std::string_view> values) {
  std::string result;
  std::size_t next = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::string_view rest = pattern.substr(at);
    const bool numbered = rest.size() >= 3 && rest[0] == '{' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == '}';
    if (!numbered && !rest.starts_with("{}")) {
      result += rest[0];
      continue;
    }
    const std::size_t index = numbered ? static_cast<std::size_t>(rest[1] - '0') : next++;
    if (index < values.size()) result += values[index];
    at += numbered ? 2 : 1;
  }
  return result;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  return fill(pattern, std::span<const std::string_view>(values.begin(), values.size()));
}

}  // namespace jalon
