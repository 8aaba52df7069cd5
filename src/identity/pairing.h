// The two sides that are matched, an edited plan and its last output, and what was found so far.
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

#include "jalon/identity.h"

namespace jalon {

inline constexpr std::uint32_t unpaired = 0xffffffff;

// One action of a side, with the fingerprints by which it is compared.
struct Item {
  const Identifiable* source = nullptr;
  std::uint64_t title = 0;
  std::uint64_t section = 0;
  std::uint64_t when = 0;
  std::uint64_t said = 0;  // when, as it was said: event or deadline, with or without a start
};

Item make_item(const Identifiable& source);

// Whether their own ids, where both have one, allow it.
bool may_be_same(const Item& a, const Item& b);

// Deadlines count by their end alone: as an event a deadline has nothing else.
LocalTime first_moment(const Identifiable& action);
LocalTime last_moment(const Identifiable& action);

struct Sides {
  std::span<const Item> previous;
  std::span<const Item> wanted;
};

struct Pairing {
  std::vector<std::uint32_t> wanted_of;    // of each previous action
  std::vector<std::uint32_t> previous_of;  // of each wanted action
  // Wanted actions without a partner that look just like one that has one: copies of a line, as far as one can see.
  std::vector<bool> copies;

  explicit Pairing(const Sides& sides)
      : wanted_of(sides.previous.size(), unpaired),
        previous_of(sides.wanted.size(), unpaired),
        copies(sides.wanted.size()) {}

  bool can_join(std::size_t previous, std::size_t wanted) const {
    return wanted_of[previous] == unpaired && previous_of[wanted] == unpaired;
  }
  void join(std::size_t previous, std::size_t wanted) {
    assert(can_join(previous, wanted));
    wanted_of[previous] = static_cast<std::uint32_t>(wanted);
    previous_of[wanted] = static_cast<std::uint32_t>(previous);
  }
};

// The positions without a partner, in order.
std::vector<std::uint32_t> leftovers(const std::vector<std::uint32_t>& partners);

}  // namespace jalon
