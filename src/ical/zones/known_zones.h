// The names of the system's time zones, for the person who mistyped one.
#pragma once

#include <string>
#include <string_view>

namespace jalon {

// The known IANA name nearest to `name`: by the whole ("America/Tornto"), else by its last part ("Montreal"). Empty
// where none is near, or where the system has no list. Reads tzdata's compact source (zic(8)).
std::string nearest_zone(std::string_view name);

}  // namespace jalon
