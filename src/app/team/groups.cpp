#include "app/team/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "identity/fold.h"

namespace jalon {
namespace {

constexpr std::size_t longest_name = 100;  // bytes

using Labels = std::vector<std::string>;

// What stands for having none: in the order of Grouping, in the language of the plan.
constexpr std::array<std::array<std::string_view, language_count>, 6> none_labels = {
    {{"", ""},
     {"", ""},
     {"Sans responsable", "Unassigned"},
     {"Sans section", "No section"},
     {"Sans étiquette", "Untagged"},
     {"Sans date", "Undated"}}};

std::string month_of(const When& when) {
  if (when.kind == WhenKind::undated) return {};
  const std::chrono::year_month_day day{when.kind == WhenKind::event ? when.first_day() : when.last_day()};
  return fmt::format("{:04}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
}

Labels labels_of(const Plan& plan, const Action& action, Grouping grouping) {
  Labels labels;
  if (grouping == Grouping::owner) {
    for (const Person& person : action.owners) labels.emplace_back(person.name.empty() ? person.address : person.name);
  } else if (grouping == Grouping::tag) {
    labels.assign(action.tags.begin(), action.tags.end());
  } else if (grouping == Grouping::section) {
    if (action.section != no_index) labels.emplace_back(plan.sections[action.section].title);
  } else if (grouping == Grouping::month) {
    labels.push_back(month_of(action.when));
  } else {
    return {""};
  }
  std::erase(labels, "");
  if (labels.empty()) {
    labels.emplace_back(none_labels[static_cast<std::size_t>(grouping)][static_cast<std::size_t>(plan.language)]);
  }
  return labels;
}

// A label as the name of a file: no slash, no space, nothing hidden or invisible.
std::string file_name(const std::string& label) {
  std::string name;
  for (const char c : label) {
    const auto byte = static_cast<unsigned char>(c);
    const bool gap = c == ' ' || c == '/' || c == '\\' || byte < 0x20 || byte == 0x7f;
    if (!gap) name += c;
    if (gap && !name.empty() && name.back() != '-') name += '-';
  }
  while (!name.empty() && (name.front() == '.' || name.front() == '-')) name.erase(0, 1);
  std::size_t size = std::min(name.size(), longest_name);
  while (size > 0 && size < name.size() && (name[size] & 0xc0) == 0x80) --size;  // between characters
  name.resize(size);
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "_" : name;
}

void name_files(std::vector<Group>& groups) {
  std::set<std::string> taken;
  for (Group& group : groups) {
    group.file = file_name(group.label);
    for (int i = 2; !taken.insert(folded_title(group.file)).second; ++i) {
      group.file = file_name(group.label) + "_" + std::to_string(i);
    }
  }
}

class Grouper {
 public:
  explicit Grouper(Grouping grouping) : grouping_(grouping) {}

  void add(const Plan& plan, std::size_t index) {
    for (std::uint32_t i = 0; i < plan.actions.size(); ++i) {
      for (const std::string& label : labels_of(plan, plan.actions[i], grouping_)) group_of(label).add(index, i);
    }
  }
  std::vector<Group> take() {
    if (grouping_ == Grouping::month) {
      std::sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.label < b.label; });
    }
    name_files(groups_);
    return std::move(groups_);
  }

 private:
  // «Alex» and "alex" are one person.
  Group& group_of(const std::string& label) {
    const auto [place, is_new] = by_label_.try_emplace(folded_title(label), groups_.size());
    if (is_new) groups_.push_back({label, {}, {}});
    return groups_[place->second];
  }

  Grouping grouping_;
  std::map<std::string, std::size_t> by_label_;
  std::vector<Group> groups_;
};

}  // namespace

void Group::add(std::size_t plan, std::uint32_t action) {
  if (parts.empty() || parts.back().plan != plan) parts.push_back({plan, {}});
  std::vector<std::uint32_t>& actions = parts.back().actions;
  if (actions.empty() || actions.back() != action) actions.push_back(action);  // «@Alex @alex»
}

std::vector<Group> group_actions(const std::vector<GroupedPlan>& plans, Grouping grouping) {
  if (grouping != Grouping::plan) {
    Grouper grouper(grouping);
    for (std::size_t i = 0; i < plans.size(); ++i) grouper.add(plans[i].loaded.plan, i);
    return grouper.take();
  }
  std::vector<Group> groups;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    groups.push_back({{}, plans[i].request.known_as, {}});
    for (std::uint32_t k = 0; k < plans[i].loaded.plan.actions.size(); ++k) groups.back().add(i, k);
  }
  return groups;
}

}  // namespace jalon
