// Plans as an agenda: what is overdue, then week by week what takes place and what is due, then what has no date.
//
// Takes a timetable; gives UTF-8 lines that end in line feeds and are safe for a terminal. Weeks begin on Monday.
// An event of several days stands once in each of its weeks. Pure.
#pragma once

#include <string>

#include "jalon/language.h"
#include "view/ink.h"
#include "view/timetable.h"

namespace jalon {

std::string agenda(const Timetable& table, const Selection& selection, const Sheet& sheet, Language language);

}  // namespace jalon
