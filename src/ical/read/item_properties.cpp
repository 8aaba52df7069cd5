#include "ical/read/item_properties.h"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>

namespace jalon {
namespace {

constexpr std::array<std::string_view, 13> item_properties = {
    "UID",       "SUMMARY",    "CATEGORIES",   "DTSTART",      "DTEND",          "DUE", "DTSTAMP", "SEQUENCE",
    "COMPLETED", "X-JALON-ID", "X-JALON-MARK", "X-JALON-WHEN", "X-JALON-SECTION"};

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(icalparser* parser) const { icalparser_free(parser); }
};

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::optional<Moment> moment_of(const icaltimetype& time) {
  const std::chrono::year_month_day date{std::chrono::year{time.year},
                                         std::chrono::month(static_cast<unsigned>(time.month)),
                                         std::chrono::day(static_cast<unsigned>(time.day))};
  const bool valid_time =
      time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 && time.second >= 0 && time.second <= 60;
  if (icaltime_is_null_time(time) || !date.ok() || !valid_time) return std::nullopt;
  if (time.is_date) return Moment{Day{date}, false};
  return Moment{Day{date} + std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} +
                std::chrono::seconds{time.second}};
}

std::optional<std::chrono::sys_seconds> instant_of(const icaltimetype& time) {
  const auto moment = moment_of(time);
  if (!moment) return std::nullopt;
  return std::chrono::sys_seconds{moment->time.time_since_epoch()};
}

void take_own(ItemProperties& item, icalproperty* property) {
  const std::string name = text_of(icalproperty_get_x_name(property));
  std::string value = text_of(icalproperty_get_x(property));
  if (name == "X-JALON-ID") item.id = std::move(value);
  if (name == "X-JALON-MARK") item.mark = std::move(value);
  if (name == "X-JALON-WHEN") item.when = std::move(value);
  if (name == "X-JALON-SECTION") item.in_section = false;
}

void take(ItemProperties& item, icalproperty* property) {
  switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY:
      item.uid = text_of(icalproperty_get_uid(property));
      break;
    case ICAL_SUMMARY_PROPERTY:
      item.summary = text_of(icalproperty_get_summary(property));
      break;
    case ICAL_CATEGORIES_PROPERTY:
      if (item.category.empty()) item.category = text_of(icalproperty_get_categories(property));
      break;
    case ICAL_DTSTART_PROPERTY:
      item.start = moment_of(icalproperty_get_dtstart(property));
      break;
    case ICAL_DTEND_PROPERTY:
      item.end = moment_of(icalproperty_get_dtend(property));
      break;
    case ICAL_DUE_PROPERTY:
      item.due = moment_of(icalproperty_get_due(property));
      break;
    case ICAL_DTSTAMP_PROPERTY:
      item.stamp = instant_of(icalproperty_get_dtstamp(property));
      break;
    case ICAL_COMPLETED_PROPERTY:
      item.completed = instant_of(icalproperty_get_completed(property));
      break;
    case ICAL_SEQUENCE_PROPERTY:
      item.sequence = static_cast<std::uint32_t>(std::max(0, icalproperty_get_sequence(property)));
      break;
    case ICAL_X_PROPERTY:
      take_own(item, property);
      break;
    default:
      break;
  }
}

}  // namespace

bool is_item_property(std::string_view name) {
  return std::find(item_properties.begin(), item_properties.end(), name) != item_properties.end();
}

// Line by line: what libical reads from a whole text at once, it copies again with each 80 octets of a line.
ItemProperties read_item_properties(std::string lines) {
  ItemProperties item;
  const std::unique_ptr<icalparser, Free> parser(icalparser_new());
  std::unique_ptr<icalcomponent, Free> component;
  for (char* line = lines.data(); line != lines.data() + lines.size(); line += std::strlen(line) + 1) {
    component.reset(icalparser_add_line(parser.get(), line));
  }
  if (component == nullptr) return item;
  for (auto* property = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY)) {
    take(item, property);
  }
  return item;
}

}  // namespace jalon
