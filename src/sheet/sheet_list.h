// The sheets of a workbook, and which of them is read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jalon::sheet {

enum class Visibility : std::uint8_t { shown, hidden };

struct SheetEntry {
  std::string name;
  std::string target;  // what leads to its part
  Visibility visibility = Visibility::shown;
};

// The first that is not hidden, or the one that is asked for by name (in any case) or by number from 1.
std::optional<std::size_t> choose_sheet(const std::vector<SheetEntry>& sheets, std::string_view asked);

std::string names_of(const std::vector<SheetEntry>& sheets);  // «A», «B»

}  // namespace jalon::sheet
