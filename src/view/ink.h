// Text for a terminal in pieces of one colour each, and lines of a given width made of such pieces.
//
// Takes and gives UTF-8; what comes from a plan is made safe for a terminal. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"

namespace jalon {

enum class Ink : std::uint8_t { plain, strong, dim, late, now, hue };  // hue: one of several, by its number

struct Piece {
  std::string text;  // without line ends
  Ink ink = Ink::plain;
  std::size_t hue = 0;
};

using Pieces = std::vector<Piece>;

// How the text of a view looks.
struct Sheet {
  Color color = Color::off;
  std::size_t width = 0;  // columns; 0: no limit
};

std::string inked(const Piece& piece, Color color);

// The pieces with a space between them, in lines of at most `width` columns (0: one line), broken at spaces.
std::vector<std::string> flow(const Pieces& pieces, std::size_t width, Color color);

// One line of exactly `width` columns: cut with «…» or filled with spaces.
std::string fitted(std::string_view text, std::size_t width);

std::string one_line(std::string_view text);  // safe for a terminal; tabs and line ends are spaces

}  // namespace jalon
