// Which actions have a word, a pair of words, a title or a time, by fingerprint. A list may hold some that have
// another one: what it gives is looked at again.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "identity/pairing.h"

namespace jalon {

// The whole title, its words and its pairs of adjacent words.
std::vector<std::uint64_t> title_keys(std::string_view title);
std::uint64_t when_key(const Item& item);

class KeyIndex {
 public:
  void add(std::uint64_t key, std::uint32_t ordinal);  // ordinals in ascending order
  void build();
  // Ascending; at most `most` of them, those nearest to `ordinal`.
  std::span<const std::uint32_t> find(std::uint64_t key, std::int64_t ordinal, std::size_t most) const;
  std::size_t count(std::uint64_t key) const { return list(key).size(); }

 private:
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t ordinal = 0;
  };
  std::span<const std::uint32_t> list(std::uint64_t key) const;

  std::vector<Entry> entries_;  // until build()
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ordinals_;
};

}  // namespace jalon
