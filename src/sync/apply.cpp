#include "sync/apply.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "sync/batch.h"
#include "sync/pending.h"

namespace jalon {
namespace {

constexpr int most_rounds = 4;  // how often an object that keeps changing is decided

bool is_write(const Step& step) {
  return step.act == Act::create || step.act == Act::update || step.act == Act::remove;
}

class Applier {
 public:
  enum class Whole : std::uint8_t { allowed, tried };
  explicit Applier(const SyncJob& job, Whole whole = Whole::allowed) : job_(job), whole_(whole) {}

  Applied apply(const Observed& observed, const ChangePlan& plan) {
    applied_.problems = observed.problems;
    bool going = run(observed, plan);
    for (int round = 1; going && !doubts_.empty() && round < most_rounds; ++round) going = decide_again();
    for (const Doubt& doubt : doubts_) give_up(doubt);
    return std::move(applied_);
  }

 private:
  bool stop(const Result<void>& result) {
    if (result) return true;
    if (!applied_.stopped) applied_.stopped = result.error();
    return false;
  }

  bool run(const Observed& observed, const ChangePlan& plan) {
    for (const Step& step : plan.steps) {
      if (step.news != News::none || step.clash != Clash::none) applied_.told.push_back(step);
    }
    return settle(observed, plan) && write(observed, plan);
  }

  // All that is remembered before the first write. Writes make the token of little worth: a server need not tell of
  // what came and went since then, and so not of our own creations that someone deletes (RFC 6578 section 3.5).
  bool settle(const Observed& observed, const ChangePlan& plan) {
    for (std::size_t calendar = 0; calendar < job_.calendars.size(); ++calendar) {
      Settlement settlement = calendar < observed.settlements.size() ? observed.settlements[calendar] : Settlement{};
      for (const Step& step : plan.steps) {
        if (step.calendar != calendar) continue;
        if (step.settled) settlement.agreed.push_back(*step.settled);
        if (step.act == Act::forget) settlement.forgotten.push_back(step.uid);
        if (is_write(step)) settlement.token = "";
      }
      if (!stop(job_.state.settle(job_.calendars[calendar].key, settlement))) return false;
    }
    return true;
  }

  bool write(const Observed& observed, const ChangePlan& plan) {
    std::set<std::string> created;
    const Names moving = moving_within_account(plan);
    if (!remove(plan, [&](const Name& name) { return moving.contains(name); })) return false;
    for (std::size_t calendar = 0; calendar < job_.calendars.size(); ++calendar) {
      const auto steps = steps_for(plan, calendar, [](const Step& step) { return step.act != Act::remove; });
      Batch batch(job_, calendar, applied_, doubts_);
      if (!(may_write_whole(observed, calendar, steps) ? batch.write_whole(steps) : batch.write(steps))) return false;
    }
    for (const Step& step : applied_.done) created.insert(step.uid);
    const Names waiting = not_yet_replaced(plan, created);
    return remove(plan, [&](const Name& name) { return !moving.contains(name) && !waiting.contains(name); });
  }

  using Name = std::pair<std::size_t, std::string>;  // a calendar and a UID
  using Names = std::set<Name>;

  // What goes into another calendar of an account that takes a UID only once: it must leave the first before.
  Names moving_within_account(const ChangePlan& plan) const {
    Names names;
    for (const Step& step : plan.steps) {
      const bool moves = step.act == Act::create && step.replaces == step.uid;
      if (moves && job_.calendars[step.calendar].store->facts().uid_reach == UidReach::account)
        names.emplace(step.replaces_in, step.replaces);
    }
    return names;
  }

  // Any other object goes only when the one that replaces it is there.
  static Names not_yet_replaced(const ChangePlan& plan, const std::set<std::string>& created) {
    Names names;
    for (const Step& step : plan.steps) {
      if (!step.replaces.empty() && !created.contains(step.uid)) names.emplace(step.replaces_in, step.replaces);
    }
    return names;
  }

