#include "text/mistyped.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/catalogue.h"
#include "base/nearest.h"
#include "text/when_finder.h"

namespace jalon {
namespace {

constexpr std::size_t shortest = 4;  // letters
constexpr std::size_t longest = 14;
constexpr std::size_t letter_count = 32;  // by the low bits of their codes

// Which letters a word has, without its order; whatever their case.
std::uint32_t letters_in(std::string_view word) {
  std::uint32_t bits = 0;
  for (const char c : word) bits |= 1U << (static_cast<unsigned char>(c) & 31U);
  return bits;
}

// Quicker than counting all bits where processors have no instruction for it.
bool has_at_most(int count, std::uint32_t bits) {
  for (; count > 0 && bits != 0; --count) bits &= bits - 1;
  return bits == 0;
}

// The months and weekdays of all languages, by their first letter.
class DateWords {
 public:
  static const DateWords& all() {
    static const DateWords words;
    return words;
  }

  // `spelled` has no accents and no capitals.
  std::string_view nearest(std::string_view spelled) const {
    const auto near = [spelled](const Word& word) { return is_near(spelled, word.spelling.letters()); };
    const Word* found = find(spelled, near);
    return found == nullptr ? std::string_view{} : found->written;
  }

  // Whether a word of ASCII may be near one at all: most words are told so, and need no closer look.
  bool may_be_near(std::string_view word) const {
    return find(word, [](const Word&) { return true; }) != nullptr;
  }

 private:
  struct Word {
    Spelling spelling;
    std::uint32_t letters;
    int differing;  // letters that one has and the other has not, at most: an edit changes one for another
    std::size_t size;
    std::string_view written;
  };

  DateWords() {
    for (const LanguageTable* table : Lexicon::standard().tables()) {
      for (const Words& row : table->words) {
        if (row.term == Term::weekday || row.term == Term::weekdays || row.term == Term::month) add(row.alternatives);
      }
    }
  }

  void add(std::string_view alternatives) {
    while (!alternatives.empty()) {
      const std::size_t size = std::min(alternatives.find('|'), alternatives.size());
      const Spelling spelling(alternatives.substr(0, size));
      const std::string_view letters = spelling.letters();
      if (letters.size() >= shortest)
        words_[index_of(letters[0])].push_back(
            {spelling, letters_in(letters), 2 * edits_of(letters), letters.size(), alternatives.substr(0, size)});
      alternatives.remove_prefix(std::min(size + 1, alternatives.size()));
    }
  }

  static std::size_t index_of(char letter) { return static_cast<unsigned char>(letter) & 31U; }

  // Among those that begin with the first letter, and with the second one: «edcembre».
  template <class Fits>
  const Word* find(std::string_view word, Fits fits) const {
    const std::uint32_t letters = letters_in(word);
    for (std::size_t i = 0; i < 2; ++i) {
      if (i == 1 && index_of(word[1]) == index_of(word[0])) break;
      for (const Word& each : words_[index_of(word[i])]) {
        const bool long_enough = each.size <= word.size() + 1 && word.size() <= each.size + 1;
        if (long_enough && has_at_most(each.differing, each.letters ^ letters) && fits(each)) return &each;
      }
    }
    return nullptr;
  }

  // Letters that may be others: none in short words.
  static int edits_of(std::string_view name) {
    constexpr std::size_t short_name = 5, long_name = 8;
    if (name.size() <= short_name) return 0;
    return name.size() < long_name ? 1 : 2;
  }

  static bool is_near(std::string_view word, std::string_view name) {
    const std::size_t longer = std::max(word.size(), name.size());
    const std::size_t shorter = std::min(word.size(), name.size());
    if (longer - shorter > 1) return false;
    const int edits = word[0] == name[0] ? edits_of(name) : std::min(edits_of(name), 1);
    if (edits > 0) return edit_distance(word, name) <= static_cast<std::size_t>(edits);
    return longer == shorter && edit_distance(word, name) <= 1;  // the same letters: two were swapped
  }

  std::array<std::vector<Word>, letter_count> words_;
};

// A text with its mistyped words mended, and where these stand in both.
struct Mended {
  struct Part {
    SourceSpan said;
    SourceSpan mended;
    std::string_view meant;
  };
  std::string text;
  std::vector<Part> parts;
};

Mended mend(const TokenLine& line, std::string_view text) {
  Mended result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < line.tokens().size(); ++i) {
    const Token& token = line.tokens()[i];
    const std::size_t size = token.end - token.begin;
    if (token.kind != Token::Kind::word || size < shortest || size > 2 * longest) continue;
    if (line.word(i) != Lexicon::no_word) continue;
    const std::string_view meant = nearest_date_word(text.substr(token.begin, size));
    if (meant.empty()) continue;
    result.text += text.substr(copied, token.begin - copied);
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    result.text += meant;
    result.parts.push_back({{token.begin, token.end}, {begin, static_cast<std::uint32_t>(result.text.size())}, meant});
    copied = token.end;
  }
  if (!result.parts.empty()) result.text += text.substr(copied);
  return result;
}

bool overlap(const SourceSpan& a, const SourceSpan& b) { return a.begin < b.end && b.begin < a.end; }

const Mended::Part* part_in(const Mended& mended, const FoundWhen& date) {
  for (const Mended::Part& part : mended.parts) {
    if (overlap(part.mended, date.phrase) || overlap(part.mended, date.other_cut)) return &part;
  }
  return nullptr;
}

bool says_day(const std::optional<FoundWhen>& found) {
  constexpr std::uint32_t day = said_day | said_weekday | said_month | said_holiday | said_week;
  return found && found->reading.verdict == Reading::Verdict::when && (found->reading.said & day) != 0;
}

}  // namespace

std::string_view nearest_date_word(std::string_view word) {
  if (word.size() < shortest || word.size() > 2 * longest) return {};
  const DateWords& words = DateWords::all();
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii && !words.may_be_near(word)) return {};
  const Spelling spelling(word);
  const std::string_view letters = spelling.letters();
  if (letters.size() < shortest || letters.size() > longest) return {};
  return words.nearest(letters);
}

std::optional<Mistyped> find_mistyped(PhraseReader::Impl& reader, std::string_view phrase) {
  reader.line.read(phrase, reader.lexicon);
  const Mended mended = mend(reader.line, phrase);
  if (mended.parts.empty()) return std::nullopt;
  reader.line.read(mended.text, reader.lexicon);
  const PhraseReading found = reader.read(mended.text, 0, reader.line.tokens().size());
  if (found.reading.verdict == Reading::Verdict::none) return std::nullopt;
  return Mistyped{mended.parts[0].said, mended.parts[0].meant};
}

std::optional<FoundWhen> find_mistyped_date(PhraseReader::Impl& reader, std::string_view title,
                                            const std::optional<FoundWhen>& found) {
  if (says_day(found)) return std::nullopt;
  const Mended mended = mend(reader.line, title);
  if (mended.parts.empty()) return std::nullopt;
  reader.line.read(mended.text, reader.lexicon);
  const auto date = find_when(reader, mended.text);
  const bool is_date = date && date->reading.verdict != Reading::Verdict::none;
  const Mended::Part* part = is_date ? part_in(mended, *date) : nullptr;
  if (part == nullptr) return std::nullopt;
  FoundWhen result;
  result.phrase = part->said;
  const std::string word(title.substr(part->said.begin, part->said.end - part->said.begin));
  result.reading.diagnostics.push_back({Code::date_mistyped, part->said, {word, std::string(part->meant)}});
  return result;
}

}  // namespace jalon
