// Which action of an edited plan is which action of its last output: a retitled, moved or redated action keeps its
// UID, two lines with the same text are two actions, and no UID is ever given twice.
//
// Found again by the action's own id, then by equal content, then by the best overall match of title, time and
// place in the plan, as version control finds renames. Near-linear in the number of actions. Pure.
// New UIDs are name-based UUIDs (RFC 9562 section 5.5) of the plan's identity and the action's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/when.h"

namespace jalon {

struct Identifiable {
  std::string_view uid;  // previous side only
  std::string_view id;   // the action's own name; empty where none
  std::string_view title;
  std::string_view section;
  WhenKind kind = WhenKind::undated;
  bool timed = false;
  LocalTime start{};
  LocalTime end{};
  std::string_view plan = {};  // wanted side: its plan's identity where that is not the one given for all
};

// One UID for each of `wanted`, in its order.
std::vector<std::string> identify(std::string_view plan_identity, std::span<const Identifiable> wanted,
                                  std::span<const Identifiable> previous);

// The same where `count` wanted actions are given one by one, as often as they are asked for: a large plan needs no
// second list of its actions.
using Wanted = std::function<Identifiable(std::size_t)>;
std::vector<std::string> identify(std::string_view plan_identity, std::size_t count, const Wanted& wanted,
                                  std::span<const Identifiable> previous);

// The same where nothing was there before and the actions come a few at a time: 12 bytes an action are kept.
class NewIdentities {
 public:
  explicit NewIdentities(std::string_view plan_identity);
  ~NewIdentities();
  // One UID for each of the next actions, into strings that are used again.
  void name(std::size_t count, const Wanted& wanted, std::vector<std::string>& uids);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace jalon
