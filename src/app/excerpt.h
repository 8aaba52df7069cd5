// One line of a text with a mark under some of its bytes, as it fits a terminal:
//   12 | - Appeler Léa — lundi 4 décembre 2018
//      |                 ^~~~~~~~~~~~~~~~~~~~~
// A long line is cut around the place; tabs become spaces, controls are made visible.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jalon {

struct Excerpt {
  std::string line;
  std::size_t mark_column = 0;  // columns before the mark
  std::size_t mark_width = 1;
};

// Bytes [begin, end) of `line` (UTF-8, without its line end), in at most `width` columns.
Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t width);

}  // namespace jalon
