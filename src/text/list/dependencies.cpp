#include "text/list/dependencies.h"

#include <algorithm>
#include <utility>

#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/list/values.h"

namespace jalon::list {

void Dependencies::resolve(Plan& plan) {
  if (wanted_.empty()) return;
  index(plan);
  for (const Wanted& wanted : wanted_) find_edges(plan, wanted);
  const auto order = [](const Edge& edge) { return std::pair(edge.from, edge.to); };
  std::stable_sort(edges_.begin(), edges_.end(), [&](const Edge& a, const Edge& b) { return order(a) < order(b); });
  const auto same = [&](const Edge& a, const Edge& b) { return order(a) == order(b); };
  edges_.erase(std::unique(edges_.begin(), edges_.end(), same), edges_.end());
  drop_circles(plan);
  write(plan);
}

void Dependencies::index(const Plan& plan) {
  for (std::uint32_t i = 0; i < plan.actions.size(); ++i) by_title_[fold(plan.actions[i].title)].push_back(i);
}

std::uint32_t Dependencies::find(std::string_view name, std::uint32_t from) const {
  const bool named = name.starts_with('^');
  const std::string_view id = named ? name.substr(1) : name;
  if (const auto place = by_id_.find(id); place != by_id_.end() && place->second != from) return place->second;
  const auto place = by_title_.find(fold(name));
  if (named || place == by_title_.end()) return no_index;
  const auto behind = std::lower_bound(place->second.begin(), place->second.end(), from);
  if (behind != place->second.begin()) return *std::prev(behind);
  const auto other = std::find_if(behind, place->second.end(), [&](std::uint32_t action) { return action != from; });
  return other == place->second.end() ? no_index : *other;
}

// The whole value may be a title with commas in it; else it is a list.
void Dependencies::find_edges(Plan& plan, const Wanted& wanted) {
  if (const std::uint32_t whole = find(wanted.value, wanted.action); whole != no_index) {
    edges_.push_back({wanted.action, whole, wanted.span});
    return;
  }
  std::vector<std::string_view> names;
  split_list(wanted.value, names);
  for (const std::string_view name : names) {
    const std::uint32_t to = find(name, wanted.action);
    if (to == no_index) {
      tell(plan, Code::list_after_unknown, wanted.span, {std::string(name)});
    } else {
      edges_.push_back({wanted.action, to, wanted.span});
    }
  }
}

// Depth first along the edges, which are sorted by where they come from; one that leads back to an action on the way is
// dropped.
void Dependencies::drop_circles(Plan& plan) {
  enum class Visit : std::uint8_t { never, open, closed };
  std::vector<Visit> visits(plan.actions.size(), Visit::never);
  std::vector<bool> dropped(edges_.size(), false);
  const auto first_edge = [&](std::uint32_t from) {
    return static_cast<std::size_t>(
        std::lower_bound(edges_.begin(), edges_.end(), from,
                         [](const Edge& edge, std::uint32_t value) { return edge.from < value; }) -
        edges_.begin());
  };
  struct Step {
    std::uint32_t action;
    std::size_t edge;
  };
  std::vector<Step> way;
  const auto enter = [&](std::uint32_t action) {
    visits[action] = Visit::open;
    way.push_back({action, first_edge(action)});
  };
  for (const Edge& start : edges_) {
    if (visits[start.from] == Visit::never) enter(start.from);
    while (!way.empty()) {
      const std::size_t at = way.back().edge++;
      if (at >= edges_.size() || edges_[at].from != way.back().action) {
        visits[way.back().action] = Visit::closed;
        way.pop_back();
        continue;
      }
      const std::uint32_t to = edges_[at].to;
      if (visits[to] == Visit::open) {
        dropped[at] = true;
        tell(plan, Code::list_after_cycle, edges_[at].span, {std::string(plan.actions[to].title)});
      } else if (visits[to] == Visit::never) {
        enter(to);
      }
    }
  }
  std::size_t i = 0;
  std::erase_if(edges_, [&](const Edge&) { return dropped[i++]; });
}

void Dependencies::write(Plan& plan) const {
  std::vector<std::uint32_t> targets;
  for (auto edge = edges_.begin(); edge != edges_.end();) {
    const std::uint32_t from = edge->from;
    targets.clear();
    for (; edge != edges_.end() && edge->from == from; ++edge) targets.push_back(edge->to);
    plan.actions[from].after = plan.arena->copy(std::span<const std::uint32_t>(targets));
  }
}

}  // namespace jalon::list
