// Writes the VTIMEZONE of every zone named on standard input, one a line, right from 1 January of the first year given
// to 31 December of the second, or for ever where there is none.  Usage: vtimezone_writer FIRST-YEAR [LAST-YEAR]
#include <cstdlib>
#include <iostream>
#include <string>

#include "ical/zones/vtimezone.h"

namespace {

using namespace jalon;

Day new_year(const char* year) { return Day{std::chrono::year{std::atoi(year)} / 1 / 1}; }

}  // namespace

int main(int argc, char** argv) {
  const LocalTime earliest = new_year(argv[1]);
  std::optional<LocalTime> latest;
  if (argc > 2) latest = LocalTime{new_year(argv[2])} + std::chrono::years{1};
  const ContentLines::Sink sink = [](std::string_view bytes) { std::cout << bytes; };
  ContentLines lines(sink);
  lines.put("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//jalon//jalon//EN\r\n");
  for (std::string name; std::getline(std::cin, name);) {
    const auto zone = Zone::find(name);
    if (!zone) {
      std::cerr << name << ": " << message_of(zone.error(), Language::english) << '\n';
      return 1;
    }
    write_vtimezone(lines, *zone, earliest, latest);
  }
  lines.put("END:VCALENDAR\r\n");
  lines.flush();
  return 0;
}
