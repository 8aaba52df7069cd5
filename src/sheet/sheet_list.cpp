#include "sheet/sheet_list.h"

#include <algorithm>
#include <charconv>

namespace jalon::sheet {
namespace {

bool is_same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<std::size_t> choose_sheet(const std::vector<SheetEntry>& sheets, std::string_view asked) {
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (asked.empty() ? sheets[i].visibility == Visibility::shown : is_same(sheets[i].name, asked)) return i;
  }
  if (asked.empty()) return sheets.empty() ? std::nullopt : std::optional<std::size_t>(0);
  std::size_t number = 0;
  const auto [past, fault] = std::from_chars(asked.data(), asked.data() + asked.size(), number);
  const bool whole = fault == std::errc{} && past == asked.data() + asked.size();
  return whole && number >= 1 && number <= sheets.size() ? std::optional(number - 1) : std::nullopt;
}

std::string names_of(const std::vector<SheetEntry>& sheets) {
  std::string names;
  for (const SheetEntry& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
  return names;
}

}  // namespace jalon::sheet
