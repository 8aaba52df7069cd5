#include "app/when.h"

#include <utility>

#include "app/load_plan.h"
#include "base/catalogue.h"

namespace jalon {
namespace {

PhraseContext context_of(const Settings& settings, const Zone& zone) {
  PhraseContext context;
  context.as_of = today_in(zone, settings);
  context.language = settings.shown_language();
  context.numeric_order = settings.numeric_order;
  const ListDefaults& defaults = settings.defaults.list;
  context.work_days = parse_work_days(defaults.holidays, defaults.working_days);
  context.end_of_day = defaults.end_of_day.value_or(context.end_of_day);
  context.to_local = [zone](std::chrono::sys_seconds time) { return zone.to_local(time); };
  return context;
}

}  // namespace

WhenReader::WhenReader(const Settings& settings, Zone zone)
    : settings_(settings), zone_(std::move(zone)), reader_(context_of(settings_, zone_)) {}

Result<WhenReader> WhenReader::make(const Settings& settings) {
  auto zone = zone_of(settings);
  if (!zone) return zone.error();
  return WhenReader(settings, std::move(*zone));
}

Reading WhenReader::read(std::string_view phrase) {
  const Language language = language_of(phrase);
  if (reader_.context().language != language) {
    PhraseContext context = reader_.context();
    context.language = language;
    reader_.set_context(std::move(context));
  }
  Reading reading = reader_.read(phrase);
  if (reading.verdict != Reading::Verdict::none) return reading;
  if (const auto mistyped = reader_.find_mistyped(phrase)) {
    reading.diagnostics.push_back(
        {Code::date_unclear, mistyped->word, {std::string(phrase), std::string(mistyped->meant)}});
  }
  return reading;
}

Language WhenReader::language_of(std::string_view phrase) const {
  if (settings_.language) return *settings_.language;
  return detect_language(phrase).value_or(settings_.locale_language);
}

}  // namespace jalon
