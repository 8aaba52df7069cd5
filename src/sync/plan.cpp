#include "sync/plan.h"

#include <algorithm>
#include <utility>

#include "sync/merge.h"
#include "sync/sides_index.h"

namespace jalon {
namespace {

Step step_of(const Wanted& wanted) {
  Step step;
  step.calendar = wanted.calendar;
  step.uid = wanted.uid;
  step.title = wanted.title;
  step.line = wanted.line;
  return step;
}

Step step_of(const Agreed& agreed) {
  Step step;
  step.calendar = agreed.calendar;
  step.uid = agreed.uid;
  step.title = agreed.title;
  step.href = agreed.href;
  step.etag = agreed.etag;
  return step;
}

// What is agreed of an object, whose two sides are set by the caller.
Agreed agreement(const Wanted& wanted) {
  Agreed after;
  after.calendar = wanted.calendar;
  after.uid = wanted.uid;
  after.action = wanted.action;
  after.title = wanted.title;
  after.note = wanted.note;
  return after;
}

std::vector<Change> changes_between(const Fields& from, const Fields& to) {
  std::vector<Change> changes;
  for (const std::string& name : differing(from, to))
    changes.push_back({name, std::string(value_of(from, name)), std::string(value_of(to, name))});
  return changes;
}

class Planner {
 public:
  Planner(const ThreeSides& sides, const Policy& policy) : sides_(sides), policy_(policy), index_(sides) {}

  ChangePlan make() {
    for (std::size_t i = 0; i < sides_.wanted.size(); ++i) {
      is_settled(sides_.wanted[i]) ? void(++plan_.unchanged) : add(decide_wanted(i));
    }
    for (const Agreed& agreed : sides_.agreed) {
      if (!index_.is_wanted(agreed)) add(decide_unwanted(agreed));
    }
    trip_guards();
    return std::move(plan_);
  }

 private:
  Prefer prefer(const std::string& uid) const {
    const auto decided = policy_.decided.find(uid);
    return decided == policy_.decided.end() ? policy_.prefer : decided->second;
  }

  // All sides are as they were agreed on: nothing to decide, as for most objects of most runs.
  bool is_settled(const Wanted& wanted) const {
    const Agreed* agreed = index_.agreed(wanted.calendar, wanted.uid);
    const Remote* present = index_.present(wanted.calendar, wanted.uid);
    if (agreed == nullptr || present == nullptr || agreed->presence == Presence::gone) return false;
    const bool same_there = present->href == agreed->href && present->etag == agreed->etag &&
                            present->fields == agreed->seen && agreed->seen == agreed->theirs;
    return same_there && wanted.fields == agreed->ours && wanted.action == agreed->action &&
           wanted.title == agreed->title && wanted.note == agreed->note;
  }

  void add(Step step) {
    const bool silent = step.act == Act::nothing && step.clash == Clash::none && step.news == News::none;
    if (silent) ++plan_.unchanged;
    if (!silent || step.settled) plan_.steps.push_back(std::move(step));
  }

  Step decide_wanted(std::size_t i) {
    const Wanted& wanted = sides_.wanted[i];
    const Agreed* agreed = index_.agreed(wanted.calendar, wanted.uid);
    const Remote* present = index_.present(wanted.calendar, wanted.uid);
    Step step = present != nullptr  ? decide_both(wanted, agreed, *present)
                : agreed != nullptr ? decide_missing(wanted, *agreed)
                                    : decide_new(wanted);
    step.wanted = i;
    return step;
  }

  // W · R, with or without A.
  Step decide_both(const Wanted& wanted, const Agreed* agreed, const Remote& present) {
    Step step = step_of(wanted);
    const Agreed before = agreed == nullptr ? Agreed{} : *agreed;
    FieldMerge merge = merge_fields(wanted.fields, present.fields, before.ours, before.theirs, prefer(wanted.uid));
    step.href = present.href;
    step.etag = present.etag;
    step.take = std::move(merge.take);
    step.changes = std::move(merge.changes);
    step.disagreements = std::move(merge.disagreements);
    if (agreed != nullptr) step.kept = std::move(merge.kept);
    if (!step.kept.empty()) step.news = News::edited;
    if (!step.disagreements.empty()) step.clash = Clash::fields;
    step.after = agreement(wanted);
    step.after.href = present.href;
    step.after.etag = present.etag;
    step.after.seen = present.fields;
    step.after.ours = std::move(merge.ours);
    step.after.theirs = std::move(merge.theirs);
    step.act = step.take.empty() ? Act::nothing : Act::update;
    settle_both(step, agreed, before);
    return step;
  }

  // What the calendar says is remembered at once; what is about to be written, only when it is.
  static void settle_both(Step& step, const Agreed* agreed, const Agreed& before) {
    Agreed settled = step.after;
    for (const std::string& field : step.take) {
      set_field(settled.ours, field, value_of(before.ours, field));
      set_field(settled.theirs, field, value_of(before.theirs, field));
    }
    if (agreed == nullptr ? step.act == Act::nothing : settled != *agreed) step.settled = std::move(settled);
  }

  // W · A, and the calendar has it no more.
  Step decide_missing(const Wanted& wanted, const Agreed& agreed) {
    Step step = step_of(wanted);
    const bool edited = wanted.fields != agreed.ours;
    if (policy_.deleted == Deleted::restore || (edited && prefer(wanted.uid) == Prefer::plan)) return create(wanted);
    if (agreed.presence == Presence::there) step.news = News::deleted;
    if (edited && prefer(wanted.uid) == Prefer::neither) step.clash = Clash::removed_there;
    if (step.clash == Clash::removed_there) step.changes = changes_between(agreed.ours, wanted.fields);
    Agreed settled = agreed;
    settled.presence = Presence::gone;
    settled.etag.clear();
    settled.title = wanted.title;
    settled.note = wanted.note;
    if (step.clash == Clash::none) settled.ours = wanted.fields;
    if (settled != agreed) step.settled = std::move(settled);
    return step;
  }

