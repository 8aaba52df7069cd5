#include "identity/place.h"

#include <algorithm>
#include <cstdlib>

#include "identity/fingerprint_table.h"

namespace jalon {
namespace {

using Positions = std::vector<std::uint32_t>;

constexpr int between_same_neighbours = 1000;
constexpr int in_same_stretch_beside = 900;  // … and beside the same neighbour
constexpr int in_same_stretch = 600;
constexpr int beside_same_neighbour = 700;
constexpr int between_turned_neighbours = 600;
constexpr int near = 300;       // … to where it would stand
constexpr int near_cost = 200;  // for each line in between
constexpr int shift_cost = 60;  // for each line by which the ranks differ
constexpr std::int64_t largest_shift = 10;

// The longest series of pairs in the same order on both sides, as positions on the previous one.
Positions common_order(const Positions& wanted_of) {
  Positions ends;  // of the best series of each length, the last position
  Positions preceding(wanted_of.size(), unpaired);
  const auto comes_before = [&](std::uint32_t i) {
    return [&wanted_of, i](std::uint32_t end) { return wanted_of[end] < wanted_of[i]; };
  };
  for (std::uint32_t i = 0; i < wanted_of.size(); ++i) {
    if (wanted_of[i] == unpaired) continue;
    const bool longest = ends.empty() || wanted_of[ends.back()] < wanted_of[i];
    const auto place = longest ? ends.end() : std::partition_point(ends.begin(), ends.end(), comes_before(i));
    if (place != ends.begin()) preceding[i] = *std::prev(place);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  Positions result(ends.size());
  std::uint32_t i = ends.empty() ? unpaired : ends.back();
  for (std::size_t k = result.size(); k-- > 0; i = preceding[i]) result[k] = i;
  return result;
}

void find_neighbours(Surroundings& side) {
  const Positions& partners = *side.partners;
  const std::size_t size = partners.size();
  side.before.assign(size, unpaired);
  side.after.assign(size, unpaired);
  side.ordinal.assign(size + 1, 0);
  for (std::size_t i = 1; i < size; ++i) {
    side.before[i] = partners[i - 1] != unpaired ? static_cast<std::uint32_t>(i - 1) : side.before[i - 1];
  }
  for (std::size_t i = size; i-- > 1;) {
    side.after[i - 1] = partners[i] != unpaired ? static_cast<std::uint32_t>(i) : side.after[i];
  }
  for (std::size_t i = 0; i < size; ++i) side.ordinal[i + 1] = side.ordinal[i] + (partners[i] == unpaired ? 1 : 0);
}

void cut(Surroundings& side, const Positions& cuts) {
  side.stretch.assign(side.before.size(), 0);
  side.stretch_begin.assign(1, 0);
  std::size_t begin = 0;
  for (std::uint32_t k = 0; k <= cuts.size(); ++k) {
    const std::size_t end = k < cuts.size() ? cuts[k] : side.stretch.size();
    std::fill(side.stretch.begin() + static_cast<std::ptrdiff_t>(begin),
              side.stretch.begin() + static_cast<std::ptrdiff_t>(end), k);
    side.stretch_begin.push_back(side.ordinal[end]);
    begin = end;
  }
}

std::uint32_t partner(const Surroundings& side, std::uint32_t position) {
  return position == unpaired ? unpaired : (*side.partners)[position];
}

// Whether it stands directly between its neighbours.
bool alone(const Surroundings& side, std::uint32_t position) {
  const std::uint32_t begin = side.before[position] == unpaired ? 0 : side.before[position] + 1;
  const auto end = side.after[position] == unpaired ? side.before.size() : side.after[position];
  return end - begin == 1;
}

std::uint32_t leftovers_in(const Surroundings& side, std::uint32_t stretch) {
  return side.stretch_begin[stretch + 1] - side.stretch_begin[stretch];
}

// The candidate that can have a majority, and by how much it is ahead (the vote of Boyer and Moore).
struct Vote {
  std::uint64_t section = 0;
  std::uint32_t lead = 0;

  void count(std::uint64_t other) {
    if (lead == 0) section = other;
    lead = section == other ? lead + 1 : lead - 1;
  }
};

// By how many lines a position is off from the nearer one of two others.
std::int64_t lines_between(std::int64_t position, std::uint32_t before, std::uint32_t after) {
  constexpr std::int64_t far = 1000;
  const std::int64_t from_before = before == unpaired ? far : std::abs(position - before) - 1;
  const std::int64_t from_after = after == unpaired ? far : std::abs(position - after) - 1;
  return std::min({from_before, from_after, far});
}

// Where a section has left the wanted side, the one in which most of its actions are now has its place. Only of the
// actions without a partner.
std::vector<std::uint64_t> find_new_sections(const Sides& sides, const Pairing& pairing) {
  struct Section {
    Vote vote;
    bool kept = false;
  };
  const Positions unknown = leftovers(pairing.wanted_of);
  FingerprintTable<Section> sections(unknown.size());
  for (const std::uint32_t i : unknown) sections.at(sides.previous[i].section);
  for (std::size_t i = 0; i < sides.previous.size(); ++i) {
    const std::uint32_t j = pairing.wanted_of[i];
    Section* section = j == unpaired ? nullptr : sections.find(sides.previous[i].section);
    if (section != nullptr) section->vote.count(sides.wanted[j].section);
  }
  for (const Item& item : sides.wanted) {
    if (Section* section = sections.find(item.section)) section->kept = true;
  }
  std::vector<std::uint64_t> result(sides.previous.size());
  for (const std::uint32_t i : unknown) {
    const Section& section = *sections.find(sides.previous[i].section);
    const bool renamed = !section.kept && section.vote.lead > 0;
    result[i] = renamed ? section.vote.section : sides.previous[i].section;
  }
  return result;
}

int shifted(int likeness, std::int64_t shift) {
  return likeness - shift_cost * static_cast<int>(std::min(std::abs(shift), largest_shift));
}

}  // namespace

Places::Places(const Sides& sides, const Pairing& pairing)
    : sides_(sides), new_sections_(find_new_sections(sides, pairing)) {
  previous_.partners = &pairing.wanted_of;
  wanted_.partners = &pairing.previous_of;
  find_neighbours(previous_);
  find_neighbours(wanted_);
  Positions cuts = common_order(pairing.wanted_of);
  cut(previous_, cuts);
  for (std::uint32_t& position : cuts) position = pairing.wanted_of[position];
  cut(wanted_, cuts);
}

int Places::likeness(std::uint32_t previous, std::uint32_t wanted) const {
  const std::uint32_t before = partner(previous_, previous_.before[previous]);
  const std::uint32_t after = partner(previous_, previous_.after[previous]);
  const bool same_before = before == wanted_.before[wanted];
  const bool same_after = after == wanted_.after[wanted];
  const auto expected = expected_ordinals(previous_, wanted_, previous);
  const std::int64_t ordinal = wanted_.ordinal[wanted];
  const auto from_before = ordinal - expected[0];
  const auto from_after = ordinal - expected[1];
  const auto nearest = [](std::int64_t a, std::int64_t b) { return std::min(std::abs(a), std::abs(b)); };
  if (same_before && same_after) return shifted(between_same_neighbours, nearest(from_before, from_after));
  if (previous_.stretch[previous] == wanted_.stretch[wanted]) {
    const int likeness = same_before || same_after ? in_same_stretch_beside : in_same_stretch;
    return shifted(likeness, nearest(ordinal - expected[2], ordinal - expected[3]));
  }
  if (same_before) return shifted(beside_same_neighbour, from_before);
  if (same_after) return shifted(beside_same_neighbour, from_after);
  const bool turned =
      before != unpaired && after != unpaired && before == wanted_.after[wanted] && after == wanted_.before[wanted];
  if (turned) return between_turned_neighbours;
  return std::max(0, near - near_cost * static_cast<int>(lines_between(wanted, before, after)));
}

bool Places::same_section(std::uint32_t previous, std::uint32_t wanted) const {
  return new_sections_[previous] == sides_.wanted[wanted].section;
}

bool Places::alone_together(std::uint32_t previous, std::uint32_t wanted) const {
  const std::uint32_t before = previous_.before[previous];
  const std::uint32_t after = previous_.after[previous];
  const bool same_neighbours =
      partner(previous_, before) == wanted_.before[wanted] && partner(previous_, after) == wanted_.after[wanted];
  const bool anchored = before != unpaired || after != unpaired;
  if (same_neighbours && anchored && alone(previous_, previous) && alone(wanted_, wanted)) return true;
  const std::uint32_t stretch = previous_.stretch[previous];
  return stretch == wanted_.stretch[wanted] && previous_.stretch_begin.size() > 2 &&
         leftovers_in(previous_, stretch) == 1 && leftovers_in(wanted_, stretch) == 1;
}

std::array<std::int64_t, 4> expected_ordinals(const Surroundings& own, const Surroundings& other,
                                              std::uint32_t position) {
  const std::uint32_t before = own.before[position];
  const std::uint32_t after = own.after[position];
  const std::uint32_t begin = before == unpaired ? 0 : partner(own, before) + 1;
  const auto end = after == unpaired ? other.ordinal.size() - 1 : partner(own, after);
  const auto rank_from_begin = std::int64_t{position} - (before == unpaired ? 0 : before + 1);
  const auto rank_from_end = static_cast<std::int64_t>(after == unpaired ? own.before.size() : after) - position;
  const std::uint32_t stretch = own.stretch[position];
  const std::int64_t ordinal = own.ordinal[position];
  return {other.ordinal[begin] + rank_from_begin, other.ordinal[end] - rank_from_end,
          other.stretch_begin[stretch] + (ordinal - own.stretch_begin[stretch]),
          other.stretch_begin[stretch + 1] - (own.stretch_begin[stretch + 1] - ordinal)};
}

}  // namespace jalon
