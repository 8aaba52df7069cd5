// Workbooks: any bytes, and the plan that comes of them.
#include <string>

#include "fuzz/hold_plan.h"
#include "jalon/workbook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  SheetText sheet = read_workbook(fuzz::text_of(data, size), "");
  for (const SheetCell& cell : sheet.sheet->cells) {
    fuzz::hold(cell.begin <= cell.end && cell.end <= sheet.text.size(), "a cell lies in its text");
  }
  fuzz::hold_plan(read_sheet("plan.xlsx", std::move(sheet), fuzz::list_options()));
  return 0;
}
