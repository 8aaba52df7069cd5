#include <array>

#include "base/source_place.h"
#include "jalon/list.h"
#include "text/list/front_matter.h"
#include "text/list/source.h"

namespace jalon {
namespace {

// In the order of list::Setting.
constexpr std::array<std::string_view, 12> names = {"",    "title",  "as of", "timezone", "lang", "calendar",
                                                    "due", "remind", "owner", "people",   "tags", "id"};

std::string joined(const list::SettingField& field) {
  std::string result;
  for (const list::SettingValue& value : field.values) result += (result.empty() ? "" : ", ") + value.text;
  return result;
}

}  // namespace

PlanSettings read_plan_settings(std::string bytes) {
  const list::SourceText source = list::decode_source(std::move(bytes));
  PlaceFinder places(source.text);
  PlanSettings result;
  for (const list::SettingField& field : list::read_front_matter(source.text).fields) {
    const std::size_t line = places.at(field.key.begin).line;
    if (field.setting == list::Setting::people) {
      for (const list::SettingValue& value : field.values) {
        result.people.push_back({value.name, value.text, places.at(value.span.begin).line});
      }
    } else if (field.setting != list::Setting::unknown) {
      result.settings.push_back({std::string(names[static_cast<std::size_t>(field.setting)]), joined(field), line});
    }
  }
  return result;
}

}  // namespace jalon
