#include "base/display.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>

namespace jalon {
namespace {

constexpr utf8proc_int32_t emoji_presentation = 0xFE0F;
constexpr std::size_t longest_grapheme = 128;  // bytes: keeps a megabyte of accents on one letter linear
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct CodePoint {
  utf8proc_int32_t value = -1;  // -1: not UTF-8
  std::size_t size = 1;
};

CodePoint first_code_point(std::string_view text) {
  CodePoint point;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &point.value);
  if (size <= 0) return {};
  point.size = static_cast<std::size_t>(size);
  return point;
}

std::size_t columns_of(utf8proc_int32_t point) {
  return point < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point)));
}

bool is_plain_ascii(char c) { return c >= ' ' && c < 0x7f; }

bool is_control(utf8proc_int32_t point) {
  return point < 0 || (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7f && point < 0xa0);
}

// Embeddings, overrides and isolates (UAX #9): they could make a line read otherwise than it is.
bool turns_direction(utf8proc_int32_t point) {
  return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

// Where a line that begins at the start of `text` must end: before a space, or inside a word that is too wide.
std::size_t line_end(std::string_view text, std::size_t width) {
  std::size_t columns = 0;
  std::size_t last_space = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Grapheme grapheme = first_grapheme(text.substr(at));
    if (text[at] == ' ') last_space = at;
    columns += grapheme.columns;
    if (columns > width) return last_space > 0 ? last_space : std::max(at, grapheme.bytes.size());
    at += grapheme.bytes.size();
  }
  return text.size();
}

}  // namespace

Grapheme first_grapheme(std::string_view text) {
  if (is_plain_ascii(text[0]) && (text.size() == 1 || is_plain_ascii(text[1]))) return {text.substr(0, 1), 1};
  CodePoint point = first_code_point(text);
  std::size_t size = point.size;
  std::size_t columns = columns_of(point.value);
  utf8proc_int32_t state = 0;
  while (size < text.size() && size < longest_grapheme && point.value >= 0) {
    const CodePoint next = first_code_point(text.substr(size));
    if (next.value < 0 || utf8proc_grapheme_break_stateful(point.value, next.value, &state)) break;
    columns = next.value == emoji_presentation ? 2 : std::max(columns, columns_of(next.value));
    size += next.size;
    point = next;
  }
  return {text.substr(0, size), columns};
}

std::size_t count_graphemes(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_grapheme(text).bytes.size());
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const Grapheme grapheme = first_grapheme(text);
    columns += grapheme.columns;
    text.remove_prefix(grapheme.bytes.size());
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    result += is_control(point.value) || turns_direction(point.value) ? replacement : text.substr(0, point.size);
    text.remove_prefix(point.size);
  }
  return result;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  if (width == 0) return {std::string(text)};
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = line_end(text, width);
    const std::string_view line = text.substr(0, end);
    lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t columns = display_width(text);
  return std::string(text) + std::string(columns < width ? width - columns : 0, ' ');
}

}  // namespace jalon
