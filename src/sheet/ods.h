// One sheet of an OpenDocument workbook (OpenDocument 1.3 part 3, chapter 9).
#pragma once

#include <string_view>

#include "jalon/sheet.h"
#include "sheet/package.h"

namespace jalon::sheet {

SheetText read_ods(const Package& package, std::string_view asked);

}  // namespace jalon::sheet
