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
  // Of ASCII characters, eight at a time.
  static Spelling of_ascii(std::string_view word) {
    Spelling spelling;
    spelling.size_ = word.size();
    if (word.size() > longest) return spelling;
    std::memcpy(spelling.letters_.data(), word.data(), word.size());
    for (std::size_t at = 0; at < word.size(); at += sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, spelling.letters_.data() + at, sizeof eight);
      eight = lower(eight);
      std::memcpy(spelling.letters_.data() + at, &eight, sizeof eight);
    }
    return spelling;
  }

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

  // Sets 0x20 in each byte from A to Z; none is above 0x7f.
  static std::uint64_t lower(std::uint64_t eight) {
    constexpr std::uint64_t each_byte = 0x0101010101010101U;
    const std::uint64_t from_a = eight + (0x80U - 'A') * each_byte;
    const std::uint64_t behind_z = eight + (0x7fU - 'Z') * each_byte;
    return eight | (from_a & ~behind_z & 0x80U * each_byte) >> 2U;
  }

  std::array<char, longest> letters_{};
  std::size_t size_ = 0;
};

// A character and how many bytes it takes; U+FFFD for what is no UTF-8.
struct Character {
  char32_t point = 0;
  std::uint32_t size = 1;
};
Character decode_any(std::string_view text, std::size_t at);

// Latin letters and typographic signs at once.
inline Character decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80; };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first >= 0xc2 && first <= 0xdf && follows(1)) return {(first & 0x1fU) << 6U | (byte(1) & 0x3fU), 2};
  if (first != 0xe2 || !follows(1) || !follows(2)) return decode_any(text, at);
  return {0x2000U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU), 3};
}

// Adds a letter beyond ASCII without its accents; false where that takes the whole word (see add_decomposed).
bool add_latin(char32_t letter, Spelling& out);
// The word by Unicode's own tables, from the start.
void add_decomposed(std::string_view word, Spelling& out);

}  // namespace jalon
