#include "app/identities.h"

#include <filesystem>
#include <iterator>
#include <unordered_set>

#include "jalon/identity.h"

namespace jalon {
namespace {

std::string_view section_of(const Plan& plan, const Action& action) {
  return action.section == no_index ? std::string_view() : plan.sections[action.section].title;
}

// Views into `item` and `uid`.
Identifiable known(const PreviousItem& item, std::string_view uid) {
  return {.uid = uid,
          .id = item.id,
          .title = item.summary,
          .section = item.section,
          .kind = item.kind,
          .timed = item.timed,
          .start = item.start,
          .end = item.end};
}

// What comes out of a calendar keeps its UID; an action that would have got the same one gets one named after both.
void keep_own(const Plan& plan, std::vector<std::string>& uids) {
  std::unordered_set<std::string_view> own;
  for (const Action& action : plan.actions) {
    if (!action.uid.empty()) own.insert(action.uid);
  }
  if (own.empty()) return;
  for (std::size_t i = 0; i < uids.size(); ++i) {
    const std::string_view uid = plan.actions[i].uid;
    if (!uid.empty()) {
      uids[i] = uid;
    } else if (own.contains(uids[i])) {
      uids[i] += "-" + std::to_string(i + 1);
    }
  }
}

// The previous side: of an action that is written in both forms only the first.
class Before {
 public:
  explicit Before(std::span<const PreviousItem> previous) {
    uids_.reserve(previous.size());
    for (const PreviousItem& item : previous) uids_.push_back(item.todo ? event_uid(item.uid) : item.uid);
    items_.reserve(previous.size());
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < previous.size(); ++i) {
      if (seen.insert(uids_[i]).second) items_.push_back(known(previous[i], uids_[i]));
    }
  }
  std::span<const Identifiable> items() const { return items_; }

 private:
  std::vector<std::string> uids_;
  std::vector<Identifiable> items_;
};

}  // namespace

Identifiable identifiable(const Plan& plan, const Action& action) {
  const When& when = action.when;
  return {.uid = {},
          .id = action.id,
          .title = action.title,
          .section = section_of(plan, action),
          .kind = when.kind,
          .timed = when.timed,
          .start = when.kind == WhenKind::deadline ? when.end : when.start,
          .end = when.end};
}

std::vector<std::string> uids_of(const Plan& plan, const std::string& plan_identity,
                                 std::span<const PreviousItem> previous) {
  const Before before(previous);
  const auto now = [&plan](std::size_t i) { return identifiable(plan, plan.actions[i]); };
  std::vector<std::string> uids = identify(plan_identity, plan.actions.size(), now, before.items());
  keep_own(plan, uids);
  return uids;
}

std::vector<std::string> uids_of(const Plan& plan, std::span<const PreviousItem> previous) {
  return uids_of(plan, plan_identity(plan), previous);
}

std::vector<std::vector<std::string>> uids_of(std::span<const IdentifiedPlan> plans,
                                              std::span<const PreviousItem> previous) {
  const Before before(previous);
  std::vector<Identifiable> now;
  for (const IdentifiedPlan& one : plans) {
    for (const Action& action : one.plan.actions) {
      now.push_back(identifiable(one.plan, action));
      now.back().plan = one.identity;
    }
  }
  std::vector<std::string> all = identify({}, now, before.items());
  std::vector<std::vector<std::string>> uids;
  auto next = std::make_move_iterator(all.begin());
  for (const IdentifiedPlan& one : plans) {
    const auto end = next + static_cast<std::ptrdiff_t>(one.plan.actions.size());
    uids.emplace_back(next, end);
    keep_own(one.plan, uids.back());
    next = end;
  }
  return uids;
}

std::string plan_identity(const Plan& plan, const std::string& known_as) {
  if (!plan.id.empty()) return std::string(plan.id);
  std::string name = known_as;
  if (name.empty() && plan.name != "-") name = std::filesystem::path(plan.name).stem().string();
  return name + "\n" + std::string(plan.title);
}

}  // namespace jalon
