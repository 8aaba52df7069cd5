// Makes a text of a sheet of a workbook: XLSX (ECMA-376 part 1, section 18) or ODS (OpenDocument 1.3 part 3, chapter
// 9).
//
// Takes the bytes of the file. Of the sheets the first that is not hidden counts, or the one that is asked for, by name
// or by number from 1. Dates are told from numbers by their format, in the systems of 1900 and 1904; formulas count as
// their last result. Hidden rows are left out, with a note. What is damaged, too large when it is unpacked (a zip bomb)
// or no workbook is an error among the diagnostics, and the sheet is then empty: nothing fails. Pure.
#pragma once

#include <string_view>

#include "jalon/sheet.h"

namespace jalon {

SheetText read_workbook(std::string_view bytes, std::string_view sheet);

}  // namespace jalon
