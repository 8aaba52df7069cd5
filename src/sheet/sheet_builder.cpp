#include "sheet/sheet_builder.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace jalon::sheet {
namespace {

constexpr std::size_t largest_text = std::size_t{1} << 29;
constexpr std::size_t most_cells = 50'000'000;

bool is_before(const SheetCell& cell, std::pair<std::uint32_t, std::uint32_t> place) {
  return std::pair(cell.row, std::uint32_t{cell.column}) < place;
}

}  // namespace

void SheetBuilder::add(std::uint32_t row, std::uint32_t column, std::string_view text, std::uint32_t width) {
  if (text.empty() || column == 0 || column > most_columns || row > most_rows) return;
  if (fullness() == Fullness::full) return;
  const bool same_row = !sheet_.cells.empty() && sheet_.cells.back().row == row;
  if (!sheet_.cells.empty()) text_ += same_row ? '\t' : '\n';
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  sheet_.cells.push_back({begin, static_cast<std::uint32_t>(text_.size()), row, static_cast<std::uint16_t>(column),
                          static_cast<std::uint16_t>(std::min(width, most_columns))});
}

void SheetBuilder::tell(std::uint32_t row, std::uint32_t column, Code code, std::string_view text) {
  add(row, column, text);
  if (sheet_.cells.empty()) return;
  const SheetCell& cell = sheet_.cells.back();
  diagnostics_.push_back({code, {cell.begin, cell.end}, {std::string(text)}});
}

void SheetBuilder::widen(std::uint32_t row, std::uint32_t column, std::uint32_t width) {
  const auto place = std::pair(row, column);
  const auto cell = std::lower_bound(sheet_.cells.begin(), sheet_.cells.end(), place, is_before);
  const bool there = cell != sheet_.cells.end() && cell->row == row && cell->column == column;
  if (there) cell->width = static_cast<std::uint16_t>(std::min(width, most_columns));
}

Fullness SheetBuilder::fullness() const {
  const bool full = overflowed_ || text_.size() > largest_text || sheet_.cells.size() > most_cells;
  return full ? Fullness::full : Fullness::room_left;
}

SheetText SheetBuilder::finish() {
  if (fullness() == Fullness::full) return broken(Code::workbook_large);
  if (hidden_rows_ > 0) diagnostics_.push_back({Code::workbook_hidden_rows, {}, {std::int64_t{hidden_rows_}}});
  return {std::move(text_), std::make_shared<const SheetMap>(std::move(sheet_)), std::move(diagnostics_)};
}

SheetText broken(Code code, std::vector<Argument> arguments) {
  SheetText result;
  result.diagnostics.push_back({code, {}, std::move(arguments)});
  return result;
}

}  // namespace jalon::sheet
