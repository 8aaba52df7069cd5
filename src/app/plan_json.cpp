#include "app/plan_json.h"

#include "app/action_json.h"
#include "app/json.h"

namespace jalon {
namespace {

constexpr std::string_view first_member = "{\"jalon\":1,";

Json settings_of(const Plan& plan, std::string_view zone) {
  Json json;
  json["jalon"] = 1;
  json["type"] = "plan";
  json["title"] = plan.title;
  if (!plan.id.empty()) json["id"] = plan.id;
  if (!plan.calendar.empty()) json["calendar"] = plan.calendar;
  json["lang"] = language_code(plan.language);
  json["timezone"] = zone;
  const Day day = std::chrono::floor<std::chrono::days>(plan.as_of);
  const bool moment = plan.as_of_given && plan.as_of != LocalTime{day};
  json["as_of"] = moment ? json_time(plan.as_of) : json_time(day);
  return json;
}

Json numbers_of(std::span<const std::uint32_t> actions) {
  Json numbers = Json::array();
  for (const std::uint32_t index : actions) numbers.push_back(index + 1);
  return numbers;
}

// What says nothing is left out, but for the reminders: none is not the default ones.
bool says_something(const std::string& name, const Json& value) {
  if (name == "reminders" || value.is_boolean()) return true;
  if (value.is_null() || value == Json(0)) return false;
  return !(value.is_string() || value.is_array()) || !value.empty();
}

Json action_json(const Plan& plan, std::size_t index) {
  const Action& action = plan.actions[index];
  Json all;
  all["n"] = index + 1;
  all["title"] = action.title;
  all["id"] = action.id;
  add_when(all, action.when, plan.language);
  add_people_and_place(all, plan, action);
  add_state(all, action);
  all["parent"] = action.parent == no_index ? Json() : Json(action.parent + 1);
  all["after"] = numbers_of(action.after);
  Json json;
  for (auto& [name, value] : all.items()) {
    const bool counts = name != "words" && name != "timed" && says_something(name, value);
    if (counts) json[name] = value;
  }
  return json;
}

std::string dumped(const Json& json) {
  std::string line = json_line(json);
  line.pop_back();
  return line;
}

}  // namespace

void write_plan_json(const Plan& plan, std::string_view zone, JsonShape shape, const ByteSink& sink) {
  const bool document = shape == JsonShape::document;
  std::string head = dumped(settings_of(plan, zone));
  if (document) head.replace(head.size() - 1, 1, ",\"actions\":[");
  sink(head + "\n");
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const bool more = document && i + 1 < plan.actions.size();
    sink(dumped(action_json(plan, i)) + (more ? ",\n" : "\n"));
  }
  if (document) sink("]}\n");
}

bool is_plan_json(std::string_view bytes) { return bytes.starts_with(first_member); }

}  // namespace jalon
