#include "identity/key_index.h"

#include <algorithm>
#include <bit>
#include <string>

#include "identity/fingerprint.h"
#include "identity/fold.h"

namespace jalon {
namespace {

constexpr std::size_t longest_title = 200;  // bytes that are looked at
constexpr std::uint64_t whole_title = 1;
constexpr std::uint64_t time_of_action = 2;

}  // namespace

std::vector<std::uint64_t> title_keys(std::string_view title) {
  const std::string words = folded_title(title.substr(0, longest_title));
  std::vector<std::uint64_t> keys{mixed(fingerprint(words), whole_title)};
  std::uint64_t last = 0;
  for (std::string_view rest = words; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::uint64_t word = fingerprint(rest.substr(0, end));
    keys.push_back(word);
    if (last != 0) keys.push_back(mixed(last, word));
    last = word;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return keys;
}

std::uint64_t when_key(const Item& item) { return mixed(item.when, time_of_action); }

void KeyIndex::add(std::uint64_t key, std::uint32_t ordinal) {
  entries_.push_back({static_cast<std::uint32_t>(key), ordinal});
}

void KeyIndex::build() {
  const std::size_t lists = std::bit_ceil(entries_.size() + 1);
  begins_.assign(lists + 1, 0);
  for (Entry& entry : entries_) ++begins_[(entry.key &= static_cast<std::uint32_t>(lists - 1)) + 1];
  for (std::size_t i = 0; i < lists; ++i) begins_[i + 1] += begins_[i];
  ordinals_.resize(entries_.size());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (const Entry& entry : entries_) ordinals_[next[entry.key]++] = entry.ordinal;
  entries_.clear();
  entries_.shrink_to_fit();
}

std::span<const std::uint32_t> KeyIndex::list(std::uint64_t key) const {
  const std::size_t i = key & (begins_.size() - 2);
  return std::span(ordinals_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
}

std::span<const std::uint32_t> KeyIndex::find(std::uint64_t key, std::int64_t ordinal, std::size_t most) const {
  const auto all = list(key);
  if (all.size() <= most) return all;
  const auto nearest = std::partition_point(all.begin(), all.end(), [&](std::uint32_t i) { return i < ordinal; });
  const auto before = static_cast<std::size_t>(nearest - all.begin());
  const std::size_t begin = std::min(before - std::min(before, most / 2), all.size() - most);
  return all.subspan(begin, most);
}

}  // namespace jalon
