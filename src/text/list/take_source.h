// The bytes of a file become a plan's source; and its faults are put in the order of the text.
#pragma once

#include <string>

#include "jalon/plan.h"

namespace jalon::list {

// With a note where they are not UTF-8.
void take_source(Plan& plan, std::string bytes);

void sort_diagnostics(Plan& plan);

}  // namespace jalon::list