  bool remove(const ChangePlan& plan, const std::function<bool(const Name&)>& may_go) {
    for (std::size_t calendar = 0; calendar < job_.calendars.size(); ++calendar) {
      const auto steps = steps_for(plan, calendar, [&](const Step& step) {
        return step.act == Act::remove && may_go({step.calendar, step.uid});
      });
      if (!Batch(job_, calendar, applied_, doubts_).write(steps)) return false;
    }
    return true;
  }

  template <class Predicate>
  static std::vector<const Step*> steps_for(const ChangePlan& plan, std::size_t calendar, Predicate predicate) {
    std::vector<const Step*> steps;
    for (const Step& step : plan.steps) {
      if (step.calendar == calendar && is_write(step) && predicate(step)) steps.push_back(&step);
    }
    return steps;
  }

  bool may_write_whole(const Observed& observed, std::size_t calendar, const std::vector<const Step*>& steps) const {
    const bool empty =
        std::find(observed.empty_ones.begin(), observed.empty_ones.end(), calendar) != observed.empty_ones.end();
    const bool creations =
        std::all_of(steps.begin(), steps.end(), [](const Step* step) { return step->act == Act::create; });
    return whole_ == Whole::allowed && empty && creations && steps.size() > 1 &&
           job_.calendars[calendar].store->facts().whole_write == WholeWrite::supported;
  }

  // Looks at the doubtful objects, and decides on them alone.
  bool decide_again() {
    const std::vector<Doubt> doubts = std::exchange(doubts_, {});
    const std::set<std::string> actions = actions_of(doubts);
    Observed observed;
    for (std::size_t calendar = 0; calendar < job_.calendars.size(); ++calendar) {
      if (!look(calendar, doubts, actions, observed)) return false;
    }
    std::vector<Wanted> wanted;
    for (const Wanted& each : job_.wanted) {
      if (actions.contains(each.action)) wanted.push_back(each);
    }
    return run_some(observed, wanted);
  }

  bool run_some(const Observed& observed, const std::vector<Wanted>& wanted) {
    Policy policy = job_.policy;
    policy.many_removals = policy.empty_calendar = Allow::yes;  // the guards have let the whole pass
    const SyncJob some{job_.calendars, wanted, policy, job_.bodies, job_.state};
    Applier again(some, Whole::tried);
    const bool going = again.run(observed, make_plan(observed.sides(wanted), policy));
    take_over(std::move(again));
    return going;
  }

  void take_over(Applier again) {
    std::move(again.applied_.done.begin(), again.applied_.done.end(), std::back_inserter(applied_.done));
    std::move(again.applied_.told.begin(), again.applied_.told.end(), std::back_inserter(applied_.told));
    std::move(again.applied_.problems.begin(), again.applied_.problems.end(), std::back_inserter(applied_.problems));
    if (again.applied_.stopped) applied_.stopped = again.applied_.stopped;
    doubts_ = std::move(again.doubts_);
  }

  std::set<std::string> actions_of(const std::vector<Doubt>& doubts) const {
    std::set<std::pair<std::size_t, std::string>> uids;
    for (const Doubt& doubt : doubts) uids.emplace(doubt.calendar, doubt.uid);
    std::set<std::string> actions;
    for (const Wanted& each : job_.wanted) {
      if (uids.contains({each.calendar, each.uid})) actions.insert(each.action);
    }
    // What only the calendar has is its own action.
    for (const Doubt& doubt : doubts) actions.insert(doubt.uid);
    return actions;
  }

