#include "text/records/relations.h"

#include <utility>

#include "text/list/dependencies.h"
#include "text/list/letters.h"
#include "text/list/notes.h"

namespace jalon::records {
namespace {

// The actions from `action` up to the one whose whole is placed, or that has none; a link that closes a circle is cut.
void climb(Plan& plan, std::uint32_t action, const std::vector<std::uint32_t>& place, std::vector<bool>& on_way,
           std::vector<std::uint32_t>& way) {
  way.clear();
  for (bool more = true; more;) {
    way.push_back(action);
    on_way[action] = true;
    std::uint32_t& parent = plan.actions[action].parent;
    if (parent != no_index && on_way[parent]) {
      list::tell(plan, Code::list_after_cycle, plan.actions[action].span, {std::string(plan.actions[parent].title)});
      parent = no_index;
    }
    more = parent != no_index && place[parent] == no_index;
    if (more) action = parent;
  }
  for (const std::uint32_t one : way) on_way[one] = false;
}

bool is_in_order(const Plan& plan) {
  for (std::uint32_t i = 0; i < plan.actions.size(); ++i) {
    const std::uint32_t parent = plan.actions[i].parent;
    if (parent != no_index && parent >= i) return false;
  }
  return true;
}

}  // namespace

void Relations::resolve(Plan& plan) {
  index_names(plan);
  set_parents(plan);
  if (!is_in_order(plan)) put_wholes_first(plan);
  if (!after_.empty()) set_after(plan);
}

bool Relations::resolve_piece(Plan& plan) {
  if (!parents_.empty() || !after_.empty()) return false;
  for (const Named& id : ids_) {
    if (++ids_of_pieces_.at(std::hash<std::string_view>{}(id.name)) == 1) continue;
    list::tell(plan, Code::list_same_id, id.span, {std::string(id.name)});
    plan.actions[id.action].id = {};
  }
  ids_.clear();
  aliases_.clear();
  return true;
}

void Relations::index_names(Plan& plan) {
  by_name_.reserve(ids_.size() + aliases_.size());
  for (const Named& id : ids_) {
    if (by_name_.try_emplace(id.name, id.action).first->second == id.action) continue;
    list::tell(plan, Code::list_same_id, id.span, {std::string(id.name)});
    plan.actions[id.action].id = {};
  }
  for (const Named& alias : aliases_) by_name_.try_emplace(alias.name, alias.action);
}

void Relations::set_parents(Plan& plan) {
  for (const Named& wanted : parents_) {
    const std::uint32_t parent = find(plan, wanted.name);
    if (parent == no_index) {
      list::tell(plan, Code::list_after_unknown, wanted.span, {std::string(wanted.name)});
    } else if (parent != wanted.action) {
      plan.actions[wanted.action].parent = parent;
    }
  }
}

std::uint32_t Relations::find(const Plan& plan, std::string_view name) {
  if (const auto place = by_name_.find(name); place != by_name_.end()) return place->second;
  if (by_title_.empty()) {
    for (std::uint32_t i = 0; i < plan.actions.size(); ++i) by_title_.try_emplace(list::fold(plan.actions[i].title), i);
  }
  const auto place = by_title_.find(list::fold(name));
  return place == by_title_.end() ? no_index : place->second;
}

void Relations::put_wholes_first(Plan& plan) {
  const std::size_t count = plan.actions.size();
  std::vector<std::uint32_t> place(count, no_index);
  std::vector<bool> on_way(count, false);
  std::vector<std::uint32_t> way;
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (place[i] != no_index) continue;
    climb(plan, i, place, on_way, way);
    while (!way.empty()) {
      place[way.back()] = next++;
      way.pop_back();
    }
  }
  renumber(plan, place);
}

void Relations::renumber(Plan& plan, const std::vector<std::uint32_t>& place) {
  std::vector<Action> actions(plan.actions.size());
  for (std::size_t i = 0; i < actions.size(); ++i) {
    Action& action = actions[place[i]] = std::move(plan.actions[i]);
    if (action.parent != no_index) action.parent = place[action.parent];
  }
  plan.actions = std::move(actions);
  for (auto* named : {&ids_, &aliases_, &after_}) {
    for (Named& one : *named) one.action = place[one.action];
  }
}

void Relations::set_after(Plan& plan) const {
  list::Dependencies dependencies;
  for (const Named& id : ids_) dependencies.name(id.name, id.action);
  for (const Named& alias : aliases_) dependencies.name(alias.name, alias.action);
  for (const Named& wanted : after_) dependencies.add(wanted.action, wanted.name, wanted.span);
  dependencies.resolve(plan);
}

}  // namespace jalon::records
