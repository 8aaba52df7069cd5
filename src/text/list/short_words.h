// A few words of at most eight bytes, and whether a word is one of them: each is compared as one number.
//
// Words are compared byte by byte: case and accents count, so what is looked up is folded first where that is wanted
// (letters.h). Pure; nothing fails.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jalon::list {

template <std::size_t n>
class ShortWords {
 public:
  consteval explicit ShortWords(const std::string_view (&words)[n]) {
    for (std::size_t i = 0; i < n; ++i) words_[i] = number(words[i]);
  }

  constexpr bool has(std::string_view word) const {
    if (word.empty() || word.size() > longest) return false;
    return std::find(words_.begin(), words_.end(), number(word)) != words_.end();
  }

 private:
  static constexpr std::size_t longest = sizeof(std::uint64_t);

  static constexpr std::uint64_t number(std::string_view word) {
    std::uint64_t letters = 0;
    for (const char c : word) letters = letters << 8U | static_cast<unsigned char>(c);
    return letters;
  }

  std::array<std::uint64_t, n> words_{};
};

}  // namespace jalon::list
