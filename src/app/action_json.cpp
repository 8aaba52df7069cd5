#include "app/action_json.h"

#include <array>

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> statuses = {"open", "begun", "done", "cancelled"};

Json minutes(std::span<const std::chrono::minutes> durations) {
  Json list = Json::array();
  for (const auto duration : durations) list.push_back(duration.count());
  return list;
}

Json texts(std::span<const std::string_view> items) {
  Json list = Json::array();
  for (const std::string_view item : items) list.push_back(item);
  return list;
}

}  // namespace

Json people_json(std::span<const Person> persons) {
  Json list = Json::array();
  for (const Person& person : persons) {
    list.push_back({{"name", person.name}, {"address", person.address.empty() ? Json() : Json(person.address)}});
  }
  return list;
}

void add_people_and_place(Json& json, const Plan& plan, const Action& action) {
  const bool in_section = action.section != no_index;
  json["section"] = in_section ? Json(plan.sections[action.section].title) : Json();
  json["owners"] = people_json(action.owners);
  json["attendees"] = people_json(action.attendees);
  json["tags"] = texts(action.tags);
  json["location"] = action.location;
  json["url"] = action.url;
  json["description"] = action.description;
}

void add_state(Json& json, const Action& action) {
  json["priority"] = action.priority;
  json["effort"] = action.effort.count();
  json["reminders"] = minutes(action.alarms);
  json["status"] = statuses[static_cast<std::size_t>(action.status)];
  json["percent"] = action.percent;
  json["completed"] = action.completed ? Json(json_time(*action.completed)) : Json();
}

}  // namespace jalon
