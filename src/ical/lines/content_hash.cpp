#include "ical/lines/content_hash.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "ical/lines/physical_lines.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 3> not_content = {"DTSTAMP", "SEQUENCE", "LAST-MODIFIED"};
constexpr std::array<std::string_view, 9> schedule = {"DTSTART", "DTEND",  "DUE",    "DURATION", "RRULE",
                                                      "RDATE",   "EXDATE", "STATUS", "EXRULE"};

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
  for (std::size_t at = 0; at < line.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < sizeof word && at + i < line.size(); ++i) {
      word |= static_cast<std::uint64_t>(static_cast<unsigned char>(line[at + i])) << (8 * i);
    }
    sum = mixed(sum, word);
  }
  return mixed(sum, line.size());
}

}  // namespace

ContentHash hash_component(std::string_view bytes) {
  ContentHash hash;
  std::string scratch;
  int depth = 0;
  while (!bytes.empty()) {
    const std::string_view line = unfolded(take_content_line(bytes), scratch);
    const std::string_view name = property_name(line);
    if (name == "BEGIN") ++depth;
    const bool own = depth == 1;
    if (name == "END") --depth;
    if (own && is_among(name, not_content)) continue;
    hash.content = mixed(hash.content, line);
    if (own && is_among(name, schedule)) hash.schedule = mixed(hash.schedule, line);
  }
  return hash;
}

}  // namespace jalon
