#include "ical/lines/content_hash.h"

#include <cstring>
#include <string>

#include "ical/lines/physical_lines.h"

namespace jalon {
namespace {

enum class Role : std::uint8_t { content, schedule, revision, begin, end };

struct Name {
  std::string_view name;
  Role role;
};

constexpr Name names[] = {{"BEGIN", Role::begin},           {"END", Role::end},          {"DTSTAMP", Role::revision},
                          {"SEQUENCE", Role::revision},     {"DTSTART", Role::schedule}, {"DTEND", Role::schedule},
                          {"DUE", Role::schedule},          {"STATUS", Role::schedule},  {"RRULE", Role::schedule},
                          {"EXDATE", Role::schedule},       {"RDATE", Role::schedule},   {"DURATION", Role::schedule},
                          {"LAST-MODIFIED", Role::revision}};

Role role_of(std::string_view name) {
  for (const Name& each : names) {
    if (each.name == name) return each.role;
  }
  return Role::content;
}

// Multiplies and folds: each bit of the text reaches each bit of the sum.
std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;  // 2^64 divided by the golden ratio
  sum = (sum ^ word) * odd;
  return sum ^ (sum >> 32U);
}

std::uint64_t eight_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Eight bytes at a time, the last eight perhaps again.
std::uint64_t mixed(std::uint64_t sum, std::string_view line) {
  constexpr std::size_t width = sizeof sum;
  sum = mixed(sum, line.size());
  if (line.size() < width) {
    std::uint64_t word = 0;
    for (const char c : line) word = word << 8U | static_cast<unsigned char>(c);
    return mixed(sum, word);
  }
  for (std::size_t at = 0; at + width < line.size(); at += width) sum = mixed(sum, eight_at(line.data() + at));
  return mixed(sum, eight_at(line.data() + line.size() - width));
}

}  // namespace

void ContentHasher::add(std::string_view name, std::string_view line) {
  const Role role = role_of(name);
  if (role == Role::begin) ++depth_;
  const bool own = depth_ == 1;
  if (role == Role::end) --depth_;
  if (own && role == Role::revision) return;
  hash_.content = mixed(hash_.content, line);
  if (own && role == Role::schedule) hash_.schedule = mixed(hash_.schedule, line);
}

ContentHash hash_component(std::string_view bytes) {
  ContentHasher hasher;
  std::string scratch;
  while (!bytes.empty()) {
    const std::string_view line = unfolded(take_content_line(bytes), scratch);
    hasher.add(property_name(line), line);
  }
  return hasher.hash();
}

}  // namespace jalon
