// Plans as a timeline: a row an action, a bar from its start until it is due or over, a mark a deadline or an instance.
//
// Takes a timetable; gives UTF-8 lines that end in line feeds, safe for a terminal, at most as wide as the sheet
// (without a width: 100 columns). Pure.
#pragma once

#include <string>

#include "jalon/language.h"
#include "view/ink.h"
#include "view/timetable.h"

namespace jalon {

std::string timeline(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language);

}  // namespace jalon
