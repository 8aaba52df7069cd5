#include "text/spelling.h"

#include <utf8proc.h>

#include <cstdlib>

namespace jalon {
namespace {

// U+00C0 … U+00FF without accents; 0 where a letter becomes two or none.
constexpr char latin1_base[65] =
    "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0"
    "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y";

}  // namespace

Character decode_any(std::string_view text, std::size_t at) {
  utf8proc_int32_t point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size <= 0) return {0xfffd, 1};
  return {static_cast<char32_t>(point), static_cast<std::uint32_t>(size)};
}

bool add_latin(char32_t letter, Spelling& out) {
  const auto two = [&](char first, char second) {
    out.add(first);
    out.add(second);
    return true;
  };
  if (letter == 0xc6 || letter == 0xe6) return two('a', 'e');
  if (letter == 0x152 || letter == 0x153) return two('o', 'e');
  if (letter == 0xdf) return two('s', 's');
  const char base = letter >= 0xc0 && letter <= 0xff ? latin1_base[letter - 0xc0] : '\0';
  if (base != 0) out.add(base);
  return base != 0;
}

void add_decomposed(std::string_view word, Spelling& out) {
  out.clear();
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_STABLE | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                 static_cast<utf8proc_ssize_t>(word.size()), &folded, options);
  for (utf8proc_ssize_t i = 0; i < size; ++i) out.add(static_cast<char>(folded[i]));
  std::free(folded);
}

Spelling::Spelling(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const Character c = decode(word, i);
    if (c.point < 0x80) {
      add(static_cast<char>(c.point >= 'A' && c.point <= 'Z' ? c.point + 32 : c.point));
    } else if (!add_latin(c.point, *this)) {
      add_decomposed(word, *this);
      return;
    }
    i += c.size;
  }
}

}  // namespace jalon
