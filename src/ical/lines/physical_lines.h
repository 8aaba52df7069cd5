// Cuts bytes into content lines, still folded (RFC 5545 section 3.1).
#pragma once

#include <cstring>
#include <string>
#include <string_view>

namespace jalon {

inline bool continues_line(char c) { return c == ' ' || c == '\t'; }

// The first content line of `bytes`, which is not empty, with its folds and its end of line; and takes it away.
inline std::string_view take_content_line(std::string_view& bytes) {
  std::size_t end = 0;
  do {
    const void* feed = std::memchr(bytes.data() + end, '\n', bytes.size() - end);
    end = feed == nullptr ? bytes.size() : static_cast<std::size_t>(static_cast<const char*>(feed) - bytes.data()) + 1;
  } while (end < bytes.size() && continues_line(bytes[end]));
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end);
  return line;
}

// The same line without folds and end of line; `scratch` holds it where it had folds.
std::string_view unfolded(std::string_view line, std::string& scratch);

// "DTSTART" of "DTSTART;VALUE=DATE:20181225"; the whole line where it has neither.
inline std::string_view property_name(std::string_view line) { return line.substr(0, line.find_first_of(":;")); }

}  // namespace jalon
