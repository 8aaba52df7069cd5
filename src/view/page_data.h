// Plans as the data of the page: what its script reads (src/view/page/start.js).
//
// Gives one JSON object in UTF-8 without any `<`, `>` or `&`, so that it can stand in a script element as it is.
// Days are numbers from 1970-01-01. Pure.
#pragma once

#include <string>

#include "jalon/language.h"
#include "view/timetable.h"

namespace jalon {

std::string page_title(const Timetable& table);
std::string page_data(const Timetable& table, Language language);

}  // namespace jalon
