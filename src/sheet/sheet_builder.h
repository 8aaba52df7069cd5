// Gathers the cells of a sheet into one text (jalon/sheet.h), whatever the workbook's format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "jalon/sheet.h"

namespace jalon::sheet {

inline constexpr std::uint32_t most_rows = 1048576;  // of a sheet of Excel
inline constexpr std::uint32_t most_columns = 16384;

inline constexpr std::size_t largest_cell = std::size_t{1} << 20;  // bytes; what is longer ends there

enum class Fullness : std::uint8_t { room_left, full };

class SheetBuilder {
 public:
  void set_name(std::string name) { sheet_.name = std::move(name); }
  // Cells come by row, then by column; an empty text is no cell.
  void add(std::uint32_t row, std::uint32_t column, std::string_view text, std::uint32_t width = 1);
  // A fault of the cell that is added next, or of an empty one at its place.
  void tell(std::uint32_t row, std::uint32_t column, Code code, std::string_view text);
  void widen(std::uint32_t row, std::uint32_t column, std::uint32_t width);
  void count_hidden_row() { ++hidden_rows_; }
  void overflow() { overflowed_ = true; }  // more than any sheet holds
  Fullness fullness() const;
  SheetText finish();

 private:
  std::string text_;
  SheetMap sheet_;
  std::vector<Diagnostic> diagnostics_;
  std::uint32_t hidden_rows_ = 0;
  bool overflowed_ = false;
};

// A workbook that cannot be read: no cells, and why.
SheetText broken(Code code, std::vector<Argument> arguments = {});

}  // namespace jalon::sheet
