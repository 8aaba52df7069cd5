// The values of RRULE and EXDATE (RFC 5545 sections 3.3.10 and 3.8.5.1).
#pragma once

#include <string>
#include <string_view>

#include "jalon/when.h"

namespace jalon {

// `until`: the value of UNTIL, of DTSTART's type; empty where there is no limit.
std::string rule_value(const Recurrence& recurrence, std::string_view until);

}  // namespace jalon
