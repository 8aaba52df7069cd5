#include "identity/match.h"

#include <algorithm>

#include "identity/assignment.h"
#include "identity/candidates.h"
#include "identity/equal.h"
#include "identity/fingerprint.h"
#include "identity/fingerprint_table.h"

namespace jalon {
namespace {

// One that is nearly sure outweighs several that are only likely.
std::int64_t weight_of(const Evidence& evidence) {
  constexpr std::int64_t equal_titles = 8'000'000'000;
  const std::int64_t score = evidence.score;
  return score * score * score + 1 + (evidence.equal_titles ? equal_titles : 0);
}

std::vector<std::uint32_t> best_of(const std::vector<Candidate>& candidates) {
  std::vector<WeightedPair> pairs;
  pairs.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    pairs.push_back({candidate.previous, candidate.wanted, weight_of(candidate.evidence)});
  }
  return best_assignment(pairs);
}

// The first round keeps only what is sure: the neighbours that it gives help to choose the rest.
std::size_t pair_similar(const Sides& sides, Pairing& pairing) {
  constexpr int rounds = 3;
  Judge judge(sides, pairing);
  for (int round = 0; round < rounds; ++round) {
    const Places places(sides, pairing);
    const std::vector<Candidate> candidates = find_candidates(sides, pairing, places, judge);
    for (const std::uint32_t k : best_of(candidates)) {
      if (round > 0 || candidates[k].evidence.is_sure()) pairing.join(candidates[k].previous, candidates[k].wanted);
    }
  }
  return judge.judged();
}

// A line that was replaced altogether is taken for an edit: who imports the new calendar over the old one has the old
// action changed then, and not left behind.
void pair_alone_in_place(const Sides& sides, Pairing& pairing) {
  const Places places(sides, pairing);
  const std::vector<std::uint32_t> previous = leftovers(pairing.wanted_of);
  const auto count = static_cast<std::int64_t>(previous.size());
  for (const std::uint32_t j : leftovers(pairing.previous_of)) {
    for (const std::int64_t ordinal : expected_ordinals(places.wanted(), places.previous(), j)) {
      if (ordinal < 0 || ordinal >= count) continue;
      const std::uint32_t i = previous[static_cast<std::size_t>(ordinal)];
      if (!pairing.can_join(i, j) || !may_be_same(sides.previous[i], sides.wanted[j])) continue;
      if (places.same_section(i, j) && places.alone_together(i, j)) pairing.join(i, j);
    }
  }
}

struct Moment {
  std::uint32_t previous_count = 0;
  std::uint32_t wanted_count = 0;
  std::uint32_t previous = unpaired;
};

enum class Within : std::uint8_t { section, plan };

// What is left with the same date, and alone in that in its section or in the plan, was moved and has another title.
void pair_alone_in_time(const Sides& sides, Within within, Pairing& pairing) {
  const Places places(sides, pairing);
  const std::vector<std::uint32_t> previous = leftovers(pairing.wanted_of);
  const std::vector<std::uint32_t> wanted = leftovers(pairing.previous_of);
  FingerprintTable<Moment> moments(previous.size() + wanted.size());
  const auto moment_of = [&](const Item& item, std::uint64_t section) -> Moment& {
    return moments.at(mixed(item.when, within == Within::section ? section : 0));
  };
  for (const std::uint32_t i : previous) {
    Moment& moment = moment_of(sides.previous[i], places.new_section(i));
    ++moment.previous_count;
    moment.previous = i;
  }
  for (const std::uint32_t j : wanted) ++moment_of(sides.wanted[j], sides.wanted[j].section).wanted_count;
  for (const std::uint32_t j : wanted) {
    const Moment& moment = moment_of(sides.wanted[j], sides.wanted[j].section);
    if (moment.previous_count != 1 || moment.wanted_count != 1) continue;
    if (within == Within::plan && sides.wanted[j].source->kind == WhenKind::undated) continue;
    if (may_be_same(sides.previous[moment.previous], sides.wanted[j])) pairing.join(moment.previous, j);
  }
}

bool is_complete(const Pairing& pairing) {
  return leftovers(pairing.wanted_of).empty() || leftovers(pairing.previous_of).empty();
}

}  // namespace

void pair_by_id(const Sides& sides, Pairing& pairing) {
  const auto has_id = [](const Item& item) { return !item.source->id.empty(); };
  if (std::none_of(sides.wanted.begin(), sides.wanted.end(), has_id)) return;
  pair_equal(sides, Equality::id_and_content, Rest::pair_all, pairing);
  pair_equal(sides, Equality::id, Rest::pair_all, pairing);
}

std::size_t pair_by_evidence(const Sides& sides, Pairing& pairing) {
  pair_equal(sides, Equality::everything, Rest::pair_even, pairing);
  if (is_complete(pairing)) return 0;
  pair_equal(sides, Equality::content, Rest::pair_even, pairing);
  if (is_complete(pairing)) return 0;
  pair_equal(sides, Equality::title_when, Rest::pair_even, pairing);
  mark_copies(sides, pairing);
  pair_equal(sides, Equality::title_section, Rest::leave, pairing);
  pair_equal(sides, Equality::title, Rest::leave, pairing);
  if (is_complete(pairing)) return 0;
  const std::size_t judged = pair_similar(sides, pairing);
  pair_equal(sides, Equality::title, Rest::pair_all, pairing);
  pair_alone_in_place(sides, pairing);
  pair_alone_in_time(sides, Within::section, pairing);
  pair_alone_in_time(sides, Within::plan, pairing);
  return judged;
}

}  // namespace jalon
