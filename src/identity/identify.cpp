#include <algorithm>
#include <unordered_map>

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

// Gives each new action a UID that neither the previous side nor another new action has.
class NewUids {
 public:
  NewUids(Namings& namings, Previous& previous, std::size_t most)
      : namings_(namings), previous_(previous), occurrences_(most) {}

  std::string make(const Identifiable& action) {
    const Naming& naming = namings_.of(action);
    const std::uint64_t plan = action.plan.empty() ? 0 : fingerprint(action.plan);
    if (!action.id.empty()) {
      return first_free(mixed(fingerprint(action.id), id_kind) ^ plan,
                        [&](std::uint32_t occurrence) { return naming.of_id(action.id, occurrence); });
    }
    const std::string title = folded_title(action.title);
    return first_free(mixed(fingerprint(title), title_kind) ^ plan,
                      [&](std::uint32_t occurrence) { return naming.of_title(title, occurrence); });
  }

 private:
  static constexpr std::uint64_t id_kind = 1;
  static constexpr std::uint64_t title_kind = 2;

  template <class Name>
  std::string first_free(std::uint64_t key, Name name) {
    std::uint32_t& occurrence = occurrences_.at(key);
    std::string uid = name(++occurrence);
    while (previous_.find(uid) != nullptr) uid = name(++occurrence);
    return uid;
  }

  Namings& namings_;
  Previous& previous_;
  FingerprintTable<std::uint32_t> occurrences_;
};

// An id whose UID is there, although servers dropped the id itself.
void pair_by_name(const Sides& sides, Namings& namings, Previous& previous, Pairing& pairing) {
  if (sides.previous.empty()) return;
  for (std::size_t j = 0; j < sides.wanted.size(); ++j) {
    const std::string_view id = sides.wanted[j].source->id;
    if (id.empty() || pairing.previous_of[j] != unpaired) continue;
    const std::uint32_t* i = previous.find(namings.of(*sides.wanted[j].source).of_id(id, 1));
    if (i != nullptr && pairing.can_join(*i, j)) pairing.join(*i, j);
  }
}

std::vector<std::string> uids_of(const Sides& sides, const Pairing& pairing, Namings& namings, Previous& previous) {
  const auto count = std::count(pairing.previous_of.begin(), pairing.previous_of.end(), unpaired);
  NewUids fresh(namings, previous, static_cast<std::size_t>(count));
  std::vector<std::string> uids;
  uids.reserve(sides.wanted.size());
  for (std::size_t j = 0; j < sides.wanted.size(); ++j) {
    const std::uint32_t i = pairing.previous_of[j];
    uids.push_back(i == unpaired ? fresh.make(*sides.wanted[j].source) : std::string(previous.uid(i)));
  }
  return uids;
}

}  // namespace

std::vector<std::string> identify(std::string_view plan_identity, std::span<const Identifiable> wanted,
                                  std::span<const Identifiable> previous) {
  std::vector<Item> items;
  items.reserve(wanted.size());
  for (const Identifiable& action : wanted) items.push_back(make_item(action));
  Previous before(previous);
  Namings namings(plan_identity);
  const Sides sides{before.items(), items};
  Pairing pairing(sides);
  pair_by_id(sides, pairing);
  pair_by_name(sides, namings, before, pairing);
  pair_by_evidence(sides, pairing);
  return uids_of(sides, pairing, namings, before);
}

}  // namespace jalon
