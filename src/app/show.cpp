#include "app/show.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/faulty.h"
#include "app/load_plan.h"
#include "app/when.h"
#include "base/catalogue.h"
#include "base/nearest.h"

namespace jalon {
namespace {

using std::chrono::days;

enum class End : std::uint8_t { first, last };

// A day as programs write it, or as people say it.
Result<std::optional<Day>> day_of(const std::string& text, End end, const Settings& settings) {
  if (text.empty()) return std::optional<Day>();
  if (const auto moment = parse_moment(text)) return std::optional(std::chrono::floor<days>(*moment));
  auto reader = WhenReader::make(settings);
  if (!reader) return reader.error();
  const Reading reading = reader->read(text);
  const bool dated = reading.verdict == Reading::Verdict::when && reading.when.kind != WhenKind::undated;
  if (!dated) return Error{ErrorKind::config, Code::view_day, {text}};
  const bool first = end == End::first && reading.when.kind != WhenKind::deadline;
  return std::optional(first ? reading.when.first_day() : reading.when.last_day());
}

std::vector<std::string_view> people_of(const std::vector<Plan>& plans) {
  std::vector<std::string_view> names;
  for (const Plan& plan : plans) {
    for (const Action& action : plan.actions) {
      for (const Person& person : action.owners) names.push_back(person.name);
      for (const Person& person : action.attendees) names.push_back(person.name);
    }
  }
  return names;
}

std::vector<std::string_view> tags_of(const std::vector<Plan>& plans) {
  std::vector<std::string_view> names;
  for (const Plan& plan : plans) {
    for (const Action& action : plan.actions) names.insert(names.end(), action.tags.begin(), action.tags.end());
  }
  return names;
}

std::optional<Error> fault_of_name(const std::string& wanted, const std::vector<std::string_view>& names, Code code) {
  const bool known = std::any_of(names.begin(), names.end(), [&](auto name) { return is_named(name, wanted); });
  if (wanted.empty() || known) return std::nullopt;
  Error error{ErrorKind::config, code, {wanted}};
  if (const std::string_view near = nearest(wanted, names); !near.empty())
    error.arguments.emplace_back(std::string(near));
  return error;
}

std::string without_mark(const std::string& word, char mark) {
  return !word.empty() && word.front() == mark ? word.substr(1) : word;
}

Result<Selection> selection_of(const ShowRequest& request) {
  Selection selection;
  const auto from = day_of(request.from, End::first, request.settings);
  if (!from) return from.error();
  const auto until = day_of(request.until, End::last, request.settings);
  if (!until) return until.error();
  selection.from = *from;
  selection.until = *until;
  selection.owner = without_mark(request.owner, '@');
  selection.tag = without_mark(request.tag, '#');
  selection.scope = request.scope;
  return selection;
}

// One that is shown in another zone than its own has its times converted.
ShownPlan shown_plan(const Plan& plan, const Zone& own, const Zone& shown) {
  ShownPlan result{.plan = &plan, .faulty = faulty_actions(plan), .to_shown = {}};
  if (own.name() != shown.name()) {
    result.to_shown = [own, shown](LocalTime time) { return shown.to_local(own.to_utc(time)); };
  }
  return result;
}

Day start_of(ViewStart start, Day today) {
  if (start == ViewStart::this_week) return today - (std::chrono::weekday{today} - std::chrono::Monday);
  const std::chrono::year_month_day date{today};
  return Day{date.year() / date.month() / 1};
}

// A view that begins today is of use only where something is still to come.
void begin_today(Shown& shown, ViewStart start) {
  if (start == ViewStart::first_date || shown.selection.from || shown.selection.scope == Scope::overdue) return;
  const Day from = start_of(start, shown.table.today());
  auto& instances = shown.table.instances;
  const auto is_over = [from](const Instance& instance) { return instance.last < from; };
  if (std::all_of(instances.begin(), instances.end(), is_over)) return;
  std::erase_if(instances, is_over);
  shown.selection.from = from;
}

Result<LocalTime> now_of(const ShowRequest& request, const Zone& zone) {
  const auto day = day_of(request.today, End::first, request.settings);
  if (!day) return day.error();
  return *day ? LocalTime{**day} : today_in(zone, request.settings);
}

}  // namespace

Result<Shown> load_shown(const ShowRequest& request) {
  Shown shown;
  std::vector<Zone> zones;
  for (const std::string& path : request.inputs) {
    auto loaded = load_plan(path, request.settings);
    if (!loaded) return loaded.error();
    require_actions(loaded->plan);
    zones.push_back(loaded->zone);
    shown.plans.push_back(std::move(loaded->plan));
  }
  auto selection = selection_of(request);
  if (!selection) return selection.error();
  shown.selection = std::move(*selection);
  if (auto fault = fault_of_name(shown.selection.owner, people_of(shown.plans), Code::view_owner)) return *fault;
  if (auto fault = fault_of_name(shown.selection.tag, tags_of(shown.plans), Code::view_tag)) return *fault;
  const auto now = now_of(request, zones.front());
  if (!now) return now.error();
  std::vector<ShownPlan> plans;
  for (std::size_t i = 0; i < zones.size(); ++i) plans.push_back(shown_plan(shown.plans[i], zones[i], zones.front()));
  shown.table = make_timetable(std::move(plans), *now, shown.selection);
  shown.zone = zones.front().name();
  shown.language = request.settings.language.value_or(shown.plans.front().language);
  begin_today(shown, request.start);
  return shown;
}

}  // namespace jalon
