// Any bytes as an existing calendar.
#include <string>

#include "fuzz/hold_plan.h"
#include "jalon/calendar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalon;
  CalendarReading reading;
  reading.system_zone = "America/Toronto";
  fuzz::hold_plan(read_calendar("plan.ics", std::string(fuzz::text_of(data, size)), reading));
  return 0;
}
