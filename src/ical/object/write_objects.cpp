#include <algorithm>
#include <cassert>

#include "ical/lines/content_lines.h"
#include "ical/lines/physical_lines.h"
#include "ical/write/forms.h"
#include "ical/zones/vtimezone.h"
#include "jalon/object.h"

namespace jalon {
namespace {

constexpr Form forms[] = {Form::event, Form::todo};

// A time zone that holds for whenever the object is moved to later.
std::string zone_lines(const Plan& plan, const Zone& zone) {
  LocalTime earliest = LocalTime::max();
  for (const Action& action : plan.actions) {
    if (action.when.kind == WhenKind::undated) continue;
    earliest = std::min(earliest, action.when.end);
    if (action.when.kind != WhenKind::deadline) earliest = std::min(earliest, action.when.start);
  }
  if (earliest == LocalTime::max() || zone.is_utc()) return {};
  std::string text;
  const ContentLines::Sink sink = [&](std::string_view bytes) { text += bytes; };
  ContentLines lines(sink);
  write_vtimezone(lines, zone, earliest - std::chrono::days{1}, std::nullopt);
  lines.flush();
  return text;
}

// Cuts a calendar with all components into one calendar a component.
class Cutter {
 public:
  Cutter(std::string_view calendar, std::string zone) : rest_(calendar), zone_(std::move(zone)) {
    std::string_view line = next();
    for (; !line.starts_with("BEGIN:VTIMEZONE") && !is_component(line) && !rest_.empty(); line = next()) {
      if (!is_of_collection(line)) head_ += line;
    }
    while (!is_component(line) && !rest_.empty()) line = next();
    first_ = line;
  }

  std::string cut() {
    std::string component;
    bool zoned = false;
    for (std::string_view line = first_; !line.starts_with("END:VEVENT") && !line.starts_with("END:VTODO");
         line = next()) {
      if (line.find(";TZID=") != std::string_view::npos) zoned = true;
      component += line;
    }
    component += component.starts_with("BEGIN:VEVENT") ? "END:VEVENT\r\n" : "END:VTODO\r\n";
    first_ = next();
    return head_ + (zoned ? zone_ : "") + component + "END:VCALENDAR\r\n";
  }

 private:
  static bool is_component(std::string_view line) {
    return line.starts_with("BEGIN:VEVENT") || line.starts_with("BEGIN:VTODO");
  }
  // An object of a collection does not name the collection.
  static bool is_of_collection(std::string_view line) {
    const std::string_view name = property_name(line);
    return name == "NAME" || name == "X-WR-CALNAME" || name == "COLOR";
  }
  std::string_view next() { return rest_.empty() ? std::string_view() : take_content_line(rest_).bytes; }

  std::string_view rest_;
  std::string zone_;
  std::string head_;
  std::string_view first_;
};

}  // namespace

std::vector<WrittenObject> write_objects(const Plan& plan, const Zone& zone, std::span<const std::string> uids,
                                         const CalendarOptions& options) {
  assert(uids.size() == plan.actions.size());
  std::string calendar;
  write_calendar(plan, zone, uids, {}, options, [&](std::string_view bytes) { calendar += bytes; });
  Cutter cutter(calendar, zone_lines(plan, zone));
  std::vector<WrittenObject> objects;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    for (const Form form : forms) {
      if (!has_form(plan.actions[i].when, form, options.deadlines)) continue;
      objects.push_back({form == Form::todo ? todo_uid(uids[i]) : uids[i], i, cutter.cut()});
    }
  }
  return objects;
}

}  // namespace jalon
