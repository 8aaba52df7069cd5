#include "app/identities.h"

#include <filesystem>
#include <unordered_set>

#include "jalon/identity.h"

namespace jalon {
namespace {

std::string_view section_of(const Plan& plan, const Action& action) {
  return action.section == no_index ? std::string_view() : plan.sections[action.section].title;
}

Identifiable wanted(const Plan& plan, const Action& action) {
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

}  // namespace

std::vector<std::string> uids_of(const Plan& plan, std::span<const PreviousItem> previous) {
  std::vector<std::string> previous_uids;
  previous_uids.reserve(previous.size());
  for (const PreviousItem& item : previous) previous_uids.push_back(item.todo ? event_uid(item.uid) : item.uid);
  std::vector<Identifiable> before;
  before.reserve(previous.size());
  std::unordered_set<std::string_view> seen;  // an action that is written in both forms stands there twice
  for (std::size_t i = 0; i < previous.size(); ++i) {
    if (seen.insert(previous_uids[i]).second) before.push_back(known(previous[i], previous_uids[i]));
  }
  std::vector<Identifiable> now;
  now.reserve(plan.actions.size());
  for (const Action& action : plan.actions) now.push_back(wanted(plan, action));
  std::vector<std::string> uids = identify(plan_identity(plan), now, before);
  keep_own(plan, uids);
  return uids;
}

std::string plan_identity(const Plan& plan) {
  if (!plan.id.empty()) return std::string(plan.id);
  const std::string stem = plan.name == "-" ? std::string() : std::filesystem::path(plan.name).stem().string();
  return stem + "\n" + std::string(plan.title);
}

}  // namespace jalon
