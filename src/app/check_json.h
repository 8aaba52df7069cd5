// The reading of a plan for programs: one object a line, of type "plan", then "action", "diagnostic" and "summary".
#pragma once

#include <string>

#include "app/check.h"
#include "jalon/language.h"

namespace jalon {

std::string check_json(const CheckOutcome& outcome, Language language);

}  // namespace jalon
