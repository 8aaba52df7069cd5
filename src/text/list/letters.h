// Letters and spaces as a person sees them: white space of any width, words folded to be compared.
//
// Takes UTF-8 (NFC). Folding makes letters lower case, drops the accents of Latin letters, writes œ as oe and
// typographic apostrophes and spaces as plain ones, so that «Échéance» and "echeance" are one word. Pure; linear;
// nothing fails.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "jalon/diagnostic.h"

namespace jalon::list {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }  // part of a character beyond ASCII

std::size_t foreign_space_at(std::string_view text, std::size_t at);
std::size_t foreign_space_before(std::string_view text, std::size_t end);
bool is_foreign_letter_at(std::string_view text, std::size_t at);

// How many bytes the white space character at `at` takes; 0 where there is none.
inline std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (!is_foreign(text[at])) return is_blank(text[at]) ? 1 : 0;
  return foreign_space_at(text, at);
}
// The same for the one that ends just before `end`.
inline std::size_t space_before(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  if (!is_foreign(text[end - 1])) return is_blank(text[end - 1]) ? 1 : 0;
  return foreign_space_before(text, end);
}
// A letter of any alphabet (or an ideograph, or an emoji), not a typographic sign such as … — « ’.
inline bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_foreign(text[at]) ? is_foreign_letter_at(text, at) : is_ascii_letter(text[at]);
}

inline std::string_view trim_left(std::string_view text) {
  while (const std::size_t space = space_at(text, 0)) text.remove_prefix(space);
  return text;
}
inline std::string_view trim_right(std::string_view text) {
  while (const std::size_t space = space_before(text, text.size())) text.remove_suffix(space);
  return text;
}
inline std::string_view trim(std::string_view text) { return trim_left(trim_right(text)); }

// Where `part` stands, being a view into `source`.
inline SourceSpan span_of(std::string_view part, std::string_view source) {
  const auto begin = static_cast<std::uint32_t>(part.data() - source.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}
inline std::string_view text_of(SourceSpan span, std::string_view source) {
  const auto size = static_cast<std::uint32_t>(source.size());
  const std::uint32_t begin = span.begin < size ? span.begin : size;
  return source.substr(begin, span.end > begin ? span.end - begin : 0);
}

// A folded word, without memory from the heap; what does not fit equals no word.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view text);
  std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 48> letters_;
  std::size_t size_ = 0;
};

std::string fold(std::string_view text);

}  // namespace jalon::list
