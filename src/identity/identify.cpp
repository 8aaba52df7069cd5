#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "identity/fingerprint.h"
#include "identity/fingerprint_table.h"
#include "identity/fold.h"
#include "identity/match.h"
#include "identity/naming.h"
#include "jalon/identity.h"

namespace jalon {
namespace {

// The previous actions that may be found again, and which of them has a UID.
class Previous {
 public:
  explicit Previous(std::span<const Identifiable> actions) : by_uid_(actions.size()) {
    items_.reserve(actions.size());
    for (const Identifiable& action : actions) add(action);
  }

  std::span<const Item> items() const { return items_; }
  const std::uint32_t* find(std::string_view uid) { return by_uid_.find(fingerprint(uid)); }
  std::string_view uid(std::size_t i) const { return items_[i].source->uid; }

 private:
  // What has no UID cannot be found again; of two with the same UID, only the first.
  void add(const Identifiable& action) {
    const auto position = static_cast<std::uint32_t>(items_.size());
    if (action.uid.empty() || !by_uid_.insert(fingerprint(action.uid), position)) return;
    items_.push_back(make_item(action));
  }

  FingerprintTable<std::uint32_t> by_uid_;
  std::vector<Item> items_;
};

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

// What a new action is named by: its own id, or its title as its words are compared.
struct Name {
  const Naming* naming = nullptr;  // its plan's
  std::string text;
  std::uint64_t key = 0;
  bool by_id = false;
};

// Gives each new action a UID that neither the previous side nor another new action has.
class NewUids {
 public:
  NewUids(Namings& namings, Previous& previous, std::size_t most)
      : namings_(namings), previous_(previous), occurrences_(most) {}

  // Best asked for some actions ahead of `make`: what that looks up is fetched meanwhile.
  Name name_of(const Identifiable& action) {
    Name name;
    name.naming = &namings_.of(action);
    name.by_id = !action.id.empty();
    name.text = name.by_id ? std::string(action.id) : folded_title(action.title);
    name.key = mixed(fingerprint(name.text), name.by_id ? id_kind : title_kind);
    if (!action.plan.empty()) name.key ^= fingerprint(action.plan);
    occurrences_.prefetch(name.key);
    return name;
  }

  std::string make(const Name& name) {
    std::uint32_t& occurrence = occurrences_.at(name.key);
    std::string uid = uid_of(name, ++occurrence);
    while (previous_.find(uid) != nullptr) uid = uid_of(name, ++occurrence);
    return uid;
  }

 private:
  static constexpr std::uint64_t id_kind = 1;
  static constexpr std::uint64_t title_kind = 2;

  static std::string uid_of(const Name& name, std::uint32_t occurrence) {
    return name.by_id ? name.naming->of_id(name.text, occurrence) : name.naming->of_title(name.text, occurrence);
  }

  Namings& namings_;
  Previous& previous_;
  FingerprintTable<std::uint32_t> occurrences_;
};

// An id whose UID is there, although servers dropped the id itself.
void pair_by_name(const Sides& sides, Namings& namings, Previous& previous, Pairing& pairing) {
  for (std::size_t j = 0; j < sides.wanted.size(); ++j) {
    const std::string_view id = sides.wanted[j].source->id;
    if (id.empty() || pairing.previous_of[j] != unpaired) continue;
    const std::uint32_t* i = previous.find(namings.of(*sides.wanted[j].source).of_id(id, 1));
    if (i != nullptr && pairing.can_join(*i, j)) pairing.join(*i, j);
  }
}

std::vector<std::uint32_t> partners_of(std::size_t count, const Wanted& wanted, Namings& namings, Previous& previous) {
  if (previous.items().empty()) return std::vector<std::uint32_t>(count, unpaired);
  std::vector<Identifiable> actions;
  std::vector<Item> items;
  actions.reserve(count);
  items.reserve(count);
  for (std::size_t j = 0; j < count; ++j) items.push_back(make_item(actions.emplace_back(wanted(j))));
  const Sides sides{previous.items(), items};
  Pairing pairing(sides);
  pair_by_id(sides, pairing);
  pair_by_name(sides, namings, previous, pairing);
  pair_by_evidence(sides, pairing);
  return std::move(pairing.previous_of);
}

}  // namespace

std::vector<std::string> identify(std::string_view plan_identity, std::size_t count, const Wanted& wanted,
                                  std::span<const Identifiable> previous) {
  Previous before(previous);
  Namings namings(plan_identity);
  const std::vector<std::uint32_t> partners = partners_of(count, wanted, namings, before);
  NewUids fresh(namings, before, static_cast<std::size_t>(std::count(partners.begin(), partners.end(), unpaired)));
  std::vector<std::string> uids;
  uids.reserve(count);
  std::array<Name, 32> names;
  while (uids.size() < count) {
    const std::size_t begin = uids.size();
    const std::size_t end = std::min(begin + names.size(), count);
    for (std::size_t j = begin; j < end; ++j) {
      if (partners[j] == unpaired) names[j - begin] = fresh.name_of(wanted(j));
    }
    for (std::size_t j = begin; j < end; ++j) {
      const bool is_new = partners[j] == unpaired;
      uids.push_back(is_new ? fresh.make(names[j - begin]) : std::string(before.uid(partners[j])));
    }
  }
  return uids;
}

std::vector<std::string> identify(std::string_view plan_identity, std::span<const Identifiable> wanted,
                                  std::span<const Identifiable> previous) {
  return identify(
      plan_identity, wanted.size(), [wanted](std::size_t j) { return wanted[j]; }, previous);
}

}  // namespace jalon
