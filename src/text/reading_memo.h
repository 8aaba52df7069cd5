// Phrases that were read before: in a long list the same few thousand dates come back.
//
// What a phrase says depends on its bytes, on whether a space stands before it and on whether the full stop of an
// abbreviation stands behind it; all else is the reader's context, which must not change between `find` and `keep`.
// Only readings without diagnostics are kept, as those name places in a text. Holds as many phrases as it is told to,
// by default 2^14 in about 2 MiB that lie close together, then begins anew.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
};

struct PhraseReading {
  Reading reading;
  PhraseTraits traits;
};

class ReadingMemo {
 public:
  explicit ReadingMemo(std::size_t most = 1U << 14) : most_(most) {}  // none: each phrase is read each time

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
  static constexpr std::size_t longest = 46;  // bytes; longer phrases seldom come twice
  struct Kept {
    std::array<char, longest> text;
    std::uint8_t size;
    std::uint8_t sides;
    Reading::Verdict verdict;
    PhraseTraits traits;
    std::uint32_t said;
    When when;

    bool is(const Phrase& phrase) const {
      return sides == phrase.sides_ && std::string_view(text.data(), size) == phrase.text_;
    }
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t kept = 0;  // one more than its index; 0: free
  };

  std::size_t slot_of(const Phrase& phrase) const;
  void grow();

  std::size_t most_;
  std::vector<Slot> slots_;  // open addressing; at most half of them are taken
  std::vector<Kept> kept_;
};

}  // namespace jalon
