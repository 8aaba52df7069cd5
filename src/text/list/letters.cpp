#include "text/list/letters.h"

#include <utf8proc.h>

namespace jalon::list {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// U+00C0 … U+017F without their marks; '.' where the letter stays as it is.
constexpr std::string_view latin_letters =
    "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
    "aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
    "...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";
static_assert(latin_letters.size() == 0x180 - 0xC0);

std::string_view folded_sign(std::int32_t point) {
  if (point == 0x2019 || point == 0x2018 || point == 0x02BC) return "'";
  if (point == 0x0152 || point == 0x0153) return "oe";
  if (point == 0x00C6 || point == 0x00E6) return "ae";
  return {};
}

// The folded form of the character at `at`, and past it. `buffer` holds it where it is not a constant.
std::string_view folded_character(std::string_view text, std::size_t& at, std::array<char, 4>& buffer) {
  const char c = text[at];
  if (!is_foreign(c)) {
    ++at;
    buffer[0] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return {buffer.data(), 1};
  }
  if (const std::size_t space = space_at(text, at); space > 0) {
    at += space;
    return " ";
  }
  std::int32_t point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size <= 0) return text.substr(at++, 1);
  at += static_cast<std::size_t>(size);
  if (const auto sign = folded_sign(point); !sign.empty()) return sign;
  if (point >= 0xC0 && point < 0x180 && latin_letters[static_cast<std::size_t>(point) - 0xC0] != '.') {
    return latin_letters.substr(static_cast<std::size_t>(point) - 0xC0, 1);
  }
  const auto written = utf8proc_encode_char(utf8proc_tolower(point), reinterpret_cast<utf8proc_uint8_t*>(&buffer[0]));
  return {buffer.data(), static_cast<std::size_t>(written)};
}

}  // namespace

std::size_t foreign_space_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\xC2') return at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
  if (c < '\xE2' || c > '\xEF' || at + 2 >= text.size()) return 0;
  const unsigned point =
      (byte_at(text, at) & 15U) << 12U | (byte_at(text, at + 1) & 63U) << 6U | (byte_at(text, at + 2) & 63U);
  const bool space = (point >= 0x2000 && point <= 0x200B) || point == 0x202F || point == 0x205F || point == 0x3000 ||
                     point == 0x2028 || point == 0x2029 || point == 0xFEFF;
  return space ? 3 : 0;
}

std::size_t foreign_space_before(std::string_view text, std::size_t end) {
  if (end >= 2 && text[end - 2] == '\xC2') return text[end - 1] == '\xA0' ? 2 : 0;
  return end >= 3 && is_foreign(text[end - 3]) && foreign_space_at(text, end - 3) == 3 ? 3 : 0;
}

bool is_foreign_letter_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\xC2') return false;                                                 // signs of Latin-1: « » · ° …
  if (c == '\xE2') return at + 1 < text.size() && byte_at(text, at + 1) > 0x81;  // not U+2000 … U+207F: punctuation
  return foreign_space_at(text, at) == 0;
}

FoldedWord::FoldedWord(std::string_view text) {  // NOLINT(cppcoreguidelines-pro-type-member-init): filled as it grows
  std::array<char, 4> buffer{};
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_letter(text[at]) && size_ < letters_.size()) {
      letters_[size_++] = static_cast<char>(text[at++] | 0x20);
      continue;
    }
    const std::string_view letters = folded_character(text, at, buffer);
    if (size_ + letters.size() > letters_.size()) {
      size_ = 0;
      return;
    }
    for (const char c : letters) letters_[size_++] = c;
  }
}

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::array<char, 4> buffer{};
  for (std::size_t at = 0; at < text.size();) result += folded_character(text, at, buffer);
  return result;
}

}  // namespace jalon::list
