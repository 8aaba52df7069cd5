// The UIDs of actions that are new: name-based (RFC 9562 section 5.5), by the action's own id or its title as its words
// are compared, and by how many of that name came before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/key_counts.h"
#include "identity/naming.h"
#include "jalon/identity.h"

namespace jalon {

// The names of each plan's actions: those of all have one identity, but for those that say another.
class Namings {
 public:
  explicit Namings(std::string_view plan_identity) : common_(plan_identity) {}

  const Naming& of(const Identifiable& action) {
    if (action.plan.empty()) return common_;
    return others_.try_emplace(action.plan, action.plan).first->second;
  }

 private:
  Naming common_;
  std::unordered_map<std::string_view, Naming> others_;
};

struct NewName {
  const Naming* naming = nullptr;  // its plan's
  std::string text;
  std::uint64_t key = 0;
  bool by_id = false;
};

class NewUids {
 public:
  // `taken`: whether a UID is one already. `most`: about how many will be made.
  NewUids(Namings& namings, std::function<bool(std::string_view)> taken, std::size_t most);

  // Best asked for some actions ahead of `make`: what that looks up is fetched meanwhile.
  void name(const Identifiable& action, NewName& name);
  void make(const NewName& name, std::string& uid);

 private:
  Namings& namings_;
  std::function<bool(std::string_view)> taken_;
  KeyCounts occurrences_;
};

}  // namespace jalon
