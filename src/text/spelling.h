// A word as words are compared: lower case, without accents, NFKD; with its hash.
//
// Takes UTF-8 in any form. Holds no memory from the heap: a word that is longer than any table's is no known word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jalon {

class Spelling {
 public:
  Spelling() = default;
  explicit Spelling(std::string_view word);

  void clear() {
    size_ = 0;
    hash_ = seed;
  }
  void add(char letter) {
    if (size_ < longest) letters_[size_] = letter;
    ++size_;
    hash_ = (hash_ ^ static_cast<unsigned char>(letter)) * 16777619U;
  }
  bool fits() const { return size_ <= longest; }
  std::string_view letters() const { return {letters_.data(), fits() ? size_ : longest}; }
  std::uint32_t hash() const { return hash_ ^ (hash_ >> 15); }  // FNV-1a

 private:
  static constexpr std::size_t longest = 28;
  static constexpr std::uint32_t seed = 2166136261U;
  std::array<char, longest> letters_;
  std::size_t size_ = 0;
  std::uint32_t hash_ = seed;
};

// A character and how many bytes it takes; U+FFFD for what is no UTF-8.
struct Character {
  char32_t point = 0;
  std::uint32_t size = 1;
};
Character decode(std::string_view text, std::size_t at);

// Adds a letter beyond ASCII without its accents; false where that takes the whole word (see add_decomposed).
bool add_latin(char32_t letter, Spelling& out);
// The word by Unicode's own tables, from the start.
void add_decomposed(std::string_view word, Spelling& out);

}  // namespace jalon
