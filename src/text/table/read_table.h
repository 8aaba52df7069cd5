// A plan from a table: CSV and its like, or the cells of a spreadsheet.
#pragma once

#include <string>
#include <string_view>

#include "jalon/list.h"
#include "jalon/plan.h"
#include "jalon/sheet.h"

namespace jalon::table {

Plan read_csv(std::string name, std::string bytes, const ListOptions& options);
Plan read_cells(std::string name, SheetText sheet, const ListOptions& options);

// How sure it is that a text is a table: the delimiter that parts it best, and how many names of its header are known.
struct TableGuess {
  char delimiter = ',';
  std::size_t known = 0;
};
TableGuess guess_table(std::string_view text, std::string_view columns);

}  // namespace jalon::table
