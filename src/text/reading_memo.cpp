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
  if (slots_.empty()) return false;
  const Slot& slot = slots_[slot_of(phrase)];
  if (slot.kept == 0) return false;
  const Kept& kept = kept_[slot.kept - 1];
  reading.reading.verdict = kept.verdict;
  reading.reading.when = kept.when;
  reading.reading.said = kept.said;
  reading.traits = kept.traits;
  return true;
}

void ReadingMemo::keep(const Phrase& phrase, const PhraseReading& reading) {
  if (most_ == 0 || phrase.text_.size() > longest || !reading.reading.diagnostics.empty()) return;
  if (kept_.size() >= most_) clear();
  if (2 * kept_.size() >= slots_.size()) grow();
  Kept& kept = kept_.emplace_back();
  std::copy(phrase.text_.begin(), phrase.text_.end(), kept.text.begin());
  kept.size = static_cast<std::uint8_t>(phrase.text_.size());
  kept.sides = phrase.sides_;
  kept.verdict = reading.reading.verdict;
  kept.traits = reading.traits;
  kept.said = reading.reading.said;
  kept.when = reading.reading.when;
  slots_[slot_of(phrase)] = {phrase.hash_, static_cast<std::uint32_t>(kept_.size())};
}

void ReadingMemo::clear() {
  slots_.clear();
  kept_.clear();
}

// The slot that holds a phrase, or the free one where it would stand.
std::size_t ReadingMemo::slot_of(const Phrase& phrase) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = phrase.hash_ & mask;
  while (slots_[at].kept != 0 && (slots_[at].hash != phrase.hash_ || !kept_[slots_[at].kept - 1].is(phrase))) {
    at = (at + 1) & mask;
  }
  return at;
}

void ReadingMemo::grow() {
  std::vector<Slot> slots(std::max(first_slots, 2 * slots_.size()));
  for (const Slot& slot : slots_) {
    if (slot.kept == 0) continue;
    std::size_t at = slot.hash & (slots.size() - 1);
    while (slots[at].kept != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

}  // namespace jalon