  bool look(std::size_t calendar, const std::vector<Doubt>& doubts, const std::set<std::string>& actions,
            Observed& observed) {
    auto remembered = job_.state.load(job_.calendars[calendar].key);
    if (!remembered) return stop(remembered.error());
    std::erase_if(remembered->agreed,
                  [&](const Agreed& each) { return !actions.contains(each.action) && !actions.contains(each.uid); });
    std::set<std::string> hrefs;
    for (const Doubt& doubt : doubts) {
      if (doubt.calendar == calendar) hrefs.insert(doubt.href);
    }
    if (hrefs.contains("")) return list(calendar, std::move(*remembered), observed);
    for (const Agreed& agreed : remembered->agreed) hrefs.insert(agreed.href);
    return read(calendar, std::move(*remembered), hrefs, observed);
  }

  bool read(std::size_t calendar, Remembered remembered, const std::set<std::string>& hrefs, Observed& observed) {
    const std::vector<std::string> asked(hrefs.begin(), hrefs.end());
    auto present = look_again(*job_.calendars[calendar].store, calendar, asked, job_.bodies);
    if (!present) return stop(present.error());
    trust_etags(remembered, *present);
    note_found(std::move(remembered), std::move(*present), observed);
    return true;
  }

  // What has the ETag that is known says what is known of it, however the server writes it down.
  static void trust_etags(const Remembered& remembered, std::vector<Remote>& present) {
    std::unordered_map<std::string_view, const Agreed*> by_uid;
    for (const Agreed& agreed : remembered.agreed) by_uid.emplace(agreed.uid, &agreed);
    for (Remote& remote : present) {
      const auto known = by_uid.find(remote.uid);
      if (known == by_uid.end() || remote.etag.empty() || known->second->etag != remote.etag) continue;
      remote.fields = known->second->seen;
    }
  }

  // Where nothing tells at which hrefs the objects are. What else has changed meanwhile is for the next run.
  bool list(std::size_t calendar, Remembered remembered, Observed& observed) {
    remembered.token.clear();
    remembered.others.clear();
    const auto done =
        observe(*job_.calendars[calendar].store, calendar, std::move(remembered), job_.wanted, job_.bodies, observed);
    if (!done) return stop(done);
    Settlement& settlement = observed.settlements.back();
    settlement.token.reset();
    settlement.others.clear();
    settlement.how = Settlement::Others::add;
    return true;
  }

  static void note_found(Remembered remembered, std::vector<Remote> present, Observed& observed) {
    Settlement settlement;
    std::vector<Agreed> agreed = resolve_all(std::move(remembered), present, settlement);
    std::move(agreed.begin(), agreed.end(), std::back_inserter(observed.agreed));
    std::move(present.begin(), present.end(), std::back_inserter(observed.present));
    observed.settlements.push_back(std::move(settlement));
  }

  void give_up(const Doubt& doubt) {
    applied_.problems.push_back({doubt.calendar, doubt.uid, doubt.title, doubt.line, doubt.kind, doubt.words});
  }

  const SyncJob& job_;
  Whole whole_;
  Applied applied_;
  std::vector<Doubt> doubts_;
};

}  // namespace

Result<std::vector<Remembered>> remembered_by(const SyncJob& job) {
  std::vector<Remembered> all;
  for (const CalendarLink& link : job.calendars) {
    auto remembered = job.state.load(link.key);
    if (!remembered) return remembered.error();
    all.push_back(std::move(*remembered));
  }
  return all;
}

Result<Observed> observe_all(const SyncJob& job, std::vector<Remembered> remembered) {
  Observed observed;
  for (std::size_t calendar = 0; calendar < job.calendars.size(); ++calendar) {
    const auto done = observe(*job.calendars[calendar].store, calendar, std::move(remembered[calendar]), job.wanted,
                              job.bodies, observed);
    if (!done) return done.error();
  }
  return observed;
}

Result<Observed> observe_all(const SyncJob& job) {
  auto remembered = remembered_by(job);
  if (!remembered) return remembered.error();
  return observe_all(job, std::move(*remembered));
}

Applied apply(const SyncJob& job, const Observed& observed, const ChangePlan& plan) {
  return Applier(job).apply(observed, plan);
}

}  // namespace jalon
