#include "identity/equal.h"

#include <algorithm>

#include "identity/fingerprint.h"
#include "identity/fingerprint_table.h"

namespace jalon {
namespace {

constexpr std::uint64_t no_key = 0;  // takes no part

std::uint64_t content_key(const Item& item) { return mixed(mixed(item.title, item.when), item.section); }

std::uint64_t key_of(const Item& item, Equality equality) {
  const bool by_id = equality == Equality::id || equality == Equality::id_and_content;
  if (by_id && item.source->id.empty()) return no_key;
  switch (equality) {
    case Equality::id_and_content:
      return mixed(fingerprint(item.source->id), content_key(item));
    case Equality::id:
      return fingerprint(item.source->id);
    case Equality::everything:
      return mixed(mixed(item.title, item.said), item.section);
    case Equality::content:
      return content_key(item);
    case Equality::title_when:
      return mixed(item.title, item.when);
    case Equality::title_section:
      return mixed(item.title, item.section);
    case Equality::title:
      return item.title;
  }
  return no_key;
}

bool by_title_alone(Equality equality) { return equality == Equality::title_section || equality == Equality::title; }

using Keys = std::vector<std::uint64_t>;  // of each action of a side; no_key where it has a partner
using Partners = std::vector<std::uint32_t>;

Keys keys_of(std::span<const Item> items, const Partners& partners, Equality equality) {
  Keys keys(items.size(), no_key);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (partners[i] == unpaired) keys[i] = key_of(items[i], equality);
  }
  return keys;
}

Keys previous_keys(const Sides& sides, Equality equality, const Pairing& pairing) {
  return keys_of(sides.previous, pairing.wanted_of, equality);
}

Keys wanted_keys(const Sides& sides, Equality equality, const Pairing& pairing) {
  Keys keys = keys_of(sides.wanted, pairing.previous_of, equality);
  for (std::size_t j = 0; j < keys.size() && by_title_alone(equality); ++j) {
    if (pairing.copies[j]) keys[j] = no_key;
  }
  return keys;
}

std::size_t count_of(const Keys& keys) {
  return keys.size() - static_cast<std::size_t>(std::count(keys.begin(), keys.end(), no_key));
}

// The actions of one key on one side: how many, the first, and from each the next.
struct Chain {
  std::uint32_t count = 0;
  std::uint32_t first = unpaired;
};

struct Group {
  Chain previous;
  Chain wanted;
};

class Groups {
 public:
  Groups(const Keys& previous, const Keys& wanted)
      : wanted_keys_(wanted), table_(count_of(previous)), next_previous_(previous.size()), next_wanted_(wanted.size()) {
    for (std::size_t i = previous.size(); i-- > 0;) {
      if (previous[i] != no_key) prepend(table_.at(previous[i]).previous, next_previous_, i);
    }
    for (std::size_t j = wanted.size(); j-- > 0;) {
      if (Group* group = shared(j)) prepend(group->wanted, next_wanted_, j);
    }
  }

  // Every key that both sides have, in the order of the wanted side.
  template <class Visit>
  void each(Visit visit) {
    for (std::size_t j = 0; j < wanted_keys_.size(); ++j) {
      const Group* group = shared(j);
      if (group != nullptr && group->wanted.first == j) visit(*group);
    }
  }

  void join_in_order(const Group& group, Pairing& pairing) const {
    std::uint32_t previous = group.previous.first;
    std::uint32_t wanted = group.wanted.first;
    while (previous != unpaired && wanted != unpaired) {
      pairing.join(previous, wanted);
      previous = next_previous_[previous];
      wanted = next_wanted_[wanted];
    }
  }

 private:
  Group* shared(std::size_t wanted) {
    return wanted_keys_[wanted] == no_key ? nullptr : table_.find(wanted_keys_[wanted]);
  }

