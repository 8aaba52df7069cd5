#include "ical/zones/known_zones.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/files.h"
#include "base/nearest.h"

namespace jalon {
namespace {

constexpr const char* compact_source = "/usr/share/zoneinfo/tzdata.zi";

std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

// "Z America/Toronto …" names a zone, "L America/Toronto Canada/Eastern" another name for it.
std::optional<std::string_view> zone_named_by(std::string_view line) {
  if (line.starts_with("L ")) return line.substr(line.rfind(' ') + 1);
  if (line.starts_with("Z ")) return line.substr(2, line.find(' ', 2) - 2);
  return std::nullopt;
}

std::vector<std::string_view> zones_named_by(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    const auto name = zone_named_by(next_line(text));
    if (name && *name != "Factory") names.push_back(*name);
  }
  return names;
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('/') + 1); }

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view with_last_part(std::string_view part, const std::vector<std::string_view>& zones) {
  const auto found =
      std::find_if(zones.begin(), zones.end(), [&](auto zone) { return same_letters(last_part(zone), part); });
  return found == zones.end() ? std::string_view() : *found;
}

std::string_view nearest_by_last_part(std::string_view name, const std::vector<std::string_view>& zones) {
  std::vector<std::string_view> parts;
  parts.reserve(zones.size());
  for (const auto zone : zones) parts.push_back(last_part(zone));
  const std::string_view part = nearest(last_part(name), parts);
  return part.empty() ? part : with_last_part(part, zones);
}

}  // namespace

std::string nearest_zone(std::string_view name) {
  const auto text = read_file(compact_source);
  if (!text) return {};
  const auto zones = zones_named_by(*text);
  std::string_view found = with_last_part(last_part(name), zones);
  if (found.empty()) found = nearest(name, zones);
  if (found.empty()) found = nearest_by_last_part(name, zones);
  return std::string(found);
}

}  // namespace jalon
