// Name-based UUIDs, version 5 (RFC 9562 section 5.5): of a name space and a name, given in pieces. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace jalon {

using Uuid = std::array<std::uint8_t, 16>;

Uuid make_name_uuid(const Uuid& name_space, std::initializer_list<std::string_view> name);

// In lower case, in groups of 8, 4, 4, 4 and 12 digits.
std::string format_uuid(const Uuid& uuid);
void format_uuid(const Uuid& uuid, std::string& text);

}  // namespace jalon
