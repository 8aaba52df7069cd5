// What a calendar said before, and so which revision (DTSTAMP, SEQUENCE) each of its components has now: an unchanged
// one keeps both, so that its bytes stay; a change of its schedule raises SEQUENCE (RFC 5546 section 2.1.4).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>

#include "ical/lines/content_hash.h"
#include "ical/write/component.h"
#include "jalon/calendar.h"

namespace jalon {

class History {
 public:
  // One action's components of the previous output.
  struct Entry {
    const PreviousItem* event = nullptr;
    const PreviousItem* todo = nullptr;
    bool found = false;  // asked for
    const PreviousItem* of(Form form) const { return form == Form::event ? event : todo; }
  };

  explicit History(std::span<const PreviousItem> previous);

  bool empty() const { return entries_.empty(); }
  // By the UID of the event form; null where the action is new.
  const Entry* find(std::string_view uid);
  // How many actions nobody asked for.
  std::size_t left() const { return entries_.size() - found_; }

 private:
  std::unordered_map<std::string_view, Entry> entries_;
  std::size_t found_ = 0;
};

Revision revision_of(const PreviousItem& before, const ContentHash& now, std::chrono::sys_seconds stamp);

}  // namespace jalon
