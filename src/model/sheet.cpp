#include "jalon/sheet.h"

#include <algorithm>
#include <iterator>

namespace jalon {

const SheetCell* find_cell(const SheetMap& sheet, std::size_t offset) {
  if (sheet.cells.empty()) return nullptr;
  const auto behind = std::upper_bound(sheet.cells.begin(), sheet.cells.end(), offset,
                                       [](std::size_t at, const SheetCell& cell) { return at < cell.begin; });
  return behind == sheet.cells.begin() ? &*behind : &*std::prev(behind);
}

std::string name_of(const SheetMap& sheet, const SheetCell& cell) {
  return sheet.name + "!" + column_letters(cell.column) + std::to_string(cell.row);
}

std::string column_letters(std::uint32_t column) {
  constexpr std::uint32_t letters = 26;
  std::string result;
  for (; column > 0; column = (column - 1) / letters) {
    result.insert(result.begin(), static_cast<char>('A' + (column - 1) % letters));
  }
  return result;
}

}  // namespace jalon
