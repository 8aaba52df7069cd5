#include "ical/zones/vtimezone.h"

#include <array>
#include <string>

#include "ical/lines/values.h"
#include "ical/zones/observances.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 7> weekday_codes = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

// "1SU" the first, "-1SU" the last; another run of seven days is spelled out.
std::string days_of(const YearlyRule& rule) {
  if (!rule.weekday) return ";BYMONTHDAY=" + std::to_string(rule.first_day);
  const std::string code(weekday_codes[rule.weekday->c_encoding()]);
  const auto last = std::chrono::year{2001} / rule.month / std::chrono::last;
  if (rule.month != std::chrono::February && rule.first_day + 6 == static_cast<unsigned>(last.day())) {
    return ";BYDAY=-1" + code;
  }
  if (rule.first_day % 7 == 1) return ";BYDAY=" + std::to_string(rule.first_day / 7 + 1) + code;
  std::string text = ";BYDAY=" + code + ";BYMONTHDAY=" + std::to_string(rule.first_day);
  for (unsigned day = rule.first_day + 1; day < rule.first_day + 7; ++day) text += "," + std::to_string(day);
  return text;
}

void write_rule(ContentLines& lines, const Observance& observance) {
  lines.begin("RRULE:FREQ=YEARLY;BYMONTH=");
  lines.put(number_value(static_cast<unsigned>(observance.rule->month)));
  lines.plain(days_of(*observance.rule));
  if (observance.until) {
    lines.plain(";UNTIL=");
    lines.plain(utc_value(*observance.until));
  }
  lines.end();
}

void write_observance(ContentLines& lines, const Observance& observance) {
  const std::string_view kind = observance.daylight ? "DAYLIGHT\r\n" : "STANDARD\r\n";
  lines.begin("BEGIN:");
  lines.put(kind);
  lines.begin("DTSTART:");
  lines.put(time_value(observance.start));
  lines.end();
  if (observance.rule) write_rule(lines, observance);
  lines.text_line("TZNAME:", observance.name);
  lines.begin("TZOFFSETFROM:");
  lines.put(offset_value(observance.from));
  lines.end();
  lines.begin("TZOFFSETTO:");
  lines.put(offset_value(observance.to));
  lines.end();
  lines.begin("END:");
  lines.put(kind);
}

}  // namespace

void write_vtimezone(ContentLines& lines, const Zone& zone, LocalTime earliest, std::optional<LocalTime> latest) {
  lines.put("BEGIN:VTIMEZONE\r\n");
  lines.text_line("TZID:", zone.name());
  for (const auto& observance : make_observances(zone, earliest, latest)) write_observance(lines, observance);
  lines.put("END:VTIMEZONE\r\n");
}

}  // namespace jalon
