// Phrases that were read before: in a long list the same few thousand dates come back.
//
// What a phrase says depends on its bytes, on whether a space stands before it and on whether the full stop of an
// abbreviation stands behind it; all else is the reader's context, which must not change between `find` and `keep`.
// Only readings without diagnostics are kept, as those name places in a text. Holds as many phrases as it is told to,
// at most 2^14 in little more than 1 MiB: what takes longest is to wait for memory. Then it begins anew.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"

namespace jalon {

// What the words of a phrase are, beside when that is.
struct PhraseTraits {
  bool limited = false;    // before, within
  bool recurring = false;  // every
  bool starting = false;
  bool between = false;
  bool range = false;

  std::uint8_t bits() const {
    return static_cast<std::uint8_t>((limited ? 1U : 0U) | (recurring ? 2U : 0U) | (starting ? 4U : 0U) |
                                     (between ? 8U : 0U) | (range ? 16U : 0U));
  }
  static PhraseTraits of_bits(unsigned bits) {
    return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0, (bits & 16U) != 0};
  }
};

struct PhraseReading {
  Reading reading;
  PhraseTraits traits;
};

class ReadingMemo {
  static constexpr unsigned index_bits = 15;

 public:
  static constexpr std::size_t greatest = (1U << index_bits) / 2;

  explicit ReadingMemo(std::size_t most = greatest) : most_(std::min(most, greatest)) {}  // none: keeps nothing

  class Phrase {
   public:
    enum class Before : std::uint8_t { nothing, space };
    enum class Behind : std::uint8_t { nothing, stop };
    Phrase(std::string_view text, Before before, Behind behind);

   private:
    friend class ReadingMemo;
    std::string_view text_;
    std::uint8_t sides_;
    std::uint32_t hash_;
  };

  // Fills `reading` and is true where the phrase was kept.
  bool find(const Phrase& phrase, PhraseReading& reading) const;
  void keep(const Phrase& phrase, const PhraseReading& reading);
  void clear();

 private:
  static constexpr std::size_t longest = 38;  // bytes; longer phrases seldom come twice

  // One line of the cache.
  struct alignas(64) Kept {
    LocalTime start;
    LocalTime end;
    std::uint16_t said;
    std::uint16_t recurrence;  // one more than its index; 0: none
    Reading::Verdict verdict;
    WhenKind kind;
    bool timed;
    std::uint8_t traits;
    std::uint8_t sides;
    std::uint8_t size;
    std::array<char, longest> text;

    bool is(const Phrase& phrase) const {
      return sides == phrase.sides_ && std::string_view(text.data(), size) == phrase.text_;
    }
  };
  static_assert(sizeof(Kept) == 64);

  // A part of the hash, and one more than the index of what is kept; 0: free.
  using Slot = std::uint32_t;
  static std::uint32_t index_in(Slot slot) { return slot & ((1U << index_bits) - 1); }
  static std::uint32_t tag_of(std::uint32_t hash) { return hash >> index_bits << index_bits; }

  std::size_t slot_of(const Phrase& phrase) const;
  void grow();

  std::size_t most_;
  std::vector<Slot> slots_;  // open addressing; at most half of them are taken
  std::vector<Kept> kept_;
  std::vector<std::uint32_t> hashes_;  // of what is kept
  std::vector<std::shared_ptr<const Recurrence>> recurrences_;
};

}  // namespace jalon
