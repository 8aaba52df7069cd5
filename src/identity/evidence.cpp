#include "identity/evidence.h"

#include <algorithm>

namespace jalon {
namespace {

// In hundredths. Of two ways to see an edit, the one with fewer changes is to win: one title changed altogether weighs
// less than a move together with half a title.
constexpr int title_weight = 30;
constexpr int time_weight = 28;
constexpr int place_weight = 28;
constexpr int section_weight = 14;

constexpr int alike = 500;  // of 1000: half of the title, as version control takes a file for the same
constexpr int copy_cost = 300;
constexpr int old_title_cost = 150;

}  // namespace

Judge::Judge(const Sides& sides, const Pairing& pairing)
    : sides_(sides),
      pairing_(pairing),
      pieces_(sides.previous),
      previous_(sides.previous.size()),
      wanted_(sides.wanted.size()),
      old_titles_(leftovers(pairing.previous_of).size()) {
  for (const std::uint32_t j : leftovers(pairing.previous_of)) old_titles_.insert(sides.wanted[j].title, false);
  for (const Item& item : sides.previous) {
    if (bool* old = old_titles_.find(item.title)) *old = true;
  }
}

Evidence Judge::judge(std::uint32_t previous, std::uint32_t wanted, const Places& places) {
  ++judged_;
  const Item& a = sides_.previous[previous];
  const Item& b = sides_.wanted[wanted];
  if (!may_be_same(a, b)) return {};
  const int title =
      title_likeness(pieces(previous_, sides_.previous, previous), pieces(wanted_, sides_.wanted, wanted));
  const int section = places.same_section(previous, wanted) ? 1000 : 0;
  const int score = (title_weight * title + time_weight * time_likeness(a, b) +
                     place_weight * places.likeness(previous, wanted) + section_weight * section) /
                    100;
  if (const int cost = doubt(previous, wanted); cost > 0) return {std::max(score - cost, 0)};
  return {score, title >= alike, a.title == b.title};
}

// A copy of another line is new, as far as one can see, and so is one that has some other line's old title.
int Judge::doubt(std::uint32_t previous, std::uint32_t wanted) {
  if (pairing_.copies[wanted]) return copy_cost;
  const std::uint64_t title = sides_.wanted[wanted].title;
  return title != sides_.previous[previous].title && *old_titles_.find(title) ? old_title_cost : 0;
}

const std::vector<TitlePiece>& Judge::pieces(Store& store, std::span<const Item> items, std::uint32_t position) {
  std::vector<TitlePiece>& result = store[position];
  if (result.empty()) result = pieces_.of(items[position].source->title);
  return result;
}

}  // namespace jalon
