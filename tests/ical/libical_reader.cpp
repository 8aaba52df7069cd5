// What libical reads in calendars, as JSON in the form that reading.py describes.  Usage: libical_reader FILE…
#include <libical/ical.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using nlohmann::json;

constexpr int most_instances = 60;

std::string text(const char* value) { return value == nullptr ? "" : value; }

std::string parameter(icalproperty* property, const char* name) {
  char* value = icalproperty_get_parameter_as_string_r(property, name);
  const std::string result = text(value);
  icalmemory_free_buffer(value);
  return result;
}

std::string time_text(const icaltimetype& time) {
  char digits[40];
  if (time.is_date != 0) {
    std::snprintf(digits, sizeof digits, "%04d-%02d-%02d", time.year, time.month, time.day);
  } else {
    std::snprintf(digits, sizeof digits, "%04d-%02d-%02dT%02d:%02d:%02d", time.year, time.month, time.day, time.hour,
                  time.minute, time.second);
  }
  return digits;
}

std::string utc_text(icaltimetype time) {
  return time_text(icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone())) + "Z";
}

icaltimetype time_of(icalproperty* property, icalcomponent* calendar) {
  icaltimetype time = icalproperty_get_datetime_with_component(property, calendar);
  return time;
}

json moment(icalcomponent* component, icalproperty_kind kind, icalcomponent* calendar) {
  icalproperty* property = icalcomponent_get_first_property(component, kind);
  if (property == nullptr) return nullptr;
  const icaltimetype time = time_of(property, calendar);
  json result{{"value", time_text(time)}, {"zone", icaltime_is_utc(time) != 0 ? "UTC" : parameter(property, "TZID")}};
  if (time.is_date == 0) result["utc"] = utc_text(time);
  return result;
}

json exceptions(icalcomponent* component) {
  json found = json::array();
  for (auto* p = icalcomponent_get_first_property(component, ICAL_EXDATE_PROPERTY); p != nullptr;
       p = icalcomponent_get_next_property(component, ICAL_EXDATE_PROPERTY)) {
    found.push_back(time_text(icalproperty_get_exdate(p)));
  }
  return found;
}

json instances(icalcomponent* component, icalcomponent* calendar) {
  icalproperty* rule = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY);
  if (rule == nullptr) return nullptr;
  icaltimetype start = time_of(icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY), calendar);
  icalrecurrencetype parts = icalproperty_get_rrule(rule);
  // By the clocks of its zone: libical moves instances that the clocks skip, and some next to them.
  if (start.zone != nullptr && icaltime_is_null_time(parts.until) == 0) {
    parts.until = icaltime_convert_to_zone(parts.until, const_cast<icaltimezone*>(start.zone));
  }
  start.zone = parts.until.zone = nullptr;
  const json excepted = exceptions(component);
  json found = json::array();
  icalrecur_iterator* iterator = icalrecur_iterator_new(parts, start);
  for (icaltimetype next = icalrecur_iterator_next(iterator);
       icaltime_is_null_time(next) == 0 && found.size() < most_instances; next = icalrecur_iterator_next(iterator)) {
    const std::string instance = time_text(next);
    if (std::find(excepted.begin(), excepted.end(), instance) == excepted.end()) found.push_back(instance);
  }
  icalrecur_iterator_free(iterator);
  return found;
}

json alarms(icalcomponent* component) {
  json found = json::array();
  for (auto* alarm = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT); alarm != nullptr;
       alarm = icalcomponent_get_next_component(component, ICAL_VALARM_COMPONENT)) {
    icalproperty* trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    const std::string related = parameter(trigger, "RELATED");
    found.push_back({{"related", related.empty() ? "START" : related},
                     {"seconds", icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration)},
                     {"description", text(icalcomponent_get_description(alarm))}});
  }
  return found;
}

json texts(icalcomponent* component, icalproperty_kind kind, const char* (*get)(const icalproperty*)) {
  json found = json::array();
  for (auto* p = icalcomponent_get_first_property(component, kind); p != nullptr;
       p = icalcomponent_get_next_property(component, kind)) {
    found.push_back(text(get(p)));
  }
  return found;
}

json relations(icalcomponent* component) {
  json found = json::array();
  for (auto* p = icalcomponent_get_first_property(component, ICAL_RELATEDTO_PROPERTY); p != nullptr;
       p = icalcomponent_get_next_property(component, ICAL_RELATEDTO_PROPERTY)) {
    found.push_back({parameter(p, "RELTYPE"), text(icalproperty_get_relatedto(p))});
  }
  return found;
}

// A property's value as it stands in the file; empty where there is none.
std::string plain(icalcomponent* component, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(component, kind);
  return property == nullptr ? "" : text(icalproperty_get_value_as_string(property));
}

json reading(icalcomponent* component, icalcomponent* calendar) {
  return {{"kind", icalcomponent_kind_to_string(icalcomponent_isa(component))},
          {"uid", text(icalcomponent_get_uid(component))},
          {"summary", text(icalcomponent_get_summary(component))},
          {"description", text(icalcomponent_get_description(component))},
          {"location", text(icalcomponent_get_location(component))},
          {"url", plain(component, ICAL_URL_PROPERTY)},
          {"categories", texts(component, ICAL_CATEGORIES_PROPERTY, icalproperty_get_categories)},
          {"priority", plain(component, ICAL_PRIORITY_PROPERTY)},
          {"percent", plain(component, ICAL_PERCENTCOMPLETE_PROPERTY)},
          {"status", plain(component, ICAL_STATUS_PROPERTY)},
          {"transp", plain(component, ICAL_TRANSP_PROPERTY)},
          {"sequence", plain(component, ICAL_SEQUENCE_PROPERTY)},
          {"stamp", moment(component, ICAL_DTSTAMP_PROPERTY, calendar)},
          {"completed", moment(component, ICAL_COMPLETED_PROPERTY, calendar)},
          {"start", moment(component, ICAL_DTSTART_PROPERTY, calendar)},
          {"end", moment(component, ICAL_DTEND_PROPERTY, calendar)},
          {"due", moment(component, ICAL_DUE_PROPERTY, calendar)},
          {"relations", relations(component)},
          {"alarms", alarms(component)},
          {"instances", instances(component, calendar)}};
}

json readings(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  icalcomponent* calendar = icalparser_parse_string(bytes.c_str());
  json found = json::array();
  for (auto* component = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT); component != nullptr;
       component = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
    if (icalcomponent_isa(component) != ICAL_VTIMEZONE_COMPONENT) found.push_back(reading(component, calendar));
  }
  icalcomponent_free(calendar);
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  ical_set_unknown_token_handling_setting(ICAL_ASSUME_IANA_TOKEN);  // ESTIMATED-DURATION is newer than libical 3
  json all = json::object();
  for (int i = 1; i < argc; ++i) all[argv[i]] = readings(argv[i]);
  std::cout << all.dump() << '\n';
  return 0;
}
