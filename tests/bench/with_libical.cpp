// The same components as jalon's, built and printed one at a time by libical 3, the reference implementation.
// Usage: bench_libical CALENDAR OUT     Prints the seconds that building and printing took: by the clock, and of the
// processor.
#include <libical/ical.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "bench/components.h"
#include "bench/stopwatch.h"

namespace {

using namespace jalon::bench;

icaltimetype to_ical(const Property& property) {
  icaltimetype time = icaltime_null_time();
  time.year = property.time.year;
  time.month = property.time.month;
  time.day = property.time.day;
  time.is_date = property.type == ValueType::date ? 1 : 0;
  if (time.is_date == 0) {
    time.hour = property.time.hour;
    time.minute = property.time.minute;
    time.second = property.time.second;
  }
  if (property.type == ValueType::utc) time.zone = icaltimezone_get_utc_timezone();
  return time;
}

icalproperty* with_zone(icalproperty* made, const Property& property) {
  if (!property.zone.empty()) icalproperty_add_parameter(made, icalparameter_new_tzid(property.zone.data()));
  return made;
}

icalproperty* new_trigger(const Property& property) {
  icaltriggertype trigger = icaltriggertype_from_int(static_cast<int>(property.number));
  icalproperty* made = icalproperty_new_trigger(trigger);
  if (property.head.find("RELATED=END") != std::string_view::npos) {
    icalproperty_add_parameter(made, icalparameter_new_related(ICAL_RELATED_END));
  }
  return made;
}

std::string with_commas(std::string_view texts) {
  std::string all(texts);
  std::replace(all.begin(), all.end(), text_separator, ',');
  return all;
}

using Maker = icalproperty* (*)(const Property&);

// How each property is made from its value by libical's own typed constructor.
const std::map<std::string_view, Maker>& makers() {
  static const std::map<std::string_view, Maker> all{
      {"SUMMARY", [](const Property& p) { return icalproperty_new_summary(p.text.data()); }},
      {"DESCRIPTION", [](const Property& p) { return icalproperty_new_description(p.text.data()); }},
      {"LOCATION", [](const Property& p) { return icalproperty_new_location(p.text.data()); }},
      {"CATEGORIES", [](const Property& p) { return icalproperty_new_categories(with_commas(p.text).c_str()); }},
      {"UID", [](const Property& p) { return icalproperty_new_uid(p.text.data()); }},
      {"SEQUENCE", [](const Property& p) { return icalproperty_new_sequence(static_cast<int>(p.number)); }},
      {"PRIORITY", [](const Property& p) { return icalproperty_new_priority(static_cast<int>(p.number)); }},
      {"DTSTAMP", [](const Property& p) { return icalproperty_new_dtstamp(to_ical(p)); }},
      {"DTSTART", [](const Property& p) { return with_zone(icalproperty_new_dtstart(to_ical(p)), p); }},
      {"DTEND", [](const Property& p) { return with_zone(icalproperty_new_dtend(to_ical(p)), p); }},
      {"DUE", [](const Property& p) { return with_zone(icalproperty_new_due(to_ical(p)), p); }},
      {"TRIGGER", new_trigger},
      {"TRANSP",
       [](const Property& p) {
         return icalproperty_new_transp(p.text == "OPAQUE" ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT);
       }},
      {"ACTION", [](const Property&) { return icalproperty_new_action(ICAL_ACTION_DISPLAY); }},
      {"RRULE",
       [](const Property& p) { return icalproperty_new_rrule(icalrecurrencetype_from_string(p.text.data())); }},
  };
  return all;
}

// Each component with the constructors of its properties already looked up: the search is no part of what is timed.
struct Recipe {
  const Component* component;
  std::vector<Maker> makers;
  std::vector<Recipe> parts;
};

icalproperty* make_from_line(const Property& property) {
  const std::string line = std::string(property.head) + property.text.data();
  return icalproperty_new_from_string(line.c_str());
}

Recipe recipe_of(const Component& component) {
  Recipe recipe{&component, {}, {}};
  for (const Property& property : component.properties) {
    const auto maker = makers().find(property.name);
    recipe.makers.push_back(maker == makers().end() ? make_from_line : maker->second);
  }
  for (const Component& part : component.parts) recipe.parts.push_back(recipe_of(part));
  return recipe;
}

icalcomponent* make_component(const Recipe& recipe) {
  icalcomponent* made = icalcomponent_new(icalcomponent_string_to_kind(recipe.component->name.data()));
  for (std::size_t i = 0; i < recipe.makers.size(); ++i) {
    icalcomponent_add_property(made, recipe.makers[i](recipe.component->properties[i]));
  }
  for (const Recipe& part : recipe.parts) icalcomponent_add_component(made, make_component(part));
  return made;
}

void print(const Recipe& recipe, std::FILE* out) {
  icalcomponent* made = make_component(recipe);
  char* text = icalcomponent_as_ical_string_r(made);
  std::fputs(text, out);
  std::free(text);
  icalcomponent_free(made);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Components calendar = load_components(argv[1]);
  std::vector<Recipe> recipes;
  for (const Component& component : calendar.components) recipes.push_back(recipe_of(component));
  std::FILE* out = std::fopen(argv[2], "wb");
  if (out == nullptr) return 2;

  const Stopwatch watch;
  std::fputs(calendar.head.c_str(), out);
  for (const Recipe& recipe : recipes) print(recipe, out);
  std::fputs(calendar.tail.c_str(), out);
  std::fclose(out);
  watch.print();
}
