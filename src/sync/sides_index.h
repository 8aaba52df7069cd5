// The sides of a synchronisation by UID and by action.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sync/plan.h"

namespace jalon {

class SidesIndex {
 public:
  explicit SidesIndex(const ThreeSides& sides);

  const Agreed* agreed(std::size_t calendar, std::string_view uid) const { return find(agreed_, calendar, uid); }
  const Remote* present(std::size_t calendar, std::string_view uid) const { return find(present_, calendar, uid); }
  bool is_wanted(const Agreed& agreed) const { return find(wanted_, agreed.calendar, agreed.uid) != nullptr; }
  bool is_action_wanted(std::string_view action) const { return wanted_actions_.contains(std::string(action)); }
  // What was agreed on for the action in a form, or a calendar, in which it is not wanted any more; null: nothing.
  const Agreed* other_form(std::string_view action) const;
  // Whether a form of the action is wanted that was never agreed on, and is not there.
  bool has_new_form(std::string_view action) const { return new_forms_.contains(std::string(action)); }

 private:
  template <class T>
  using Table = std::unordered_map<std::string, const T*>;
  static std::string key(std::size_t calendar, std::string_view uid) {
    return std::to_string(calendar).append(" ").append(uid);
  }
  template <class T>
  static const T* find(const Table<T>& table, std::size_t calendar, std::string_view uid) {
    const auto found = table.find(key(calendar, uid));
    return found == table.end() ? nullptr : found->second;
  }

  Table<Wanted> wanted_;
  Table<Agreed> agreed_;
  Table<Remote> present_;
  Table<Wanted> wanted_actions_;
  Table<Wanted> new_forms_;
  Table<Agreed> other_forms_;
};

}  // namespace jalon
