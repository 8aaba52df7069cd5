#include "view/ink.h"

#include <algorithm>
#include <array>

#include "base/display.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 5> inks = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[1;7m"};
constexpr std::array<std::string_view, 6> hues = {"\x1b[36m", "\x1b[35m", "\x1b[33m",
                                                  "\x1b[32m", "\x1b[34m", "\x1b[96m"};
constexpr std::string_view ellipsis = "…";

// A word of one piece, never wider than a line.
struct Token {
  Piece piece;
  std::size_t columns = 0;
};

std::vector<Token> tokens_of(const Pieces& pieces, std::size_t width) {
  std::vector<Token> tokens;
  for (const Piece& piece : pieces) {
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      for (const std::string& part : wrap(rest.substr(0, end), width)) {
        if (!part.empty()) tokens.push_back({{part, piece.ink, piece.hue}, display_width(part)});
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return tokens;
}

bool is_same_ink(const Piece& a, const Piece& b) { return a.ink == b.ink && a.hue == b.hue; }

std::string ink_line(const Pieces& line, Color color) {
  std::string result;
  for (const Piece& piece : line) result += (result.empty() ? "" : " ") + inked(piece, color);
  return result;
}

}  // namespace

std::string inked(const Piece& piece, Color color) {
  if (color == Color::off || piece.ink == Ink::plain || piece.text.empty()) return piece.text;
  const std::string_view begin =
      piece.ink == Ink::hue ? hues[piece.hue % hues.size()] : inks[static_cast<std::size_t>(piece.ink)];
  return std::string(begin) + piece.text + "\x1b[0m";
}

std::vector<std::string> flow(const Pieces& pieces, std::size_t width, Color color) {
  std::vector<std::string> lines;
  Pieces line;
  std::size_t columns = 0;
  for (const Token& token : tokens_of(pieces, width)) {
    if (width > 0 && columns > 0 && columns + 1 + token.columns > width) {
      lines.push_back(ink_line(line, color));
      line.clear();
      columns = 0;
    }
    if (!line.empty() && is_same_ink(line.back(), token.piece)) {
      line.back().text += " " + token.piece.text;
    } else {
      line.push_back(token.piece);
    }
    columns += token.columns + (columns > 0 ? 1 : 0);
  }
  if (!line.empty() || lines.empty()) lines.push_back(ink_line(line, color));
  return lines;
}

std::string fitted(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return padded(text, width);
  if (width == 0) return {};
  std::string result;
  std::size_t columns = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const Grapheme grapheme = first_grapheme(rest);
    if (columns + grapheme.columns + 1 > width) break;
    result += grapheme.bytes;
    columns += grapheme.columns;
    rest.remove_prefix(grapheme.bytes.size());
  }
  while (result.ends_with(' ')) {
    result.pop_back();
    --columns;
  }
  return padded(result + std::string(ellipsis), width);
}

std::string one_line(std::string_view text) {
  std::string result = printable(text);
  std::replace(result.begin(), result.end(), '\t', ' ');
  std::replace(result.begin(), result.end(), '\n', ' ');
  return result;
}

}  // namespace jalon
