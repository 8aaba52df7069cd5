// The sides of a synchronisation by UID and by action. Views what it is made of, which must outlive it.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "sync/plan.h"

namespace jalon {

class SidesIndex {
 public:
  explicit SidesIndex(const ThreeSides& sides);

  const Agreed* agreed(std::size_t calendar, std::string_view uid) const { return find(agreed_, Name(calendar, uid)); }
  const Remote* present(std::size_t calendar, std::string_view uid) const {
    return find(present_, Name(calendar, uid));
  }
  bool is_wanted(const Agreed& agreed) const { return wanted_.contains({agreed.calendar, agreed.uid}); }
  bool is_action_wanted(std::string_view action) const { return wanted_actions_.contains(action); }
  // What was agreed on for the action in a form, or a calendar, in which it is not wanted any more; null: nothing.
  const Agreed* other_form(std::string_view action) const { return find(other_forms_, action); }
  // Whether a form of the action is wanted that was never agreed on, and is not there.
  bool has_new_form(std::string_view action) const { return new_forms_.contains(action); }

 private:
  using Name = std::pair<std::size_t, std::string_view>;  // calendar and UID
  struct HashOfName {
    std::size_t operator()(const Name& name) const { return std::hash<std::string_view>()(name.second) + name.first; }
  };
  template <class T>
  using ByName = std::unordered_map<Name, const T*, HashOfName>;
  template <class T>
  using ByAction = std::unordered_map<std::string_view, const T*>;

  template <class Table>
  static typename Table::mapped_type find(const Table& table, const typename Table::key_type& key) {
    const auto found = table.find(key);
    return found == table.end() ? nullptr : found->second;
  }

  ByName<Wanted> wanted_;
  ByName<Agreed> agreed_;
  ByName<Remote> present_;
  ByAction<Wanted> wanted_actions_;
  ByAction<Wanted> new_forms_;
  ByAction<Agreed> other_forms_;
};

}  // namespace jalon
