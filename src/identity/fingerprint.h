// 64-bit fingerprints that stand for their text when actions are compared: the same on every machine, and two
// different texts among a million share one with a probability below 10⁻⁷.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace jalon {

inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a ^ 0x9e3779b97f4a7c15U) * (b ^ 0xd1b54a32d192ed03U);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t result = mixed(text.size(), 0x2545f4914f6cdd1dU);
  std::uint64_t part = 0;
  for (; text.size() > sizeof part; text.remove_prefix(sizeof part)) {
    std::memcpy(&part, text.data(), sizeof part);
    result = mixed(result, part);
  }
  part = 0;
  if (!text.empty()) std::memcpy(&part, text.data(), text.size());
  return mixed(mixed(result, part), text.size());
}

}  // namespace jalon