  Step create(const Wanted& wanted) {
    Step step = step_of(wanted);
    step.act = Act::create;
    step.changes = changes_between({}, wanted.fields);
    step.after = agreement(wanted);
    step.after.ours = wanted.fields;
    return step;
  }

  // W alone. Where its action is on the calendar in another form, that one is replaced.
  Step decide_new(const Wanted& wanted) {
    const Agreed* other = index_.other_form(wanted.action);
    if (other == nullptr) return create(wanted);
    const Remote* present = index_.present(other->calendar, other->uid);
    if (present == nullptr) return policy_.deleted == Deleted::restore ? create(wanted) : step_of(wanted);
    if (is_kept(*other, *present)) return step_of(wanted);
    Step step = create(wanted);
    step.replaces = other->uid;
    step.replaces_in = other->calendar;
    return step;
  }

  // Whether it was edited in the calendar, which the plan may not overrule.
  bool is_kept(const Agreed& agreed, const Remote& present) const {
    return present.fields != agreed.theirs && prefer(agreed.uid) != Prefer::plan;
  }

  // A, and the plan has it no more.
  Step decide_unwanted(const Agreed& agreed) {
    Step step = step_of(agreed);
    const Remote* present = index_.present(agreed.calendar, agreed.uid);
    const bool other_form_wanted = index_.has_new_form(agreed.action);
    step.is_replaced = index_.is_action_wanted(agreed.action);
    if (present == nullptr) return other_form_wanted ? respect_deletion(step, agreed) : forget(step);
    step.href = present->href;
    step.etag = present->etag;
    step.after.seen = present->fields;
    if (!is_kept(agreed, *present)) {
      step.act = Act::remove;
      return step;
    }
    step.kept = changes_between(agreed.theirs, present->fields);
    if (prefer(agreed.uid) == Prefer::calendar && !other_form_wanted) return forget(step);
    step.clash = other_form_wanted ? Clash::other_form_kept : Clash::edited_there;
    Agreed settled = agreed;
    settled.href = present->href;
    settled.etag = present->etag;
    settled.seen = present->fields;
    settled.presence = Presence::there;
    if (settled != agreed) step.settled = std::move(settled);
    return step;
  }

  static Step forget(Step step) {
    step.act = Act::forget;
    return step;
  }

  Step respect_deletion(Step step, const Agreed& agreed) const {
    if (policy_.deleted == Deleted::restore) return forget(std::move(step));
    if (agreed.presence == Presence::gone) return step;
    step.news = News::deleted;
    step.settled = agreed;
    step.settled->presence = Presence::gone;
    step.settled->etag.clear();
    return step;
  }

  void trip(Guard guard, std::size_t count, std::size_t of) { plan_.tripped.push_back({guard, count, of}); }

  void trip_guards() {
    const std::size_t ours =
        static_cast<std::size_t>(std::count_if(sides_.agreed.begin(), sides_.agreed.end(), [](const Agreed& agreed) {
          return agreed.presence == Presence::there;
        }));
    if (policy_.empty_calendar == Allow::no && policy_.deleted == Deleted::respect) trip_for_empty_calendars();
    if (policy_.taking_off == Allow::yes || policy_.many_removals == Allow::yes || ours == 0) return;
    if (sides_.wanted.empty()) return trip(Guard::plan_empty, ours, ours);
    const std::size_t removals =
        static_cast<std::size_t>(std::count_if(plan_.steps.begin(), plan_.steps.end(), [](const Step& step) {
          return step.act == Act::remove && !step.is_replaced;
        }));
    if (removals > most_removals || 2 * removals > ours) trip(Guard::many_removals, removals, ours);
  }

  void trip_for_empty_calendars() {
    for (const std::size_t calendar : sides_.empty_ones) {
      const std::size_t missing = static_cast<std::size_t>(
          std::count_if(sides_.agreed.begin(), sides_.agreed.end(), [calendar](const Agreed& agreed) {
            return agreed.calendar == calendar && agreed.presence == Presence::there;
          }));
      if (missing > 0) trip(Guard::calendar_empty, missing, missing);
    }
  }

  const ThreeSides& sides_;
  const Policy& policy_;
  SidesIndex index_;
  ChangePlan plan_;
};

}  // namespace

std::size_t ChangePlan::count(Act act) const {
  return static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [act](const Step& step) { return step.act == act; }));
}

std::size_t ChangePlan::clashes() const {
  return static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [](const Step& step) { return step.clash != Clash::none; }));
}

bool ChangePlan::writes() const {
  return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
    return step.act == Act::create || step.act == Act::update || step.act == Act::remove;
  });
}

std::vector<Step> hold_removals(ChangePlan& plan) {
  const auto held = std::stable_partition(plan.steps.begin(), plan.steps.end(),
                                          [](const Step& step) { return step.act != Act::remove || step.is_replaced; });
  std::vector<Step> removals(std::make_move_iterator(held), std::make_move_iterator(plan.steps.end()));
  plan.steps.erase(held, plan.steps.end());
  std::erase_if(plan.tripped, [](const Tripped& tripped) { return tripped.guard != Guard::calendar_empty; });
  return removals;
}

ChangePlan make_plan(const ThreeSides& sides, const Policy& policy) { return Planner(sides, policy).make(); }

}  // namespace jalon
