#include "text/list/source.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <cstring>

#include "text/spelling.h"

namespace jalon::list {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::int32_t replacement = 0xFFFD;  // also what decode() says of a byte that is no UTF-8

// What 0x80 … 0x9F stand for in Windows-1252; the rest is Latin-1.
constexpr std::array<std::uint16_t, 32> windows_letters = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append(std::string& text, std::int32_t point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(point, bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::int32_t windows_point(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 && byte < 0xA0 ? windows_letters[byte - 0x80U] : byte;
}

// Where the first byte beyond ASCII is, from `at` on.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (std::uint64_t block = 0; at + sizeof block <= text.size(); at += sizeof block) {
    std::memcpy(&block, text.data() + at, sizeof block);
    if ((block & 0x8080808080808080ULL) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_foreign_byte(const Character& character) { return character.size == 1 && character.point == replacement; }

bool is_within(std::int32_t point, std::int32_t first, std::int32_t last) { return point >= first && point <= last; }

// Blocks in which no character changes under NFC; what plans are made of. Anything else takes the careful way.
bool is_composed(std::int32_t point) {
  return point < 0x300 || is_within(point, 0x2002, 0x20CF) || is_within(point, 0x2100, 0x2125) ||
         is_within(point, 0x212C, 0x2328) || is_within(point, 0x232B, 0x2ADB) || is_within(point, 0x2B00, 0x2BFF) ||
         is_within(point, 0x4E00, 0x9FFF) || is_within(point, 0xE000, 0xF8FF) || is_within(point, 0xFE00, 0xFE0F) ||
         is_within(point, 0x1F000, 0x1FAFF);
}

struct Findings {
  bool foreign = false;     // holds bytes that are no UTF-8
  bool decomposed = false;  // may hold characters that NFC changes
};

Findings examine(std::string_view text) {
  Findings result;
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const Character character = decode(text, at);
    at += character.size;
    const bool foreign = is_foreign_byte(character);
    if (foreign) result.foreign = true;
    if (!foreign && !is_composed(static_cast<std::int32_t>(character.point))) result.decomposed = true;
  }
  return result;
}

// Only the bytes that are no UTF-8 change: a file that holds both keeps its good letters.
std::string with_foreign_bytes_read(std::string_view text, std::optional<std::uint32_t>& first) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = skip_ascii(text, at);
    result.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const Character character = decode(text, at);
    const bool foreign = is_foreign_byte(character);
    if (foreign && !first) first = static_cast<std::uint32_t>(result.size());
    append(result, foreign ? windows_point(text[at]) : static_cast<std::int32_t>(character.point));
    at += character.size;
  }
  return result;
}

void append_composed(std::string& result, std::string_view piece) {
  utf8proc_uint8_t* composed = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(piece.data()), static_cast<utf8proc_ssize_t>(piece.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size >= 0) {
    result.append(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  } else {
    result += piece;
  }
  std::free(composed);  // NOLINT(cppcoreguidelines-no-malloc): utf8proc gives memory of malloc
}

// Lines are composed one by one, and cut where marks pile up: putting n marks in order takes n² steps.
std::string composed(std::string_view text) {
  constexpr int most_marks = 30;
  std::string result;
  result.reserve(text.size());
  std::size_t begin = 0;
  int marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = decode(text, at);
    marks = utf8proc_get_property(static_cast<utf8proc_int32_t>(character.point))->combining_class != 0 ? marks + 1 : 0;
    if (character.point == U'\n' || marks > most_marks) {
      append_composed(result, text.substr(begin, at - begin));
      begin = at;
      marks = 0;
    }
    at += character.size;
  }
  append_composed(result, text.substr(begin));
  return result;
}

void replace_all(std::string& text, char old, std::string_view by) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, begin)) {
    result.append(text, begin, at - begin);
    result += by;
    begin = at + 1;
  }
  result.append(text, begin);
  text = std::move(result);
}

void mend_controls(std::string& text) {
  if (text.find('\0') != std::string::npos) replace_all(text, '\0', "\xEF\xBF\xBD");
  if (text.find('\n') == std::string::npos && text.find('\r') != std::string::npos) replace_all(text, '\r', "\n");
}

std::int32_t unit_at(std::string_view bytes, std::size_t at, Encoding encoding) {
  if (at + 1 >= bytes.size()) return replacement;
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return encoding == Encoding::utf16_little ? second << 8 | first : first << 8 | second;
}

void append_unit(std::string& bytes, std::int32_t unit, Encoding encoding) {
  const char high = static_cast<char>(unit >> 8);
  const char low = static_cast<char>(unit & 0xFF);
  bytes += encoding == Encoding::utf16_little ? low : high;
  bytes += encoding == Encoding::utf16_little ? high : low;
}

}  // namespace

Encoding encoding_by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_little;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_big;
  return Encoding::utf8;
}

// RFC 2781 section 2.2; a surrogate without its other half becomes U+FFFD.
std::string utf16_to_utf8(std::string_view bytes, Encoding encoding) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    std::int32_t point = unit_at(bytes, at, encoding);
    if (is_within(point, 0xD800, 0xDFFF)) {
      const std::int32_t low = unit_at(bytes, at + 2, encoding);
      const bool pair = point < 0xDC00 && is_within(low, 0xDC00, 0xDFFF);
      point = pair ? 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00) : replacement;
      if (pair) at += 2;
    }
    append(text, point);
  }
  return text;
}

std::string utf8_to_utf16(std::string_view text, Encoding encoding) {
  std::string bytes;
  bytes.reserve(text.size() * 2);
  for (std::size_t at = 0; at < text.size();) {
    const Character character = decode(text, at);
    at += character.size;
    const auto point = static_cast<std::int32_t>(character.point);
    if (point >= 0x10000) append_unit(bytes, 0xD800 + ((point - 0x10000) >> 10), encoding);
    append_unit(bytes, point >= 0x10000 ? 0xDC00 + ((point - 0x10000) & 0x3FF) : point, encoding);
  }
  return bytes;
}

bool is_decoded(std::string_view bytes) {
  const Findings findings = examine(bytes);
  return !findings.foreign && !findings.decomposed && bytes.find('\0') == std::string_view::npos;
}

SourceText decode_source(std::string bytes) {
  SourceText result;
  result.encoding = encoding_by_mark(bytes);
  if (result.encoding != Encoding::utf8) bytes = utf16_to_utf8(bytes, result.encoding);
  if (bytes.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
  mend_controls(bytes);
  const Findings findings = examine(bytes);
  if (findings.foreign) {
    result.encoding = Encoding::windows_1252;
    bytes = with_foreign_bytes_read(bytes, result.first_foreign);
  }
  if (findings.decomposed && result.first_foreign) {
    result.first_foreign =
        static_cast<std::uint32_t>(composed(std::string_view(bytes).substr(0, *result.first_foreign)).size());
  }
  result.text = findings.decomposed ? composed(bytes) : std::move(bytes);
  return result;
}

}  // namespace jalon::list
