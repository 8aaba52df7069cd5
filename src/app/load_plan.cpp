#include "app/load_plan.h"

#include <algorithm>
#include <utility>

#include "app/clock_changes.h"
#include "app/diagnostic_text.h"
#include "app/plan_source.h"
#include "base/catalogue.h"
#include "base/files.h"
#include "jalon/list.h"
#include "jalon/phrase.h"

namespace jalon {
namespace {

ListOptions list_options(const Settings& settings, LocalTime today) {
  ListOptions options;
  options.today = today;
  options.as_of = settings.as_of;
  options.language = settings.language;
  options.fallback_language = settings.locale_language;
  options.numeric_order = settings.numeric_order;
  options.due = settings.due;
  options.remind = settings.remind;
  options.defaults = settings.defaults.list;
  options.columns = settings.columns;
  options.to_local = [&settings](std::string_view name, std::chrono::sys_seconds time) -> std::optional<LocalTime> {
    const auto zone = settings.timezone.empty() && !name.empty() ? Zone::find(name) : zone_of(settings);
    return zone ? std::optional(zone->to_local(time)) : std::nullopt;
  };
  return options;
}

// Where the front matter says it.
SourceSpan place_in_front_matter(const Plan& plan, std::string_view word) {
  const std::string_view source = *plan.source;
  const std::size_t end = std::min(source.find("\n---", 1), source.size());
  const std::size_t begin = source.substr(0, end).find(word);
  if (begin == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + word.size())};
}

// The plan's own zone where it counts and is known; else `given`.
Zone plan_zone(Plan& plan, const Settings& settings, const Zone& given) {
  if (!settings.timezone.empty() || plan.timezone.empty()) return given;
  auto zone = Zone::find(plan.timezone);
  if (zone) return *zone;
  plan.diagnostics.push_back({zone.error().code, place_in_front_matter(plan, plan.timezone), zone.error().arguments});
  return given;
}

// Whether --due is a date at all: it is told at once, and not as a fault of the plan.
bool is_understood(const std::string& due, const Settings& settings, LocalTime today) {
  if (due.empty()) return true;
  PhraseContext context;
  context.as_of = today;
  context.language = settings.shown_language();
  return PhraseReader(context).read(due).verdict == Reading::Verdict::when;
}

bool has_times(const Plan& plan) {
  return std::any_of(plan.actions.begin(), plan.actions.end(), [](const Action& a) { return a.when.timed; });
}

Result<void> check_options(const Settings& settings, LocalTime today) {
  if (!is_understood(settings.due, settings, today)) return Error{ErrorKind::config, Code::option_due, {settings.due}};
  if (auto reminders = check_reminders(settings.remind, settings.shown_language()); !reminders) return reminders;
  return check_columns(settings.columns);
}

// A plan is read from a day, so that it reads the same all day long; unless the person says a time.
LocalTime plan_day(const Zone& zone, const Settings& settings) {
  return settings.as_of.value_or(std::chrono::floor<std::chrono::days>(zone.to_local(settings.now)));
}

}  // namespace

Result<Zone> zone_of(const Settings& settings) {
  const std::string& name = settings.given_zone();
  return Zone::find(name.empty() ? "UTC" : name);
}

LocalTime today_in(const Zone& zone, const Settings& settings) {
  return settings.as_of.value_or(zone.to_local(settings.now));
}

Result<LoadedPlan> load_plan(const std::string& path, const Settings& settings) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  return read_plan(path, std::move(*bytes), settings);
}

Result<LoadedPlan> read_plan(const std::string& name, std::string bytes, const Settings& settings) {
  const auto given = zone_of(settings);
  if (!given) return given.error();
  const LocalTime today = plan_day(*given, settings);
  if (const auto understood = check_options(settings, today); !understood) return understood.error();
  PlanSource source(name, std::move(bytes), settings);
  Plan plan = source.read(list_options(settings, today));
  Zone zone = plan_zone(plan, settings, *given);
  const LocalTime today_there = plan_day(zone, settings);
  if (!plan.as_of_given && today != today_there) {  // «demain» is another day there, near midnight
    plan = source.read_again(plan, list_options(settings, today_there));
    zone = plan_zone(plan, settings, *given);
  }
  if (!is_zone_named(plan, settings) && has_times(plan)) plan.diagnostics.push_back({Code::zone_assumed, {}, {}});
  settle_clock_changes(plan, zone);
  sort_by_place(plan.diagnostics);
  return LoadedPlan{std::move(plan), std::move(zone)};
}

Result<std::optional<PlanInPieces>> read_plan_in_pieces(const std::string& name, std::string_view text,
                                                        const Settings& settings, const Release& release) {
  const auto given = zone_of(settings);
  if (!given) return given.error();
  const LocalTime today = plan_day(*given, settings);
  if (const auto understood = check_options(settings, today); !understood) return understood.error();
  const ListFormat format = settings.format ? *settings.format : detect_format(name, text);
  const auto read = [&](LocalTime day) {
    ListOptions options = list_options(settings, day);
    options.format = format;
    return read_list_in_pieces(name, text, options, release);
  };
  auto pieces = read(today);
  if (!pieces) return std::optional<PlanInPieces>{};
  Zone zone = plan_zone(pieces->plan(), settings, *given);
  const LocalTime today_there = plan_day(zone, settings);
  if (!pieces->plan().as_of_given && today != today_there) {
    pieces = read(today_there);
    zone = plan_zone(pieces->plan(), settings, *given);
  }
  return std::optional(PlanInPieces{std::move(pieces), std::move(zone)});
}

bool is_zone_named(const Plan& plan, const Settings& settings) {
  return !settings.timezone.empty() || !plan.timezone.empty() || !settings.system_zone.empty();
}

void require_actions(Plan& plan) {
  if (plan.actions.empty() && !has_errors(plan.diagnostics)) plan.diagnostics.push_back({Code::plan_empty, {}, {}});
}

}  // namespace jalon
