#include "identity/fold.h"

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

char folded_ascii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + ('a' - 'A'));
  const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return in_word ? c : ' ';
}

void add(std::string& text, char c) {
  if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
}

}  // namespace

std::string folded_title(std::string_view title) {
  std::string result;
  result.reserve(title.size());
  while (!title.empty()) {
    const std::size_t length = length_of(static_cast<Byte>(title.front()));
    if (length == 1) {
      add(result, static_cast<Byte>(title.front()) < 0x80 ? folded_ascii(title.front()) : title.front());
    } else {
      for (const char c : letters_of(title.substr(0, length))) add(result, c);
    }
    title.remove_prefix(std::min(length, title.size()));
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace jalon
