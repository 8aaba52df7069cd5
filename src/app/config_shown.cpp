#include "app/config_shown.h"

#include <algorithm>

#include "app/config_files.h"
#include "app/json.h"
#include "base/source_place.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 5> source_names = {"command-line", "plan", "file", "system", "built-in"};

std::string_view built_in_value(Key key) {
  if (key == Key::deadlines) return "auto";
  if (key == Key::alarm_time) return "9:00";
  if (key == Key::working_hours) return "9:00-17:00";
  return key == Key::keep_going ? "false" : "";
}

ShownSetting from_file(std::string name, const ValueInForce& value) {
  const std::size_t line = PlaceFinder(value.file->config.text).at(value.span.begin).line;
  return {std::move(name), value.value, SettingSource::file, value.file->path, line};
}

ShownSetting show(Key key, const InForce& in_force, const SaidElsewhere& elsewhere, const std::string& plan,
                  const PlanSettings& of_plan) {
  const auto index = static_cast<std::size_t>(key);
  const std::string name(spec_of(key).name);
  if (const auto& given = elsewhere.command_line[index]) return {name, *given, SettingSource::command_line, {}, 0};
  const auto own = std::find_if(of_plan.settings.begin(), of_plan.settings.end(),
                                [&](const PlanSetting& setting) { return setting.name == name; });
  if (own != of_plan.settings.end()) return {name, own->value, SettingSource::plan, plan, own->line};
  if (const auto& said = in_force.values[index]) return from_file(name, *said);
  if (!elsewhere.system[index].empty()) return {name, elsewhere.system[index], SettingSource::system, {}, 0};
  return {name, std::string(built_in_value(key)), SettingSource::built_in, {}, 0};
}

void add_json(std::string& lines, std::string_view type, std::string_view name_key, const ShownSetting& setting) {
  Json json;
  json["type"] = type;
  json[std::string(name_key)] = setting.name;
  json[type == "person" ? "address" : "value"] = setting.value;
  json["source"] = source_names[static_cast<std::size_t>(setting.source)];
  if (setting.line > 0) json["file"] = setting.file;
  if (setting.line > 0) json["line"] = setting.line;
  lines += json_line(json);
}

}  // namespace

ShownSettings show_settings(const InForce& in_force, const SaidElsewhere& elsewhere, const std::string& plan,
                            const PlanSettings& of_plan) {
  ShownSettings shown;
  for (const ConfigFile* file : in_force.files) shown.files.push_back(file->path);
  for (const KeySpec& spec : key_specs()) {
    shown.settings.push_back(show(spec.key, in_force, elsewhere, plan, of_plan));
  }
  for (const PlanSetting& person : of_plan.people) {
    shown.people.push_back({person.name, person.value, SettingSource::plan, plan, person.line});
  }
  for (const PersonInForce& person : in_force.people) {
    const bool known = std::any_of(of_plan.people.begin(), of_plan.people.end(),
                                   [&](const PlanSetting& own) { return own.name == person.name; });
    if (!known) shown.people.push_back(from_file(person.name, person.address));
  }
  return shown;
}

std::string settings_json(const ShownSettings& shown) {
  std::string lines;
  for (const std::string& file : shown.files) lines += json_line({{"type", "file"}, {"path", file}});
  for (const ShownSetting& setting : shown.settings) add_json(lines, "setting", "key", setting);
  for (const ShownSetting& person : shown.people) add_json(lines, "person", "name", person);
  return lines;
}

}  // namespace jalon
