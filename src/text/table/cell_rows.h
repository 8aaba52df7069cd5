// The rows of a spreadsheet's sheet (jalon/sheet.h).
#pragma once

#include <string_view>
#include <vector>

#include "jalon/sheet.h"
#include "text/table/rows.h"

namespace jalon::table {

class CellRows : public Rows {
 public:
  CellRows(std::string_view source, const SheetMap& sheet) : source_(source), sheet_(sheet) {}
  bool next(std::vector<Cell>& cells) override;
  void rewind() override { at_ = 0; }

 private:
  std::string_view source_;
  const SheetMap& sheet_;
  std::size_t at_ = 0;
};

}  // namespace jalon::table
