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

// Takes the lines of one component, unfolded, from BEGIN to END, each with its name (property_name).
class ContentHasher {
 public:
  void add(std::string_view name, std::string_view line);
  const ContentHash& hash() const { return hash_; }

 private:
  ContentHash hash_;
  int depth_ = 0;
};

// Takes its bytes, lines ended by CRLF or LF. Linear. The numbers hold for one kind of machine: they are compared, not
// kept.
ContentHash hash_component(std::string_view bytes);

}  // namespace jalon
