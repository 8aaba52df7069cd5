#include "sync/pending.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jalon {
namespace {

// The run that made it never got to know its ETag.
Agreed resolve_creation(const Pending& pending, const Remote& present) {
  Agreed made = pending.after;
  made.href = present.href;
  made.etag = present.etag;
  made.seen = present.fields;
  return made;
}

bool was_not_done(const Pending& pending, const Remote& present) {
  return pending.act == Act::update && !present.etag.empty() && present.etag == pending.etag;
}

std::set<std::string> names_of(const Pending& pending, const Remote& present) {
  std::set<std::string> names;
  for (const Fields* fields : {&pending.sent, &present.fields, &pending.after.ours, &pending.after.theirs}) {
    for (const Field& field : *fields) names.insert(field.name);
  }
  return names;
}

void resolve_fields(const Pending& pending, const Remote& present, Agreed& entry) {
  entry.presence = Presence::there;
  for (const std::string& name : names_of(pending, present)) {
    if (value_of(present.fields, name) != value_of(pending.sent, name)) continue;
    set_field(entry.ours, name, value_of(pending.after.ours, name));
    set_field(entry.theirs, name, value_of(pending.after.theirs, name));
  }
}

// Takes the agreements on what has a pending write out of the others.
std::unordered_map<std::string, Agreed> take_unsure(std::span<const Pending> pending, std::vector<Agreed>& agreed) {
  std::unordered_set<std::string_view> uids;
  for (const Pending& each : pending) uids.insert(each.after.uid);
  const auto unsure =
      std::stable_partition(agreed.begin(), agreed.end(), [&](const Agreed& each) { return !uids.contains(each.uid); });
  std::unordered_map<std::string, Agreed> taken;
  for (auto each = unsure; each != agreed.end(); ++each) taken.emplace(each->uid, std::move(*each));
  agreed.erase(unsure, agreed.end());
  return taken;
}

}  // namespace

std::optional<Agreed> resolve(const Pending& pending, const Remote* present, std::optional<Agreed> agreed) {
  if (pending.act == Act::remove) return present == nullptr ? std::nullopt : std::move(agreed);
  if (present == nullptr || was_not_done(pending, *present)) return agreed;
  if (agreed) {
    resolve_fields(pending, *present, *agreed);
  } else if (pending.act == Act::create) {
    agreed = resolve_creation(pending, *present);
  }
  return agreed;
}

std::vector<Agreed> resolve_all(Remembered remembered, std::span<const Remote> present, Settlement& settlement) {
  std::vector<Agreed> agreed = std::move(remembered.agreed);
  if (remembered.pending.empty()) return agreed;
  std::unordered_map<std::string, Agreed> unsure = take_unsure(remembered.pending, agreed);
  std::unordered_map<std::string_view, const Remote*> there;
  const std::size_t calendar = remembered.pending.front().after.calendar;
  for (const Remote& remote : present) {
    if (remote.calendar == calendar) there.emplace(remote.uid, &remote);
  }
  for (const Pending& pending : remembered.pending) {
    const std::string& uid = pending.after.uid;
    const auto before = unsure.find(uid);
    const auto found = there.find(uid);
    const bool known = before != unsure.end();
    auto now = resolve(pending, found == there.end() ? nullptr : found->second,
                       known ? std::optional(std::move(before->second)) : std::nullopt);
    settlement.settled.push_back(uid);
    if (now) {
      settlement.agreed.push_back(*now);
      agreed.push_back(std::move(*now));
    } else if (known) {
      settlement.forgotten.push_back(uid);
    }
  }
  return agreed;
}

}  // namespace jalon
