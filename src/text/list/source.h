// The bytes of a plan as one text that the rest can trust: UTF-8, composed (NFC, UAX #15), without byte order mark.
//
// Takes the bytes of a file up to 4 GiB: UTF-8, or UTF-16 with its mark; a byte that is no UTF-8 is taken for
// Windows-1252 (as the WHATWG encoding standard maps it). NUL becomes U+FFFD. Line ends stay, but for the lone CR of
// old Macs, which becomes LF. Text that is right already, which is nearly all, is passed on without a copy. Linear: a
// run of more than 30 combining marks is cut before it is put in order (the stream-safe limit of UAX #15 D4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jalon::list {

enum class Encoding : std::uint8_t { utf8, windows_1252, utf16_little, utf16_big };

struct SourceText {
  std::string text;
  Encoding encoding = Encoding::utf8;
  std::optional<std::uint32_t> first_foreign;  // where in `text` the first byte was that is no UTF-8
};

Encoding encoding_by_mark(std::string_view bytes);  // utf8 where no mark says otherwise
std::string utf16_to_utf8(std::string_view bytes, Encoding encoding);
std::string utf8_to_utf16(std::string_view text, Encoding encoding);
SourceText decode_source(std::string bytes);
bool is_decoded(std::string_view bytes);  // whether these lines are what decode_source() would make of them

}  // namespace jalon::list
