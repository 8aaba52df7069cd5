#include "app/team/plan_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace jalon {
namespace {

// Not .json and .ics, which are rather what programs make, this one among them: to be named themselves.
constexpr std::array<std::string_view, 11> endings = {".md",  ".markdown", ".txt", ".text", ".csv",  ".tsv",
                                                      ".tab", ".xlsx",     ".ods", ".org",  ".jsonl"};

}  // namespace

bool is_plan_name(std::string_view path) {
  std::string lower(path.substr(std::min(path.rfind('/') + 1, path.size())));
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace jalon
