// What reading a list in pieces promises: the actions of the whole.
#pragma once

#include <string>

#include "fuzz/hold_plan.h"

namespace jalon::fuzz {

inline void hold_pieces(const Plan& whole, std::string_view bytes, const ListOptions& options) {
  constexpr std::size_t padding = 64;
  const std::string text = std::string(bytes) + std::string(padding, '\0');
  const auto pieces =
      read_list_in_pieces("plan", {text.data(), bytes.size()}, options, [](std::size_t, std::size_t) {});
  if (!pieces) return;
  std::size_t next = 0;
  for (auto piece = pieces->next(); piece != PlanPieces::Piece::none; piece = pieces->next()) {
    if (piece == PlanPieces::Piece::needs_whole) return;
    for (const Action& action : pieces->plan().actions) {
      hold(next < whole.actions.size() && whole.actions[next].title == action.title,
           "an action is the same in a piece");
      hold(whole.actions[next].span == action.span, "an action stands at the same place in a piece");
      ++next;
    }
  }
  hold(next == whole.actions.size(), "all actions are in pieces");
  hold(pieces->plan().diagnostics.size() == whole.diagnostics.size(), "as much is told of pieces");
}

}  // namespace jalon::fuzz
