#include "text/lexicon.h"

#include <algorithm>
#include <array>

namespace jalon {
namespace {

bool is_separator(char c) { return c == ' ' || c == '-' || c == '\'' || c == '.' || c == '/' || c == '#'; }

// Cuts the first word off a spelling of the table; empty where there is none left.
std::string_view next_word(std::string_view& spelled) {
  while (!spelled.empty() && is_separator(spelled.front())) spelled.remove_prefix(1);
  std::size_t size = 0;
  while (size < spelled.size() && !is_separator(spelled[size])) ++size;
  const std::string_view word = spelled.substr(0, size);
  spelled.remove_prefix(size);
  return word;
}

}  // namespace

Lexicon::Lexicon(std::span<const LanguageTable* const> tables) : tables_(tables.begin(), tables.end()), words_(1) {
  slots_.resize(4096);
  std::vector<Found> found;
  found.reserve(2048);
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    for (const Words& words : tables_[table]->words) add(static_cast<std::uint8_t>(table), words, found);
  }
  sort(found);
  sum_up();
}

const Lexicon& Lexicon::standard() {
  static constexpr std::array<const LanguageTable*, 2> tables = {&french_words, &english_words};
  static const Lexicon lexicon{tables};
  return lexicon;
}

void Lexicon::add(std::uint8_t table, const Words& words, std::vector<Found>& found) {
  const Sense sense = {words.term, table, 1, static_cast<std::int16_t>(words.value)};
  for (std::size_t begin = 0; begin <= words.alternatives.size();) {
    const std::size_t end = std::min(words.alternatives.find('|', begin), words.alternatives.size());
    add(sense, words.alternatives.substr(begin, end - begin), found);
    begin = end + 1;
  }
}

void Lexicon::add(const Sense& sense, std::string_view spelled, std::vector<Found>& found) {
  const WordIndex first = number(Spelling(next_word(spelled)), sense.table);
  const auto rest_begin = static_cast<std::uint32_t>(rest_.size());
  for (auto word = next_word(spelled); !word.empty(); word = next_word(spelled)) {
    rest_.push_back(number(Spelling(word), sense.table));
  }
  const auto rest_size = static_cast<std::uint32_t>(rest_.size()) - rest_begin;
  const WordIndex next = rest_size > 0 ? rest_[rest_begin] : no_word;
  found.push_back({first, {sense, next, rest_begin, rest_size}});
}

// Lists the entries by word, then table, then from long to short: two stable sortings by counting.
void Lexicon::sort(const std::vector<Found>& found) {
  const auto list_of = [&](const Found& one) { return one.word * tables_.size() + one.entry.sense.table; };
  first_.assign(words_.size() * tables_.size() + 1, 0);
  std::uint32_t longest = 0;
  for (const Found& one : found) {
    ++first_[list_of(one) + 1];
    longest = std::max(longest, one.entry.rest_size);
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  entries_.resize(found.size());
  std::vector<std::uint32_t> next(first_);
  for (std::uint32_t size = longest + 1; size-- > 0;) {
    for (const Found& one : found) {
      if (one.entry.rest_size == size) entries_[next[list_of(one)]++] = one.entry;
    }
  }
}

void Lexicon::sum_up() {
  summaries_.resize(words_.size() * tables_.size());
  for (std::size_t list = 0; list < summaries_.size(); ++list) {
    Summary& summary = summaries_[list];
    for (const Entry& entry : entries_of(list, 1)) {
      if (entry.rest_size > 0) ++summary.longer;
      if (entry.rest_size == 0) summary.terms.add(entry.sense.term);
    }
  }
}

// The slot that holds a word, or the empty one where it would stand.
std::size_t Lexicon::slot_of(std::uint32_t hash, std::string_view spelled) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].word != no_word && (slots_[at].hash != hash || letters(words_[slots_[at].word]) != spelled)) {
    at = (at + 1) & mask;
  }
  return at;
}

void Lexicon::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (WordIndex word = 1; word < words_.size(); ++word) {
    slots_[slot_of(words_[word].hash, letters(words_[word]))] = {words_[word].hash, word};
  }
}

Lexicon::WordIndex Lexicon::number(const Spelling& spelling, std::uint8_t table) {
  std::size_t slot = slot_of(spelling.hash(), spelling.letters());
  if (slots_[slot].word == no_word) {
    if (words_.size() * 2 > slots_.size()) {
      grow();
      slot = slot_of(spelling.hash(), spelling.letters());
    }
    slots_[slot] = {spelling.hash(), static_cast<WordIndex>(words_.size())};
    words_.push_back({spelling.hash(), static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint8_t>(spelling.letters().size()), 0});
    letters_ += spelling.letters();
  }
  const WordIndex word = slots_[slot].word;
  words_[word].tables = static_cast<TableSet>(words_[word].tables | 1U << table);
  return word;
}

Lexicon::WordIndex Lexicon::word(const Spelling& spelling) const {
  return spelling.fits() ? slots_[slot_of(spelling.hash(), spelling.letters())].word : no_word;
}

}  // namespace jalon
