// How text stands in a terminal: what a person sees as one character (UAX #29), how many columns it takes
// (UAX #11), and where lines of a given width break.
//
// Takes UTF-8; a byte that is none counts as one character of one column. Pure; linear in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

struct Grapheme {
  std::string_view bytes;
  std::size_t columns = 0;  // 0 for a mark that stands alone, 1, or 2
};

// The first character of `text`, which is not empty.
Grapheme first_grapheme(std::string_view text);

std::size_t count_graphemes(std::string_view text);
std::size_t display_width(std::string_view text);

// The same text, safe to print: controls (a terminal would obey them) and marks that turn the direction of what
// follows are replaced by U+FFFD. Line feeds and tabs stay.
std::string printable(std::string_view text);

// Lines of at most `width` columns, broken at spaces, and inside a word only where it alone is wider.
// No width (0) means one line. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// `text` followed by spaces up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

}  // namespace jalon
