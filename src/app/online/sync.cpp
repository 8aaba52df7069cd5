#include "app/online/sync.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "app/identities.h"
#include "app/online/bodies.h"
#include "base/catalogue.h"

namespace jalon {
namespace {

constexpr std::string_view by_file = "file ";

// What the state knows a plan by: the id that it gives itself, else where it is.
std::string key_of(const Plan& plan) {
  if (!plan.id.empty()) return "id " + std::string(plan.id);
  std::error_code error;
  const std::filesystem::path path = std::filesystem::weakly_canonical(plan.name, error);
  return std::string(by_file) + (error ? plan.name : path.string());
}

Result<void> check(const Plan& plan, const SyncRequest& request) {
  const bool hangs_on_today = plan.relative && !plan.as_of_given;
  const bool refuses = request.relative_dates == SyncRequest::RelativeDates::refuse;
  if (request.purpose == SyncRequest::Purpose::sync && hangs_on_today && refuses)
    return Error{ErrorKind::refused, Code::sync_relative, {plan.name}};
  if (plan.name == "-" && plan.id.empty()) return Error{ErrorKind::refused, Code::sync_nameless, {}};
  return {};
}

Result<void> check(const Store& store) {
  if (store.facts().access == Access::writable) return {};
  return Error{ErrorKind::refused, Code::sync_read_only, {store.facts().name}};
}

// The plan was moved or renamed where its old place is empty now.
bool was_moved(const std::string& key) {
  if (!key.starts_with(by_file)) return false;
  std::error_code error;
  return !std::filesystem::exists(key.substr(by_file.size()), error) && !error;
}

Step standing_difference(const Wanted& wanted, const Remote* present) {
  Step step;
  step.calendar = wanted.calendar;
  step.uid = wanted.uid;
  step.title = wanted.title;
  step.line = wanted.line;
  if (present == nullptr) step.news = News::deleted;
  if (present == nullptr) return step;
  for (const std::string& field : differing(wanted.fields, present->fields)) {
    if (field == rest_field) continue;
    step.kept.push_back(
        {field, std::string(value_of(wanted.fields, field)), std::string(value_of(present->fields, field))});
  }
  if (!step.kept.empty()) step.news = News::edited;
  return step;
}

}  // namespace

Result<PlanSync> PlanSync::prepare(const SyncRequest& request, const OpenCalendar& open_calendar) {
  auto loaded = load_plan(request.input, request.settings);
  if (!loaded) return loaded.error();
  const bool syncs = request.purpose == SyncRequest::Purpose::sync;
  if (syncs) require_actions(loaded->plan);
  PlanSync sync(std::move(*loaded), request);
  sync.faulty_ = syncs && has_errors(sync.plan().diagnostics);
  if (sync.faulty_) return sync;
  if (const auto good = check(sync.plan(), request); !good) return good.error();
  if (const auto opened = sync.open(request, open_calendar); !opened) return opened.error();
  if (const auto looked = sync.look(request); !looked) return looked.error();
  sync.decide(request.policy);
  return sync;
}

Result<void> PlanSync::open(const SyncRequest& request, const OpenCalendar& open_calendar) {
  const std::string key = key_of(plan());
  if (auto remembered = remember(request.state_folder, key); !remembered) return remembered;
  const std::string_view named = request.calendar.empty() ? plan().calendar : request.calendar;
  const std::string_view name = named.empty() ? request.usual : named;
  if (auto linked = link(name, key, open_calendar); !linked) return linked;
  if (request.tasks.empty()) return {};
  return link(request.tasks, key, open_calendar);
}

Result<void> PlanSync::remember(const std::string& state_folder, const std::string& key) {
  auto lock = LockFile::take(state_folder + "/locks/" + std::to_string(std::hash<std::string>()(key)));
  if (!lock) return lock.error();
  lock_ = std::move(*lock);
  auto state = State::open(state_folder + "/sync.db");
  if (!state) return state.error();
  state_ = std::make_unique<State>(std::move(*state));
  return adopt_moved_plan(key);
}

Result<void> PlanSync::link(std::string_view name, const std::string& key, const OpenCalendar& open_calendar) {
  auto store = open_calendar(name);
  if (!store) return store.error();
  if (auto good = check(**store); !good) return good;
  const bool same = !links_.empty() && links_[0].store->facts().address == (*store)->facts().address;
  if (same) return {};  // tasks go with the rest
  const auto place = state_->key(key, (*store)->facts().address, links_.size());
  if (!place) return place.error();
  links_.push_back({*store, *place});
  return {};
}

Result<void> PlanSync::adopt_moved_plan(const std::string& key) {
  const auto plans = state_->plans();
  if (!plans) return plans.error();
  const std::string identity = plan_identity(plan());
  const auto known = plans->find(key);
  if (known != plans->end() && known->second == identity) return {};
  if (known == plans->end()) {
    for (const auto& [other, note] : *plans) {
      if (note != identity || !was_moved(other)) continue;
      if (auto renamed = state_->rename(other, key); !renamed) return renamed;
      break;
    }
  }
  return state_->note_plan(key, identity);
}

Result<void> PlanSync::look(const SyncRequest& request) {
  bodies_ = &calendar_bodies();
  auto remembered = remembered_by(job());
  if (!remembered) return remembered.error();
  if (request.purpose == SyncRequest::Purpose::sync) {
    const Placing placing{calendar(0).keeps, links_.size() > 1};
    wanted_ = make_wanted(loaded_, *remembered, request.deadlines, placing, request.settings.now, request.options);
  }
  auto observed = observe_all(job(), std::move(*remembered));
  if (!observed) return observed.error();
  observed_ = std::move(*observed);
  return {};
}

void PlanSync::decide(const Policy& policy) {
  policy_ = policy;
  changes_ = make_plan(observed_.sides(wanted_.objects), policy_);
}

std::vector<Step> PlanSync::standing_differences() const {
  using Name = std::pair<std::size_t, std::string_view>;
  std::set<Name> decided;
  for (const Step& step : changes_.steps) decided.emplace(step.calendar, step.uid);
  std::map<Name, const Remote*> present;
  for (const Remote& remote : observed_.present) present.emplace(Name(remote.calendar, remote.uid), &remote);
  std::vector<Step> differences;
  for (const Wanted& wanted : wanted_.objects) {
    const Name name(wanted.calendar, wanted.uid);
    const auto found = present.find(name);
    if (decided.contains(name)) continue;
    Step step = standing_difference(wanted, found == present.end() ? nullptr : found->second);
    if (step.news != News::none) differences.push_back(std::move(step));
  }
  return differences;
}

Applied PlanSync::apply() { return jalon::apply(job(), observed_, changes_); }

}  // namespace jalon
