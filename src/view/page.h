// Plans as one page that a browser opens: month grids, a timeline, lists, what wants attention.
//
// Gives HTML in UTF-8 that needs nothing else: no network, and a Content-Security-Policy that forbids it; no style and
// no script but its own, named by their hashes. All that comes from a plan is escaped. Where scripts are forbidden it
// is a plain list. Pure: the same table gives the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "jalon/language.h"
#include "view/timetable.h"

namespace jalon {

std::string page(const Timetable& table, std::string_view zone, Language language);

}  // namespace jalon
