#include "ical/write/calendar_head.h"

#include "ical/zones/vtimezone.h"

namespace jalon {

void write_calendar_head(ContentLines& lines, const Plan& plan, const CalendarOptions& options) {
  lines.put("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//jalon//jalon//");
  lines.put(plan.language == Language::french ? "FR" : "EN");
  lines.put("\r\nCALSCALE:GREGORIAN\r\n");
  const std::string_view name = options.name.empty() ? plan.title : options.name;
  if (!name.empty()) lines.text_line("NAME:", name);
  if (!name.empty()) lines.text_line("X-WR-CALNAME:", name);
  if (!options.color.empty()) lines.text_line("COLOR:", options.color);
}

void write_zone(ContentLines& lines, const Zone& zone, const TimeSpan& span) {
  if (!span.empty() && !zone.is_utc()) write_vtimezone(lines, zone, span.earliest(), span.end());
}

void count_kind(const When& when, CalendarCounts& counts) {
  if (when.kind == WhenKind::event) ++counts.events;
  if (when.is_deadline()) ++counts.deadlines;
  if (when.kind == WhenKind::undated) ++counts.undated;
}

}  // namespace jalon
