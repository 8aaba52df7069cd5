#include "identity/candidates.h"

#include <algorithm>

#include "identity/key_index.h"

namespace jalon {
namespace {

constexpr std::size_t few = 4096;         // pairs that are all judged
constexpr std::size_t by_title = 16;      // judged for their words, for one action
constexpr std::size_t by_word = 8;        // … for one word
constexpr std::size_t by_time = 6;        // … for their date
constexpr std::int64_t around_place = 1;  // on both sides of where it would stand

enum class Side : std::uint8_t { previous, wanted };

class Search {
 public:
  Search(const Sides& sides, const Pairing& pairing, const Places& places, Judge& judge)
      : sides_(sides),
        places_(places),
        judge_(judge),
        previous_(leftovers(pairing.wanted_of)),
        wanted_(leftovers(pairing.previous_of)) {}

  std::vector<Candidate> run() {
    if (previous_.size() * wanted_.size() <= few) {
      for (const std::uint32_t j : wanted_) {
        for (const std::uint32_t i : previous_) judge(i, j);
      }
    } else if (wanted_.size() <= previous_.size()) {
      search_from(Side::wanted);
    } else {
      search_from(Side::previous);
    }
    return std::move(found_);
  }

 private:
  void judge(std::uint32_t previous, std::uint32_t wanted) {
    const Evidence evidence = judge_.judge(previous, wanted, places_);
    if (evidence.is_likely()) found_.push_back({previous, wanted, evidence});
  }

  void search_from(Side side) {
    const bool from_wanted = side == Side::wanted;
    own_ = from_wanted ? &places_.wanted() : &places_.previous();
    other_ = from_wanted ? &places_.previous() : &places_.wanted();
    side_ = side;
    fill_index(from_wanted ? sides_.previous : sides_.wanted, others());
    seen_.assign(others().size(), unpaired);
    for (const std::uint32_t position : from_wanted ? wanted_ : previous_) search(position);
  }

  void fill_index(std::span<const Item> items, const std::vector<std::uint32_t>& positions) {
    for (std::uint32_t ordinal = 0; ordinal < positions.size(); ++ordinal) {
      const Item& item = items[positions[ordinal]];
      for (const std::uint64_t key : title_keys(item.source->title)) index_.add(key, ordinal);
      index_.add(when_key(item), ordinal);
    }
    index_.build();
  }

  void search(std::uint32_t position) {
    const Item& item = (side_ == Side::wanted ? sides_.wanted : sides_.previous)[position];
    const auto expected = expected_ordinals(*own_, *other_, position);
    for (const std::int64_t ordinal : expected) {
      for (std::int64_t shift = -around_place; shift <= around_place; ++shift) visit(position, ordinal + shift);
    }
    for (const std::uint32_t i : index_.find(when_key(item), expected[0], by_time)) visit(position, i);
    search_by_title(position, item, expected[0]);
  }

  void search_by_title(std::uint32_t position, const Item& item, std::int64_t expected) {
    std::vector<std::uint64_t> keys = title_keys(item.source->title);
    std::stable_sort(keys.begin(), keys.end(),
                     [&](std::uint64_t a, std::uint64_t b) { return index_.count(a) < index_.count(b); });
    std::size_t judged = 0;
    for (std::size_t k = 0; k < keys.size() && judged < by_title; ++k) {
      for (const std::uint32_t i : index_.find(keys[k], expected, by_word)) judged += visit(position, i);
    }
  }

  // Whether it was not judged before.
  bool visit(std::uint32_t position, std::int64_t other_ordinal) {
    if (other_ordinal < 0 || other_ordinal >= static_cast<std::int64_t>(others().size())) return false;
    const auto ordinal = static_cast<std::size_t>(other_ordinal);
    if (seen_[ordinal] == position) return false;
    seen_[ordinal] = position;
    const std::uint32_t other = others()[ordinal];
    if (side_ == Side::wanted) {
      judge(other, position);
    } else {
      judge(position, other);
    }
    return true;
  }

  const std::vector<std::uint32_t>& others() const { return side_ == Side::wanted ? previous_ : wanted_; }

  const Sides& sides_;
  const Places& places_;
  Judge& judge_;
  std::vector<std::uint32_t> previous_;  // positions by ordinal
  std::vector<std::uint32_t> wanted_;
  Side side_ = Side::wanted;
  const Surroundings* own_ = nullptr;
  const Surroundings* other_ = nullptr;
  KeyIndex index_;
  std::vector<std::uint32_t> seen_;  // by ordinal of the other side: with whom it was judged last
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Sides& sides, const Pairing& pairing, const Places& places, Judge& judge) {
  return Search(sides, pairing, places, judge).run();
}

}  // namespace jalon
