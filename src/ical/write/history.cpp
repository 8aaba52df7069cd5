#include "ical/write/history.h"

#include <algorithm>

#include "ical/write/forms.h"

namespace jalon {
namespace {

std::string_view action_of(std::string_view uid) {
  if (uid.ends_with(todo_suffix)) uid.remove_suffix(todo_suffix.size());
  return uid;
}

}  // namespace

std::string todo_uid(std::string_view uid) { return std::string(uid).append(todo_suffix); }

std::string event_uid(std::string_view uid) { return std::string(action_of(uid)); }

History::History(std::span<const PreviousItem> previous) {
  entries_.reserve(previous.size());
  for (const PreviousItem& item : previous) {
    Entry& entry = entries_[action_of(item.uid)];
    (item.todo ? entry.todo : entry.event) = &item;
  }
}

const History::Entry* History::find(std::string_view uid) {
  const auto found = entries_.find(uid);
  if (found == entries_.end()) return nullptr;
  if (!found->second.found) ++found_;
  found->second.found = true;
  return &found->second;
}

Revision revision_of(const PreviousItem& before, const ContentHash& now, std::chrono::sys_seconds stamp) {
  if (now.content == before.content_hash) return {before.stamp, before.sequence};
  const std::uint32_t raised = now.schedule == before.schedule_hash ? 0 : 1;
  return {std::max(stamp, before.stamp + std::chrono::seconds{1}), before.sequence + raised};
}

}  // namespace jalon
