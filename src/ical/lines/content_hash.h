// What a component says, as two numbers: equal components have equal numbers, however they are folded.
#pragma once

#include <cstdint>
#include <string_view>

namespace jalon {

struct ContentHash {
  std::uint64_t content = 0;   // of every property but DTSTAMP, SEQUENCE, LAST-MODIFIED, and of the subcomponents
  std::uint64_t schedule = 0;  // of the properties whose change raises SEQUENCE (RFC 5546 section 2.1.4)
  friend bool operator==(const ContentHash&, const ContentHash&) = default;
};

// Takes the bytes of one component, lines ended by CRLF or LF. Linear; the same on every machine.
ContentHash hash_component(std::string_view bytes);

}  // namespace jalon
