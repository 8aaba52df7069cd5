// Cuts bytes into content lines, still folded (RFC 5545 section 3.1).
#pragma once

#include <cstring>
#include <string>
#include <string_view>

namespace jalon {

inline bool continues_line(char c) { return c == ' ' || c == '\t'; }

// With its folds and its end of line.
struct ContentLine {
  std::string_view bytes;
  std::size_t folds = 0;

  std::size_t line_feeds() const { return folds + (bytes.ends_with('\n') ? 1 : 0); }
};

// The first content line of `bytes`, which is not empty; and takes it away.
inline ContentLine take_content_line(std::string_view& bytes) {
  ContentLine line;
  for (std::size_t end = 0;; ++line.folds) {
    const void* feed = std::memchr(bytes.data() + end, '\n', bytes.size() - end);
    end = feed == nullptr ? bytes.size() : static_cast<std::size_t>(static_cast<const char*>(feed) - bytes.data()) + 1;
    if (end < bytes.size() && continues_line(bytes[end])) continue;
    line.bytes = bytes.substr(0, end);
    bytes.remove_prefix(end);
    return line;
  }
}

// The same line without folds and end of line; `scratch` holds it where it had folds.
std::string_view unfolded(const ContentLine& line, std::string& scratch);

// "DTSTART" of "DTSTART;VALUE=DATE:20181225"; the whole line where it has neither.
inline std::string_view property_name(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() && line[size] != ':' && line[size] != ';') ++size;
  return line.substr(0, size);
}

}  // namespace jalon
