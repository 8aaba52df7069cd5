// What stands before the components of a calendar: its own properties and its zones; and how actions are counted.
#pragma once

#include "ical/lines/content_lines.h"
#include "ical/write/time_span.h"
#include "jalon/calendar.h"

namespace jalon {

void write_calendar_head(ContentLines& lines, const Plan& plan, const CalendarOptions& options);

// Nothing where no time needs it.
void write_zone(ContentLines& lines, const Zone& zone, const TimeSpan& span);

void count_kind(const When& when, CalendarCounts& counts);

}  // namespace jalon
