// One sheet of an XLSX workbook (ECMA-376 part 1, SpreadsheetML).
#pragma once

#include <string_view>

#include "jalon/sheet.h"
#include "sheet/package.h"

namespace jalon::sheet {

SheetText read_xlsx(const Package& package, std::string_view asked);

}  // namespace jalon::sheet
