#include "text/table/cell_rows.h"

#include "text/list/letters.h"

namespace jalon::table {

bool CellRows::next(std::vector<Cell>& cells) {
  cells.clear();
  if (at_ == sheet_.cells.size()) return false;
  const std::uint32_t row = sheet_.cells[at_].row;
  for (; at_ < sheet_.cells.size() && sheet_.cells[at_].row == row; ++at_) {
    const SheetCell& cell = sheet_.cells[at_];
    const SourceSpan span{cell.begin, cell.end};
    if (cell.column > cells.size() + 1) cells.resize(cell.column - 1U, {{}, {cell.begin, cell.begin}});
    cells.push_back({list::trim(list::text_of(span, source_)), span, cell.width});
  }
  return true;
}

}  // namespace jalon::table
