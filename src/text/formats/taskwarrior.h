// The JSON of Taskwarrior's `task export` (RFC «Taskwarrior JSON Format» of that project).
//
// Dates are instants in UTC; one at local midnight is a day. `due` makes a deadline, `scheduled` begins it; `project`
// is the section, `uuid` the identity, `depends` what comes first, annotations the notes. A recurring task stands for
// all its instances, which are left out, as is what was deleted.
#pragma once

#include <string>
#include <string_view>

#include "jalon/list.h"
#include "jalon/plan.h"

namespace jalon::formats {

Plan read_taskwarrior(std::string name, std::string bytes, const ListOptions& options);

// Whether JSON is such an export: its tasks have these three members.
bool is_taskwarrior(std::string_view text);

// «weekly», «2weeks», «P1M», «weekdays»; nothing where it is none.
std::optional<Recurrence> parse_period(std::string_view text);

}  // namespace jalon::formats
