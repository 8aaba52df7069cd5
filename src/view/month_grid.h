// Plans as month grids: a week a row from Monday on, in each day as many titles as there is room for, and how many more
// there are; in a narrow place only marks.
//
// Takes a timetable; gives UTF-8 lines that end in line feeds, safe for a terminal, at most as wide as the sheet
// (without a width: 100 columns). Months without anything between others are left out. Pure.
#pragma once

#include <string>

#include "jalon/language.h"
#include "view/ink.h"
#include "view/timetable.h"

namespace jalon {

std::string month_grids(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language);

}  // namespace jalon
