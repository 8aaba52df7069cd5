// A word as words are compared: lower case, without accents, NFKD; with its hash.
//
// Takes UTF-8 in any form. Holds no memory from the heap: a word that is longer than any table's is no known word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace jalon {

class Spelling {
 public:
  Spelling() = default;
  explicit Spelling(std::string_view word);

  void clear() { *this = {}; }
  void add(char letter) {
    if (size_ < longest) letters_[size_] = letter;
    ++size_;
  }
  bool fits() const { return size_ <= longest; }
  std::string_view letters() const { return {letters_.data(), fits() ? size_ : longest}; }
  std::uint32_t hash() const {
    std::uint64_t sum = size_;
    for (std::size_t at = 0; at < letters().size(); at += sizeof sum) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, letters_.data() + at, sizeof eight);
      sum = (sum ^ eight) * 0x9e3779b97f4a7c15U;
      sum ^= sum >> 32U;
    }
    return static_cast<std::uint32_t>(sum);
  }

 private:
  static constexpr std::size_t longest = 32;
  std::array<char, longest> letters_{};
  std::size_t size_ = 0;
};

// A character and how many bytes it takes; U+FFFD for what is no UTF-8.
struct Character {
  char32_t point = 0;
  std::uint32_t size = 1;
};
Character decode_any(std::string_view text, std::size_t at);

// The two bytes of Latin letters at once.
inline Character decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
  if (first < 0xc2 || first > 0xdf || (second & 0xc0U) != 0x80) return decode_any(text, at);
  return {(first & 0x1fU) << 6U | (second & 0x3fU), 2};
}

// Adds a letter beyond ASCII without its accents; false where that takes the whole word (see add_decomposed).
bool add_latin(char32_t letter, Spelling& out);
// The word by Unicode's own tables, from the start.
void add_decomposed(std::string_view word, Spelling& out);

}  // namespace jalon
