// Writes a zone as VTIMEZONE (RFC 5545 section 3.6.5), right for every local time of a span.
#pragma once

#include <optional>

#include "ical/lines/content_lines.h"
#include "jalon/zone.h"

namespace jalon {

// `latest` none: for ever.
void write_vtimezone(ContentLines& lines, const Zone& zone, LocalTime earliest, std::optional<LocalTime> latest);

}  // namespace jalon
