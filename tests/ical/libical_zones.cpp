// Which offsets libical reads in the VTIMEZONEs of a calendar.  Usage: libical_zones CALENDAR INSTANTS
// INSTANTS: JSON, for each TZID a list of seconds since 1970. Prints the same with the offset at each, in seconds.
#include <libical/ical.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

int main(int, char** argv) {
  std::ifstream calendar_file(argv[1], std::ios::binary), instants_file(argv[2]);
  const std::string bytes{std::istreambuf_iterator<char>(calendar_file), {}};
  nlohmann::json answer = nlohmann::json::parse(instants_file);
  icalcomponent* calendar = icalparser_parse_string(bytes.c_str());
  for (auto& [name, instants] : answer.items()) {
    icaltimezone* zone = icalcomponent_get_timezone(calendar, name.c_str());
    for (auto& instant : instants) {
      icaltimetype time =
          icaltime_from_timet_with_zone(instant.get<std::int64_t>(), 0, icaltimezone_get_utc_timezone());
      instant = icaltimezone_get_utc_offset_of_utc_time(zone, &time, nullptr);
    }
  }
  icalcomponent_free(calendar);
  std::cout << answer.dump() << '\n';
  return 0;
}
