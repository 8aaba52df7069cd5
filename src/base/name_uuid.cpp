#include "base/name_uuid.h"

#include <nettle/sha1.h>

namespace jalon {

Uuid make_name_uuid(const Uuid& name_space, std::initializer_list<std::string_view> name) {
  sha1_ctx sum;
  sha1_init(&sum);
  sha1_update(&sum, name_space.size(), name_space.data());
  for (const std::string_view piece : name) {
    sha1_update(&sum, piece.size(), reinterpret_cast<const std::uint8_t*>(piece.data()));
  }
  Uuid uuid;
  sha1_digest(&sum, uuid.size(), uuid.data());                     // its first 16 bytes
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0fU) | 0x50U);  // the version
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3fU) | 0x80U);  // the variant
  return uuid;
}

std::string format_uuid(const Uuid& uuid) {
  std::string text;
  format_uuid(uuid, text);
  return text;
}

void format_uuid(const Uuid& uuid, std::string& text) {
  constexpr char digits[] = "0123456789abcdef";
  constexpr std::array<std::uint8_t, 16> places = {0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
  text.assign(36, '-');
  char* const begin = text.data();
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    begin[places[i]] = digits[uuid[i] >> 4U];
    begin[places[i] + 1] = digits[uuid[i] & 15U];
  }
}

}  // namespace jalon
