#include "app/online/unmade_calendar.h"

#include "base/catalogue.h"

namespace jalon {

UnmadeCalendar::UnmadeCalendar(const Calendar& calendar) {
  facts_.address = to_string(calendar.url);
  facts_.name = calendar.name;
  facts_.keeps = calendar.keeps;
}

Error UnmadeCalendar::missing() const { return {ErrorKind::config, Code::dav_no_calendar, {facts_.name, "–"}}; }

std::string UnmadeCalendar::href_of_new(std::string_view uid) const { return facts_.address + std::string(uid); }

Result<Listing> UnmadeCalendar::list(std::string_view) { return Listing(); }

Result<void> UnmadeCalendar::read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) {
  for (std::size_t i = 0; i < hrefs.size(); ++i) {
    if (each({i, ReadStatus::gone, {}, {}, {}}) == Flow::stop) break;
  }
  return {};
}

Result<void> UnmadeCalendar::write(std::span<const ObjectWrite> writes, const std::function<Flow(WriteOutcome)>&) {
  if (writes.empty()) return {};
  return missing();
}

Result<std::optional<Refusal>> UnmadeCalendar::write_whole(std::string_view) { return missing(); }

}  // namespace jalon
