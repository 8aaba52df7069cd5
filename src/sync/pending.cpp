#include "sync/pending.h"

#include <algorithm>
#include <set>

namespace jalon {
namespace {

std::vector<Agreed>::iterator find(std::vector<Agreed>& agreed, const std::string& uid) {
  return std::find_if(agreed.begin(), agreed.end(), [&](const Agreed& each) { return each.uid == uid; });
}

void resolve_removal(const Pending& pending, const Remote* present, std::vector<Agreed>& agreed) {
  const auto entry = find(agreed, pending.after.uid);
  if (present == nullptr && entry != agreed.end()) agreed.erase(entry);
}

// The run that made it never got to know its ETag.
void resolve_creation(const Pending& pending, const Remote& present, std::vector<Agreed>& agreed) {
  Agreed made = pending.after;
  made.href = present.href;
  made.etag = present.etag;
  made.seen = present.fields;
  agreed.push_back(std::move(made));
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

}  // namespace

void resolve(const Pending& pending, const Remote* present, std::vector<Agreed>& agreed) {
  if (pending.act == Act::remove) return resolve_removal(pending, present, agreed);
  if (present == nullptr || was_not_done(pending, *present)) return;
  const auto entry = find(agreed, pending.after.uid);
  if (entry != agreed.end()) return resolve_fields(pending, *present, *entry);
  if (pending.act == Act::create) resolve_creation(pending, *present, agreed);
}

}  // namespace jalon
