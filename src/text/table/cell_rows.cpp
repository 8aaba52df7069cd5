#include "text/table/cell_rows.h"

#include <algorithm>
#include <array>

#include "text/list/letters.h"

namespace jalon::table {
namespace {

// What a spreadsheet shows in a cell that holds an error, which was told: it says nothing of an action.
constexpr std::array<std::string_view, 7> errors = {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#N/A"};

std::string_view content(std::string_view text) {
  const bool error = std::find(errors.begin(), errors.end(), text) != errors.end();
  return error ? std::string_view{} : text;
}

}  // namespace

bool CellRows::next(std::vector<Cell>& cells) {
  cells.clear();
  if (at_ == sheet_.cells.size()) return false;
  const std::uint32_t row = sheet_.cells[at_].row;
  for (; at_ < sheet_.cells.size() && sheet_.cells[at_].row == row; ++at_) {
    const SheetCell& cell = sheet_.cells[at_];
    const SourceSpan span{cell.begin, cell.end};
    if (cell.column > cells.size() + 1) cells.resize(cell.column - 1U, {{}, {cell.begin, cell.begin}});
    cells.push_back({content(list::trim(list::text_of(span, source_))), span, cell.width});
  }
  return true;
}

}  // namespace jalon::table
