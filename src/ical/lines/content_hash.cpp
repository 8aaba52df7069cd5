#include "ical/lines/content_hash.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "ical/lines/physical_lines.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 3> not_content = {"DTSTAMP", "SEQUENCE", "LAST-MODIFIED"};
constexpr std::array<std::string_view, 8> schedule = {"DTSTART", "DTEND", "DUE",    "DURATION",
                                                      "RRULE",   "RDATE", "EXDATE", "STATUS"};

template <std::size_t n>
bool is_among(std::string_view name, const std::array<std::string_view, n>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Multiplies and folds: each bit of the text reaches each bit of the sum.
std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;  // 2^64 divided by the golden ratio
  sum = (sum ^ word) * odd;
  return sum ^ (sum >> 32U);
}

std::uint64_t mixed(std::uint64_t sum, std::string_view line) {
  sum = mixed(sum, line.size());
  std::uint64_t word = 0;
  for (; line.size() >= sizeof word; line.remove_prefix(sizeof word)) {
    std::memcpy(&word, line.data(), sizeof word);
    sum = mixed(sum, word);
  }
  word = 0;
  std::memcpy(&word, line.data(), line.size());
  sum = mixed(sum, word);
  return sum;
}

}  // namespace

void ContentHasher::add(std::string_view line) {
  const std::string_view name = property_name(line);
  if (name == "BEGIN") ++depth_;
  const bool own = depth_ == 1;
  if (name == "END") --depth_;
  if (own && is_among(name, not_content)) return;
  hash_.content = mixed(hash_.content, line);
  if (own && is_among(name, schedule)) hash_.schedule = mixed(hash_.schedule, line);
}

ContentHash hash_component(std::string_view bytes) {
  ContentHasher hasher;
  std::string scratch;
  while (!bytes.empty()) hasher.add(unfolded(take_content_line(bytes), scratch));
  return hasher.hash();
}

}  // namespace jalon
