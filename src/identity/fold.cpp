#include "identity/fold.h"

#include <array>

namespace jalon {
namespace {

using Byte = unsigned char;

// U+00C0 … U+00FF; a space for the two that are no letters.
constexpr std::string_view latin[64] = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e",  "e", "e", "i", "i", "i", "i", "d",  "n", "o",  "o", "o", "o",
    "o", " ", "o", "u", "u", "u", "u",  "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e", "e",
    "i", "i", "i", "i", "d", "n", "o",  "o", "o",  "o",  "o", " ", "o", "u", "u", "u", "u",  "y", "th", "y"};

bool is_punctuation(Byte first, Byte second) { return first == 0xc2 || (first == 0xe2 && second == 0x80); }

bool is_combining_mark(Byte first, Byte second) { return first == 0xcc || (first == 0xcd && second < 0xb0); }

std::size_t length_of(Byte first) { return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1; }

// The letters of one character of more than one byte; a space for one that is none.
std::string_view letters_of(std::string_view character) {
  if (character.size() < 2) return character;
  const auto first = static_cast<Byte>(character[0]);
  const auto second = static_cast<Byte>(character[1]);
  if (first == 0xc3) return latin[second & 0x3f];
  if (first == 0xc5 && (second == 0x92 || second == 0x93)) return "oe";
  if (first == 0xc5 && second == 0xb8) return "y";
  if (is_combining_mark(first, second)) return "";
  return is_punctuation(first, second) ? " " : character;
}

// What becomes of each ASCII character.
constexpr std::array<char, 128> ascii = [] {
  std::array<char, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    table[c] = static_cast<char>(in_word ? c : ' ');
    if (c >= 'A' && c <= 'Z') table[c] = static_cast<char>(c + ('a' - 'A'));
  }
  return table;
}();

// Fills a text that is large enough: no character becomes longer.
class Folding {
 public:
  explicit Folding(std::string& text) : begin_(text.data()), end_(begin_) {}

  void add(char c) {
    if (c != ' ' || (end_ != begin_ && end_[-1] != ' ')) *end_++ = c;
  }
  std::size_t size() const {
    const bool spaced = end_ != begin_ && end_[-1] == ' ';
    return static_cast<std::size_t>(end_ - begin_) - (spaced ? 1 : 0);
  }

 private:
  char* begin_;
  char* end_;
};

}  // namespace

std::string folded_title(std::string_view title) {
  std::string result;
  fold_title(title, result);
  return result;
}

void fold_title(std::string_view title, std::string& folded) {
  if (folded.size() < title.size()) folded.resize(title.size());
  Folding folding(folded);
  for (std::size_t at = 0; at < title.size();) {
    const auto first = static_cast<Byte>(title[at]);
    if (first < 0x80) {
      folding.add(ascii[first]);
      ++at;
      continue;
    }
    const std::size_t length = length_of(first);
    for (const char c : letters_of(title.substr(at, length))) folding.add(c);
    at += length;
  }
  folded.resize(folding.size());
}

}  // namespace jalon
