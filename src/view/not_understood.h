// The lines of plans in which an error stands: each with its file, its line and what is wrong.
#pragma once

#include <string>

#include "jalon/language.h"
#include "view/ink.h"
#include "view/timetable.h"

namespace jalon {

// Under a heading, with the first line empty; empty where there is no error. Safe for a terminal.
std::string not_understood(const Timetable& table, const Sheet& sheet, Language language);

}  // namespace jalon
