#include "text/reading_memo.h"

#include <algorithm>
#include <functional>

namespace jalon {
namespace {

constexpr std::size_t first_slots = 64;

}  // namespace

ReadingMemo::Phrase::Phrase(std::string_view text, Before before, Behind behind)
    : text_(text),
      sides_(static_cast<std::uint8_t>(static_cast<unsigned>(before) << 1U | static_cast<unsigned>(behind))),
      hash_(static_cast<std::uint32_t>(std::hash<std::string_view>{}(text)) + sides_) {}

bool ReadingMemo::find(const Phrase& phrase, PhraseReading& reading) const {
  if (slots_.empty() || phrase.text_.size() > longest) return false;
  const Slot slot = slots_[slot_of(phrase)];
  if (slot == 0) return false;
  const Kept& kept = kept_[index_in(slot) - 1];
  When& when = reading.reading.when;
  when.kind = kept.kind;
  when.timed = kept.timed;
  when.start = kept.start;
  when.end = kept.end;
  if (kept.recurrence != 0) when.recurrence = recurrences_[kept.recurrence - 1U];
  reading.reading.verdict = kept.verdict;
  reading.reading.said = kept.said;
  reading.traits = PhraseTraits::of_bits(kept.traits);
  return true;
}

void ReadingMemo::keep(const Phrase& phrase, const PhraseReading& reading) {
  if (most_ == 0 || phrase.text_.size() > longest || !reading.reading.diagnostics.empty()) return;
  if (kept_.size() == most_) clear();
  if (2 * kept_.size() >= slots_.size()) grow();
  const When& when = reading.reading.when;
  if (when.recurrence) recurrences_.push_back(when.recurrence);
  Kept& kept = kept_.emplace_back();
  kept.start = when.start;
  kept.end = when.end;
  kept.said = static_cast<std::uint16_t>(reading.reading.said);
  kept.recurrence = static_cast<std::uint16_t>(when.recurrence ? recurrences_.size() : 0);
  kept.verdict = reading.reading.verdict;
  kept.kind = when.kind;
  kept.timed = when.timed;
  kept.traits = reading.traits.bits();
  kept.sides = phrase.sides_;
  kept.size = static_cast<std::uint8_t>(phrase.text_.size());
  std::copy(phrase.text_.begin(), phrase.text_.end(), kept.text.begin());
  hashes_.push_back(phrase.hash_);
  slots_[slot_of(phrase)] = tag_of(phrase.hash_) | static_cast<Slot>(kept_.size());
}

void ReadingMemo::clear() {
  slots_.clear();
  kept_.clear();
  hashes_.clear();
  recurrences_.clear();
}

// The slot that holds a phrase, or the free one where it would stand.
std::size_t ReadingMemo::slot_of(const Phrase& phrase) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t tag = tag_of(phrase.hash_);
  std::size_t at = phrase.hash_ & mask;
  while (slots_[at] != 0 && (tag_of(slots_[at]) != tag || !kept_[index_in(slots_[at]) - 1].is(phrase))) {
    at = (at + 1) & mask;
  }
  return at;
}

void ReadingMemo::grow() {
  slots_.assign(std::max(first_slots, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    std::size_t at = hashes_[i] & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = tag_of(hashes_[i]) | static_cast<Slot>(i + 1);
  }
}

}  // namespace jalon
