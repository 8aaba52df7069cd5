// The whole way, from a list to a calendar and back: what is written keeps the rules of RFC 5545 section 3.1, can be
// read again, and is not changed by being written over itself.
#include <string>

#include "fuzz/hold_plan.h"
#include "jalon/calendar.h"
#include "jalon/identity.h"

namespace {

using namespace jalon;

std::string write(const Plan& plan, const std::vector<std::string>& uids, std::span<const PreviousItem> previous) {
  static const Zone zone = Zone::find("America/Toronto").value();
  CalendarOptions options;
  options.deadlines = DeadlineForm::both;
  std::string ics;
  write_calendar(plan, zone, uids, previous, options, [&](std::string_view bytes) { ics += bytes; });
  return ics;
}

std::vector<std::string> uids_of(const Plan& plan) {
  std::vector<Identifiable> wanted;
  for (const Action& action : plan.actions) {
    wanted.push_back(
        {{}, action.id, action.title, {}, action.when.kind, action.when.timed, action.when.start, action.when.end});
  }
  return identify("plan", wanted, {});
}

void hold_lines(std::string_view ics) {
  fuzz::hold(ics.ends_with("END:VCALENDAR\r\n"), "a calendar ends");
  while (!ics.empty()) {
    const std::size_t end = ics.find("\r\n");
    const std::string_view line = ics.substr(0, end);
    fuzz::hold(line.size() <= 75, "a line has at most 75 octets");
    fuzz::hold(line.find_first_of("\r\n") == std::string_view::npos, "a line ends with CRLF only");
    fuzz::hold(line.size() < 2 || (static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80,
               "no character is cut");
    ics.remove_prefix(end + 2);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Plan plan = read_list("plan.md", std::string(fuzz::text_of(data, size)), fuzz::list_options());
  if (plan.actions.empty()) return 0;
  const auto uids = uids_of(plan);
  const std::string ics = write(plan, uids, {});
  hold_lines(ics);

  const auto previous = read_previous(ics);
  fuzz::hold(previous.has_value(), "what was written can be read");
  fuzz::hold(write(plan, uids, *previous) == ics, "writing over it changes nothing");
  return 0;
}