  static void prepend(Chain& chain, std::vector<std::uint32_t>& next, std::size_t position) {
    next[position] = chain.first;
    chain.first = static_cast<std::uint32_t>(position);
    ++chain.count;
  }

  const Keys& wanted_keys_;
  FingerprintTable<Group> table_;
  std::vector<std::uint32_t> next_previous_;
  std::vector<std::uint32_t> next_wanted_;
};

// Whether twins are left.
bool join_singles(Groups& groups, Pairing& pairing) {
  bool twins = false;
  groups.each([&](const Group& group) {
    const bool single = group.previous.count == 1 && group.wanted.count == 1;
    if (single) pairing.join(group.previous.first, group.wanted.first);
    twins |= !single;
  });
  return twins;
}

void join_rest(Groups& groups, Rest rest, Pairing& pairing) {
  groups.each([&](const Group& group) {
    if (rest == Rest::pair_all || group.previous.count == group.wanted.count) groups.join_in_order(group, pairing);
  });
}

class Neighbours {
 public:
  Neighbours(const Keys& previous, const Keys& wanted, Pairing& pairing)
      : previous_(previous), wanted_(wanted), pairing_(pairing) {}

  void pair() {
    extend_all();
    pair_the_ends();
    extend_all();
  }

 private:
  using Step = std::ptrdiff_t;

  // Where two actions are paired, those that follow both are tried, and so on; then those that precede them.
  void extend_all() {
    for (std::size_t j = 0; j < wanted_.size(); ++j) extend(j, 1);
    for (std::size_t j = wanted_.size(); j-- > 0;) extend(j, -1);
  }

  void extend(std::size_t wanted, Step step) {
    const std::uint32_t previous = pairing_.previous_of[wanted];
    if (previous != unpaired) try_pair(static_cast<Step>(previous) + step, static_cast<Step>(wanted) + step);
  }

  void pair_the_ends() {
    try_pair(0, 0);
    try_pair(static_cast<Step>(previous_.size()) - 1, static_cast<Step>(wanted_.size()) - 1);
  }

  void try_pair(Step previous, Step wanted) {
    const auto i = static_cast<std::size_t>(previous);  // -1 is beyond the end too
    const auto j = static_cast<std::size_t>(wanted);
    if (i >= previous_.size() || j >= wanted_.size()) return;
    const bool equal = previous_[i] != no_key && previous_[i] == wanted_[j];
    if (equal && pairing_.can_join(i, j)) pairing_.join(i, j);
  }

  const Keys& previous_;
  const Keys& wanted_;
  Pairing& pairing_;
};

}  // namespace

void pair_equal(const Sides& sides, Equality equality, Rest rest, Pairing& pairing) {
  const Keys previous = previous_keys(sides, equality, pairing);
  const Keys wanted = wanted_keys(sides, equality, pairing);
  Groups groups(previous, wanted);
  if (!join_singles(groups, pairing)) return;
  if (!by_title_alone(equality)) Neighbours(previous, wanted, pairing).pair();
  if (rest == Rest::leave) return;
  const Keys previous_rest = previous_keys(sides, equality, pairing);
  const Keys wanted_rest = wanted_keys(sides, equality, pairing);
  Groups twins(previous_rest, wanted_rest);
  join_rest(twins, rest, pairing);
}

void mark_copies(const Sides& sides, Pairing& pairing) {
  const std::vector<std::uint32_t> unknown = leftovers(pairing.previous_of);
  FingerprintTable<bool> has_partner(unknown.size());
  for (const std::uint32_t j : unknown) has_partner.at(content_key(sides.wanted[j])) = false;
  for (std::size_t j = 0; j < sides.wanted.size(); ++j) {
    if (pairing.previous_of[j] == unpaired) continue;
    if (bool* found = has_partner.find(content_key(sides.wanted[j]))) *found = true;
  }
  for (const std::uint32_t j : unknown) pairing.copies[j] = *has_partner.find(content_key(sides.wanted[j]));
}

}  // namespace jalon
