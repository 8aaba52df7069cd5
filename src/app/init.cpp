#include "app/init.h"

#include <array>
#include <nlohmann/json.hpp>

#include "app/json.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "config/keys.h"

namespace jalon {
namespace {

constexpr std::array<std::array<std::string_view, language_count>, 3> plan_names = {
    {{"fin-d-annee.md", "year-end.md"}, {"projet.md", "project.md"}, {"semaine.md", "weekly.md"}}};

constexpr std::array<std::string_view, language_count> settings_head = {
    "# Ce que jalon sait de vos plans, dans ce dossier et ceux qu'il contient.\n"
    "# Une ligne qui commence par # ne compte pas; enlevez le # pour qu'elle compte.\n",
    "# What jalon knows of your plans, in this folder and those in it.\n"
    "# A line that begins with # does not count; take the # away, and it does.\n"};

// TOML's basic strings are written as JSON's are.
std::string toml_text(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string setting(Key key, const std::string& answer, Language language) {
  const KeySpec& spec = spec_of(key);
  const std::string name(spec.name);
  const std::string about = "\n# " + std::string(spec.about[static_cast<std::size_t>(language)]) + "\n";
  if (answer.empty()) return about + "# " + name + " = " + std::string(spec.example) + "\n";
  return about + name + " = " + toml_text(answer) + "\n";
}

Result<void> write_file(const std::string& path, const std::string& text) {
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  file->write(text);
  return file->commit();
}

}  // namespace

InitFiles init_files(PlanTemplate name, Language language) {
  return {.settings = "jalon.toml",
          .plan = std::string(plan_names[static_cast<std::size_t>(name)][static_cast<std::size_t>(language)])};
}

Result<void> refuse_existing(const InitFiles& files) {
  for (const std::string& path : {files.settings, files.plan}) {
    if (kind_of_file(path) != FileKind::none) return Error{ErrorKind::refused, Code::init_exists, {path}};
  }
  return {};
}

std::string settings_text(const InitAnswers& answers, Language language) {
  std::string text(settings_head[static_cast<std::size_t>(language)]);
  text += "\n[defaults]\n";
  text += setting(Key::lang, answers.lang, language) + setting(Key::timezone, answers.timezone, language);
  text += setting(Key::holidays, answers.holidays, language) + setting(Key::account, answers.account, language);
  text += setting(Key::calendar, answers.calendar, language);
  return text + setting(Key::remind, "", language) + setting(Key::working_days, "", language) +
         setting(Key::owner, "", language) + setting(Key::due, "", language) + setting(Key::deadlines, "", language);
}

std::string plan_text(PlanTemplate name, Language language, Day today) {
  constexpr std::string_view place = "{{today}}";
  std::string text(template_text(name, language));
  return text.replace(text.find(place), place.size(), json_time(today));
}

Result<void> write_init(const InitFiles& files, PlanTemplate name, const InitAnswers& answers, Language language,
                        Day today) {
  if (auto refused = refuse_existing(files); !refused) return refused;
  if (auto written = write_file(files.settings, settings_text(answers, language)); !written) return written;
  return write_file(files.plan, plan_text(name, language, today));
}

}  // namespace jalon
