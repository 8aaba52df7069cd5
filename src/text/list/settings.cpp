#include "text/list/settings.h"

#include <algorithm>

#include "text/list/lengths.h"
#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/list/numeric_order.h"
#include "text/list/schedule.h"
#include "text/list/values.h"

namespace jalon::list {
namespace {

constexpr std::size_t shown_to_detect = 65536;  // bytes from which the language is told

const SettingField* find_field(const FrontMatter& front, Setting setting) {
  const auto place = std::find_if(front.fields.begin(), front.fields.end(), [&](const SettingField& field) {
    return field.setting == setting && !field.values.empty();
  });
  return place == front.fields.end() ? nullptr : &*place;
}

// A value in one piece, also where it goes on over several lines.
std::string whole_value(const SettingField& field) {
  std::string result;
  for (const SettingValue& value : field.values) {
    if (!result.empty()) result += ' ';
    if (!value.name.empty()) result += value.name + ": ";
    result += value.text;
  }
  return result;
}

std::string_view text_setting(Plan& plan, const FrontMatter& front, Setting setting) {
  const SettingField* field = find_field(front, setting);
  return field == nullptr ? std::string_view{} : plan.arena->copy(whole_value(*field));
}

Language language_of(Plan& plan, const FrontMatter& front, const ListOptions& options) {
  if (options.language) return *options.language;
  if (const SettingField* field = find_field(front, Setting::language)) {
    const std::string value = whole_value(*field);
    if (const auto language = parse_language(value)) return *language;
    tell(plan, Code::list_value, field->values.front().span, {value, std::string(text_of(field->key, *plan.source))});
  }
  if (options.defaults.language) return *options.defaults.language;
  const auto detected = detect_language(std::string_view(*plan.source).substr(front.end, shown_to_detect));
  return detected.value_or(options.fallback_language);
}

// The day or time that `as of` names: a date that needs no other to be understood.
std::optional<LocalTime> read_as_of(PhraseReader& phrases, std::string_view value) {
  if (const auto day = parse_iso_day(value)) return LocalTime{*day};
  const Reading reading = phrases.read(value);
  const bool absolute = reading.verdict == Reading::Verdict::when && reading.when.kind == WhenKind::event &&
                        reading.when.recurrence == nullptr && (reading.said & said_relative) == 0;
  return absolute ? std::optional(reading.when.start) : std::nullopt;
}

void set_as_of(Plan& plan, const FrontMatter& front, const ListOptions& options, PhraseReader& phrases) {
  plan.as_of = options.as_of.value_or(options.today);
  plan.as_of_given = options.as_of.has_value();
  const SettingField* field = find_field(front, Setting::as_of);
  if (field == nullptr || plan.as_of_given) return;
  const std::string value = whole_value(*field);
  if (const auto as_of = read_as_of(phrases, value)) {
    plan.as_of = *as_of;
    plan.as_of_given = true;
  } else {
    tell(plan, Code::date_unclear, field->values.front().span, unclear_arguments(phrases, value));
  }
}

// Instants become local in the plan's zone; where the caller does not know it, phrases with an offset are not read.
std::function<LocalTime(std::chrono::sys_seconds)> local_clock(const Plan& plan, const ListOptions& options) {
  if (!options.to_local || !options.to_local(plan.timezone, {})) return {};
  return [to_local = options.to_local, zone = std::string(plan.timezone)](std::chrono::sys_seconds instant) {
    return to_local(zone, instant).value_or(LocalTime{instant.time_since_epoch()});
  };
}

void add_people_of_plan(Plan& plan, const FrontMatter& front, People& people) {
  const SettingField* field = find_field(front, Setting::people);
  if (field == nullptr) return;
  for (const SettingValue& value : field->values) {
    const Person person = parse_person(value.text);
    const std::string_view name = value.name.empty() ? person.name : std::string_view(value.name);
    const std::string_view address = person.address.empty() ? std::string_view(value.text) : person.address;
    if (address.find('@') != std::string_view::npos) people.add(parse_person(name).name, plan.arena->copy(address));
  }
}

// The plan's own come first: the first of a name counts.
void add_people(Plan& plan, const FrontMatter& front, const ListOptions& options, People& people) {
  add_people_of_plan(plan, front, people);
  for (const ListDefaults::Contact& contact : options.defaults.people) {
    people.add(parse_person(contact.name).name, plan.arena->copy(contact.address));
  }
}

std::span<const Person> default_owners(Plan& plan, const FrontMatter& front, const ListOptions& options,
                                       const People& people) {
  const SettingField* field = find_field(front, Setting::owner);
  std::vector<std::string_view> parts;
  if (field == nullptr) {
    split_list(plan.arena->copy(options.defaults.owner), parts);
  } else {
    for (const SettingValue& value : field->values) split_list(plan.arena->copy(value.text), parts);
  }
  std::vector<Person> owners;
  owners.reserve(parts.size());
  for (const std::string_view part : parts) owners.push_back(people.find(parse_person(part)));
  return plan.arena->copy(std::span<const Person>(owners));
}

std::span<const std::string_view> default_tags(Plan& plan, const FrontMatter& front, const ListOptions& options) {
  const SettingField* field = find_field(front, Setting::tags);
  std::vector<std::string_view> tags;
  if (field == nullptr) {
    split_tags(plan.arena->copy(options.defaults.tags), tags);
    return plan.arena->copy(std::span<const std::string_view>(tags));
  }
  for (const SettingValue& value : field->values) split_tags(plan.arena->copy(value.text), tags);
  return plan.arena->copy(std::span<const std::string_view>(tags));
}

When read_due(Plan& plan, std::string_view phrase, SourceSpan span, PhraseReader& phrases) {
  Reading reading = phrases.read(phrase);
  for (Diagnostic& diagnostic : reading.diagnostics) diagnostic.span = span;
  if (reading.verdict == Reading::Verdict::none)
    tell(plan, Code::date_unclear, span, unclear_arguments(phrases, phrase));
  tell_reading(plan, reading, span);
  return reading.verdict == Reading::Verdict::when ? as_deadline(reading.when) : When{};
}

When default_due(Plan& plan, const FrontMatter& front, const ListOptions& options, PhraseReader& phrases) {
  if (!options.due.empty()) return read_due(plan, options.due, {}, phrases);
  const SettingField* field = find_field(front, Setting::due);
  if (field != nullptr) return read_due(plan, whole_value(*field), field->values.front().span, phrases);
  return options.defaults.due.empty() ? When{} : read_due(plan, options.defaults.due, {}, phrases);
}

std::span<const std::chrono::minutes> default_alarms(Plan& plan, const FrontMatter& front, const ListOptions& options,
                                                     PhraseReader& phrases) {
  const SettingField* field = find_field(front, Setting::remind);
  std::string value = options.remind;
  std::string key = "remind";
  SourceSpan span;
  if (value.empty() && field != nullptr) {
    for (const SettingValue& part : field->values) value += (value.empty() ? "" : ", ") + part.text;
    key = text_of(field->key, *plan.source);
    span = field->values.front().span;
  }
  if (value.empty()) value = options.defaults.remind;
  if (value.empty()) return {};
  const Reminders reminders = read_reminders(phrases, value);
  if (!reminders.strange.empty()) tell(plan, Code::list_value, span, {std::string(reminders.strange), key});
  return plan.arena->copy(std::span<const std::chrono::minutes>(reminders.alarms));
}

void tell_strange(Plan& plan, const FrontMatter& front) {
  const auto words = [&](SourceSpan span) { return std::string(text_of(span, *plan.source)); };
  for (const SourceSpan& span : front.strange) tell(plan, Code::list_front_matter, span, {words(span)});
  for (const SettingField& field : front.fields) {
    if (field.setting != Setting::unknown) continue;
    const std::string_view near = nearest_setting(words(field.key));
    if (near.empty()) {
      tell(plan, Code::list_unused_setting, field.key, {words(field.key)});
    } else {
      tell(plan, Code::list_unknown_key, field.key, {words(field.key), std::string(near)});
    }
  }
}

}  // namespace

PhraseReader read_bearings(Plan& plan, const FrontMatter& front, const ListOptions& options) {
  tell_strange(plan, front);
  plan.language = language_of(plan, front, options);
  plan.timezone = text_setting(plan, front, Setting::timezone);
  PhraseContext context;
  context.as_of = options.today;
  context.language = plan.language;
  context.numeric_order = options.numeric_order;
  if (context.numeric_order == NumericOrder::unknown) {
    context.numeric_order = front.numeric_order ? *front.numeric_order : find_numeric_order(*plan.source);
  }
  if (context.numeric_order == NumericOrder::unknown) context.numeric_order = options.defaults.numeric_order;
  context.to_local = local_clock(plan, options);
  context.work_days = parse_work_days(options.defaults.holidays, options.defaults.working_days);
  context.end_of_day = options.defaults.end_of_day.value_or(context.end_of_day);
  PhraseReader phrases(std::move(context));
  set_as_of(plan, front, options, phrases);
  PhraseContext bearings = phrases.context();
  bearings.as_of = plan.as_of;
  phrases.set_context(std::move(bearings));
  return phrases;
}

Defaults read_defaults(Plan& plan, const FrontMatter& front, const ListOptions& options, PhraseReader& phrases) {
  plan.title = text_setting(plan, front, Setting::title);
  plan.id = text_setting(plan, front, Setting::id);
  plan.calendar = text_setting(plan, front, Setting::calendar);
  Defaults defaults;
  add_people(plan, front, options, defaults.people);
  defaults.owners = default_owners(plan, front, options, defaults.people);
  defaults.tags = default_tags(plan, front, options);
  defaults.due = default_due(plan, front, options, phrases);
  defaults.alarms = default_alarms(plan, front, options, phrases);
  return defaults;
}

}  // namespace jalon::list
