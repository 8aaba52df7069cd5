#include "cli/online/doctor.h"

#include <array>

#include "account/preset.h"
#include "app/json.h"
#include "base/display.h"
#include "cli/online/words.h"

namespace jalon {
namespace {

std::string step_name(const DiscoveryStep& step, Language language) {
  const auto offset = static_cast<std::size_t>(step.kind);
  return word(static_cast<Word>(static_cast<std::size_t>(Word::step_records) + offset), language, {step.asked});
}

}  // namespace

std::string told_step(const DiscoveryStep& step, Language language) {
  std::string text = (step.fault ? "✗ " : "✓ ") + step_name(step, language) + ": ";
  if (!step.fault) return text + (step.found.empty() ? word(Word::nothing_found, language) : step.found) + "\n";
  text += message_of(*step.fault, language) + "\n";
  const std::string mend = mend_of(*step.fault, language);
  return mend.empty() ? text : text + "  = " + mend + "\n";
}

std::string json_step(const DiscoveryStep& step, Language language) {
  constexpr std::array<std::string_view, 7> names = {"service-records", "address",  "identity", "principal", "home",
                                                     "calendars",       "abilities"};
  Json json = {{"step", names[static_cast<std::size_t>(step.kind)]}, {"asked", step.asked}, {"found", step.found}};
  if (step.fault) {
    json["fault"] = message_of(*step.fault, language);
    json["mend"] = mend_of(*step.fault, language);
  }
  return json_line(json);
}

std::string told_server(const Discovered& found, Language language) {
  std::string text = found.kind->name.empty() ? word(Word::server_other, language)
                                              : word(Word::server_is, language, {found.kind->name});
  text +=
      "\n" + word(found.abilities.has_mkcalendar ? Word::can_make_calendars : Word::cannot_make_calendars, language);
  if (found.abilities.has_scheduling) text += "\n" + word(Word::sends_invitations, language);
  return text + "\n";
}

std::string told_provider(const Account& account, Language language) {
  const Preset* preset = account.preset.empty() ? nullptr : find_preset(account.preset);
  if (preset == nullptr) return {};
  std::string text;
  for (const ProviderFact fact : preset->facts) {
    const auto id = static_cast<std::size_t>(Word::fact_application_password) + static_cast<std::size_t>(fact);
    text += word(static_cast<Word>(id), language, {preset->title}) + "\n";
  }
  return text;
}

}  // namespace jalon
