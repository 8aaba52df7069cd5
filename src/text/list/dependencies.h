// What comes first: `after: ^name` or `after: the other's title`, resolved to actions when all of them are known.
//
// Of several actions with one title the nearest before counts, else the first behind. An unknown name and an order that
// runs in a circle are told, and left out. Near-linear in the number of actions and names; no recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "jalon/plan.h"

namespace jalon::list {

class Dependencies {
 public:
  // Gives an action a name of its own; false where another one has it.
  bool name(std::string_view id, std::uint32_t action) {
    return by_id_.try_emplace(id, action).first->second == action;
  }
  void add(std::uint32_t action, std::string_view value, SourceSpan span) { wanted_.push_back({action, value, span}); }
  void resolve(Plan& plan);

 private:
  struct Wanted {
    std::uint32_t action;
    std::string_view value;  // one name, or several
    SourceSpan span;
  };
  struct Edge {
    std::uint32_t from;  // the action that waits
    std::uint32_t to;
    SourceSpan span;
  };

  void index(const Plan& plan);
  std::uint32_t find(std::string_view name, std::uint32_t from) const;
  void find_edges(Plan& plan, const Wanted& wanted);
  void drop_circles(Plan& plan);
  void write(Plan& plan) const;

  std::vector<Wanted> wanted_;
  std::vector<Edge> edges_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_title_;  // folded, ascending
};

}  // namespace jalon::list
