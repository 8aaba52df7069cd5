// Which action is part of which, and which comes after which, once all of them are known.
//
// Others are named by id, by number or by title. A part may stand before its whole in a table: actions are then put in
// order, each whole before its parts, all else as it was. What is named and is not there is told; so are an order that
// runs in a circle and an id that two actions have, which is the first one's. Near-linear; no recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/key_counts.h"
#include "jalon/plan.h"

namespace jalon::records {

class Relations {
 public:
  void add_id(std::uint32_t action, std::string_view id, SourceSpan span) { ids_.push_back({action, id, span}); }
  // A name that others may use, and no identity.
  void add_alias(std::uint32_t action, std::string_view name) { aliases_.push_back({action, name, {}}); }
  void add_parent(std::uint32_t action, std::string_view name, SourceSpan span) {
    parents_.push_back({action, name, span});
  }
  void add_after(std::uint32_t action, std::string_view names, SourceSpan span) {
    after_.push_back({action, names, span});
  }
  void resolve(Plan& plan);
  // Of a plan that comes in pieces: of those of this piece only whether ids are new. False where any action is named.
  bool resolve_piece(Plan& plan);

 private:
  struct Named {
    std::uint32_t action;
    std::string_view name;
    SourceSpan span;
  };

  void index_names(Plan& plan);
  void set_parents(Plan& plan);
  std::uint32_t find(const Plan& plan, std::string_view name);
  void put_wholes_first(Plan& plan);
  void renumber(Plan& plan, const std::vector<std::uint32_t>& place);
  void set_after(Plan& plan) const;

  KeyCounts ids_of_pieces_;
  std::vector<Named> ids_;
  std::vector<Named> aliases_;
  std::vector<Named> parents_;
  std::vector<Named> after_;
  std::unordered_map<std::string_view, std::uint32_t> by_name_;
  std::unordered_map<std::string, std::uint32_t> by_title_;  // folded, the first one; made when it is needed
};

}  // namespace jalon::records
