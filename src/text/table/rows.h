// A table as rows of cells, whatever it is kept in: what the reader of tables asks for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "jalon/diagnostic.h"

namespace jalon::table {

struct Cell {
  std::string_view text;  // trimmed; a view that lives as long as the plan
  SourceSpan span;
  std::uint16_t width = 1;  // how many columns it takes
};

class Rows {
 public:
  virtual ~Rows() = default;
  // The next row, its cells by column, empty ones too; rows without anything in them are passed over. False at the end.
  virtual bool next(std::vector<Cell>& cells) = 0;
  virtual void rewind() = 0;
};

}  // namespace jalon::table
