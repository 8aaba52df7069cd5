#include <algorithm>
#include <array>
#include <utility>

#include "identity/fingerprint.h"
#include "identity/fingerprint_table.h"
#include "identity/fold.h"
#include "identity/match.h"
#include "identity/new_uids.h"
#include "jalon/identity.h"

namespace jalon {
namespace {

constexpr std::size_t ahead = 32;  // actions whose names are looked up together

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

// An id whose UID is there, although servers dropped the id itself.
void pair_by_name(const Sides& sides, Namings& namings, Previous& previous, Pairing& pairing) {
  std::string uid;
  for (std::size_t j = 0; j < sides.wanted.size(); ++j) {
    const std::string_view id = sides.wanted[j].source->id;
    if (id.empty() || pairing.previous_of[j] != unpaired) continue;
    namings.of(*sides.wanted[j].source).write_id(id, 1, uid);
    const std::uint32_t* i = previous.find(uid);
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
  NewUids fresh(
      namings, [&before](std::string_view uid) { return before.find(uid) != nullptr; },
      static_cast<std::size_t>(std::count(partners.begin(), partners.end(), unpaired)));
  std::vector<std::string> uids;
  uids.reserve(count);
  std::array<NewName, ahead> names;
  while (uids.size() < count) {
    const std::size_t begin = uids.size();
    const std::size_t end = std::min(begin + names.size(), count);
    for (std::size_t j = begin; j < end; ++j) {
      if (partners[j] == unpaired) fresh.name(wanted(j), names[j - begin]);
    }
    for (std::size_t j = begin; j < end; ++j) {
      const bool is_new = partners[j] == unpaired;
      uids.emplace_back(is_new ? std::string_view() : before.uid(partners[j]));
      if (is_new) fresh.make(names[j - begin], uids.back());
    }
  }
  return uids;
}

std::vector<std::string> identify(std::string_view plan_identity, std::span<const Identifiable> wanted,
                                  std::span<const Identifiable> previous) {
  return identify(
      plan_identity, wanted.size(), [wanted](std::size_t j) { return wanted[j]; }, previous);
}

struct NewIdentities::State {
  explicit State(std::string_view plan_identity) : namings(plan_identity), fresh(namings, {}, 0) {}

  Namings namings;
  NewUids fresh;
};

NewIdentities::NewIdentities(std::string_view plan_identity) : state_(std::make_unique<State>(plan_identity)) {}
NewIdentities::~NewIdentities() = default;

void NewIdentities::name(std::size_t count, const Wanted& wanted, std::vector<std::string>& uids) {
  std::array<NewName, ahead> names;
  uids.resize(count);
  for (std::size_t begin = 0; begin < count; begin += ahead) {
    const std::size_t end = std::min(begin + ahead, count);
    for (std::size_t i = begin; i < end; ++i) state_->fresh.name(wanted(i), names[i - begin]);
    for (std::size_t i = begin; i < end; ++i) state_->fresh.make(names[i - begin], uids[i]);
  }
}

}  // namespace jalon
