#include "cli/run_config.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/config_shown.h"
#include "base/display.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "cli/texts.h"

namespace jalon {
namespace {

struct OptionOfKey {
  Key key;
  Option option;
};
constexpr OptionOfKey options_of_keys[] = {{Key::lang, Option::lang},
                                           {Key::timezone, Option::timezone},
                                           {Key::due, Option::due},
                                           {Key::remind, Option::remind},
                                           {Key::deadlines, Option::deadlines},
                                           {Key::deadline_mark, Option::deadline_mark},
                                           {Key::name, Option::name},
                                           {Key::calendar_color, Option::calendar_color},
                                           {Key::alarm_time, Option::alarm_time},
                                           {Key::organizer, Option::organizer}};

SaidElsewhere said_elsewhere(const CommandLine& line, const Environment& environment) {
  SaidElsewhere said;
  for (const auto& [key, option] : options_of_keys) {
    if (line.has(option)) said.command_line[static_cast<std::size_t>(key)] = line.value(option);
  }
  if (line.has(Option::keep_going)) said.command_line[static_cast<std::size_t>(Key::keep_going)] = "true";
  said.system[static_cast<std::size_t>(Key::timezone)] = environment.system_zone;
  said.system[static_cast<std::size_t>(Key::organizer)] = environment.email;
  return said;
}

std::string origin_of(const ShownSetting& setting, Language language) {
  switch (setting.source) {
    case SettingSource::command_line:
      return std::string(text(Text::from_command_line, language));
    case SettingSource::system:
      return std::string(text(Text::from_system, language));
    case SettingSource::built_in:
      return std::string(text(Text::built_in, language));
    default:
      return setting.file + ":" + std::to_string(setting.line);
  }
}

std::size_t widest(const std::vector<ShownSetting>& settings, std::string ShownSetting::*field, std::size_t least) {
  for (const ShownSetting& setting : settings) least = std::max(least, display_width(setting.*field));
  return least;
}

std::string table_of(const ShownSettings& shown, Language language) {
  const std::size_t names = widest(shown.people, &ShownSetting::name, widest(shown.settings, &ShownSetting::name, 0));
  const std::size_t values =
      widest(shown.people, &ShownSetting::value, widest(shown.settings, &ShownSetting::value, 1));
  const auto line = [&](const ShownSetting& setting) {
    const std::string value = setting.value.empty() ? "—" : printable(setting.value);
    return padded(printable(setting.name), names) + "  " + padded(value, values) + "  " +
           printable(origin_of(setting, language)) + "\n";
  };
  std::string result;
  for (const std::string& file : shown.files) result += printable(file) + "\n";
  if (shown.files.empty()) result += std::string(text(Text::no_config, language)) + "\n";
  result += "\n";
  for (const ShownSetting& setting : shown.settings) result += line(setting);
  if (!shown.people.empty()) result += "\n" + std::string(text(Text::people_title, language)) + "\n";
  for (const ShownSetting& person : shown.people) result += line(person);
  return result;
}

}  // namespace

ExitCode run_config(const ConfigQuestion& question, PlanOptions& options, const Look& look, Streams streams) {
  const std::string& plan = question.plan;
  const bool has_plan = !plan.empty() && kind_of_file(plan) != FileKind::other;
  PlanSettings of_plan;
  if (has_plan) {
    auto bytes = read_file(plan);
    if (!bytes) return tell(bytes.error(), question.language, look, streams);
    of_plan = read_plan_settings(std::move(*bytes));
  }
  const auto in_force = options.in_force(has_plan ? plan : (std::filesystem::path(plan) / "-").string());
  if (!in_force) {
    streams.errors.write(options.told_faults(errors_style(question.language, look)));
    return tell(in_force.error(), question.language, look, streams);
  }
  const ShownSettings shown =
      show_settings(*in_force, said_elsewhere(question.line, question.environment), plan, of_plan);
  streams.output.write(look.format == Format::json ? settings_json(shown) : table_of(shown, question.language));
  return ExitCode::done;
}

}  // namespace jalon
