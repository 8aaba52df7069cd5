// The cells of a spreadsheet's sheet as one text, and where in it each cell stands: a fault in it is told by the cell's
// name, «Feuille1!C7», as the person sees it.
//
// The text holds the cells as they are shown, dates as 2018-12-24 or 2018-12-24 14:30, UTF-8 (NFC); cells are parted by
// tabs, rows by line feeds. A cell may itself hold either, so that only the places count. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "jalon/diagnostic.h"

namespace jalon {

struct SheetCell {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t row = 1;  // as the spreadsheet counts them
  std::uint16_t column = 1;
  std::uint16_t width = 1;  // how many columns it takes, where several were merged
};

struct SheetMap {
  std::string name;
  std::vector<SheetCell> cells;  // by row, then by column; empty ones are left out
};

struct SheetText {
  std::string text;
  std::shared_ptr<const SheetMap> sheet = std::make_shared<const SheetMap>();
  std::vector<Diagnostic> diagnostics;  // of the workbook
};

// The cell that a byte of the text belongs to; before the first and behind the last the nearest. Null in an empty
// sheet.
const SheetCell* find_cell(const SheetMap& sheet, std::size_t offset);

std::string name_of(const SheetMap& sheet, const SheetCell& cell);  // «Feuille1!C7»
std::string column_letters(std::uint32_t column);                   // 1: A, 27: AA

}  // namespace jalon
