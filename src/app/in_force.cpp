#include "app/in_force.h"

#include <algorithm>
#include <filesystem>

#include "app/config_files.h"
#include "app/css_colors.h"
#include "base/catalogue.h"
#include "base/path_pattern.h"
#include "base/source_place.h"
#include "jalon/phrase.h"
#include "jalon/zone.h"

namespace jalon {
namespace {

struct Layer {
  const ConfigFile* file;
  const SettingTable* scope;
};

struct Team {
  std::string name;
  const ConfigFile* file = nullptr;  // which names it for the plan; null: the plan is of no team
  SourceSpan span;
};

// From the file's folder; a path outside of it stays absolute, and so may a pattern be.
bool names_plan(const ConfigFile& file, const std::string& pattern, const std::string& path) {
  if (pattern.starts_with('/')) return matches_path(pattern, path);
  const std::string below = file.folder.ends_with('/') ? file.folder : file.folder + "/";
  return path.starts_with(below) && matches_path(pattern, std::string_view(path).substr(below.size()));
}

Team team_of_file(const ConfigFile& file, const std::string& path) {
  const Config& config = file.config;
  for (auto plan = config.plans.rbegin(); plan != config.plans.rend(); ++plan) {
    const auto& said = plan->said(Key::team);
    if (said && names_plan(file, plan->name, path)) return {said->value, &file, said->span};
  }
  for (const SettingTable& team : config.teams) {
    const auto names = [&](const std::string& pattern) { return names_plan(file, pattern, path); };
    if (std::any_of(team.plans.begin(), team.plans.end(), names)) return {team.name, &file, {}};
  }
  if (const auto& said = config.defaults.said(Key::team)) return {said->value, &file, said->span};
  return {};
}

Team team_of(const std::vector<const ConfigFile*>& files, const std::string& path) {
  for (const ConfigFile* file : files) {
    Team team = team_of_file(*file, path);
    if (team.file != nullptr) return team;
  }
  return {};
}

// The tables that count for a plan, those that win first.
std::vector<Layer> layers_of(const ConfigFile& file, const std::string& team, const std::string& path) {
  std::vector<Layer> layers;
  const Config& config = file.config;
  for (auto plan = config.plans.rbegin(); plan != config.plans.rend(); ++plan) {
    if (names_plan(file, plan->name, path)) layers.push_back({&file, &*plan});
  }
  if (const SettingTable* scope = config.find_team(team)) layers.push_back({&file, scope});
  layers.push_back({&file, &config.defaults});
  return layers;
}

void add(const Layer& layer, InForce& result) {
  for (std::size_t key = 0; key < key_count; ++key) {
    const auto& said = layer.scope->values[key];
    if (said && !result.values[key]) result.values[key] = ValueInForce{said->value, layer.file, said->span};
  }
  for (const Contact& contact : layer.scope->people) {
    const bool known = std::any_of(result.people.begin(), result.people.end(),
                                   [&](const PersonInForce& person) { return person.name == contact.name; });
    if (!known) result.people.push_back({contact.name, {contact.address, layer.file, contact.span}});
  }
}

Error unknown_team(const Team& team) {
  const std::size_t line = PlaceFinder(team.file->config.text).at(team.span.begin).line;
  return {ErrorKind::config, Code::config_no_team, {team.name, team.file->path + ":" + std::to_string(line)}};
}

bool is_date(const std::string& value) {
  return PhraseReader(PhraseContext{}).read(value).verdict == Reading::Verdict::when;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool is_color(std::string value) {
  for (char& c : value) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  const auto known = css_colors();
  return std::find(known.begin(), known.end(), value) != known.end();
}

// «8:30-16:30»: when work begins and ends.
std::optional<std::pair<std::chrono::minutes, std::chrono::minutes>> parse_hours(std::string_view value) {
  const std::size_t dash = value.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = parse_time_of_day(trimmed(value.substr(0, dash)));
  const auto end = parse_time_of_day(trimmed(value.substr(dash + 1)));
  return begin && end && *begin < *end ? std::optional(std::pair(*begin, *end)) : std::nullopt;
}

}  // namespace

Result<InForce> merge_settings(const std::string& path, const std::vector<const ConfigFile*>& files) {
  InForce result;
  result.files = files;
  const Team team = team_of(files, path);
  bool known = team.file == nullptr;
  for (const ConfigFile* file : files) {
    known = known || file->config.find_team(team.name) != nullptr;
    for (const Layer& layer : layers_of(*file, team.name, path)) add(layer, result);
  }
  if (!known) return unknown_team(team);
  if (team.file != nullptr) {
    result.values[static_cast<std::size_t>(Key::team)] = ValueInForce{team.name, team.file, team.span};
  }
  return result;
}

void add_defaults(const InForce& in_force, Settings& settings) {
  PlanDefaults& defaults = settings.defaults;
  const std::string lang = in_force.value(Key::lang);
  defaults.timezone = in_force.value(Key::timezone);
  defaults.list.language = parse_language(lang);
  defaults.list.numeric_order = numeric_order_of(lang);
  defaults.list.due = in_force.value(Key::due);
  defaults.list.remind = in_force.value(Key::remind);
  defaults.list.owner = in_force.value(Key::owner);
  defaults.list.tags = in_force.value(Key::tags);
  defaults.list.holidays = in_force.value(Key::holidays);
  defaults.list.working_days = in_force.value(Key::working_days);
  if (const auto hours = parse_hours(in_force.value(Key::working_hours))) defaults.list.end_of_day = hours->second;
  defaults.list.people.clear();
  for (const PersonInForce& person : in_force.people) {
    defaults.list.people.push_back({person.name, person.address.value});
  }
}

bool is_value_of(Key key, const std::string& value) {
  switch (key) {
    case Key::lang:
      return parse_language(value).has_value();
    case Key::timezone:
      return Zone::find_exact(value).has_value();
    case Key::due:
      return is_date(value);
    case Key::holidays:
      return parse_work_days(value, "") != nullptr;
    case Key::working_days:
      return parse_work_days("", value) != nullptr;
    case Key::working_hours:
      return parse_hours(value).has_value();
    case Key::calendar_color:
      return is_color(value);
    case Key::alarm_time:
      return parse_time_of_day(value).has_value();
    case Key::organizer:
      return value.find('@') != std::string::npos;
    default:
      return true;
  }
}

}  // namespace jalon
