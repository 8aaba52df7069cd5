#include "text/lexicon.h"

#include <algorithm>
#include <array>

#include "text/tokens.h"

namespace jalon {
namespace {

std::uint32_t hash_of(std::string_view text) {  // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

bool is_separator(char c) { return c == ' ' || c == '-' || c == '\'' || c == '.' || c == '/' || c == '#'; }

// The words of a spelling in the table, folded.
std::vector<std::string> words_of(std::string_view spelling) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < spelling.size();) {
    std::size_t end = i;
    while (end < spelling.size() && !is_separator(spelling[end])) ++end;
    if (end > i) fold_word(spelling.substr(i, end - i), words.emplace_back());
    i = end + 1;
  }
  return words;
}

}  // namespace

Lexicon::Lexicon(std::span<const LanguageTable* const> tables) : tables_(tables.begin(), tables.end()) {
  slots_.resize(4096, no_word);
  std::vector<Found> found;
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    for (const Words& words : tables_[table]->words) add(static_cast<std::uint8_t>(table), words, found);
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.first != b.first ? a.first < b.first : a.second.rest_size > b.second.rest_size;
  });
  first_.assign(spellings_.size() + 1, 0);
  for (const Found& entry : found) ++first_[entry.first + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  for (const Found& entry : found) entries_.push_back(entry.second);
}

const Lexicon& Lexicon::standard() {
  static constexpr std::array<const LanguageTable*, 2> tables = {&french_words, &english_words};
  static const Lexicon lexicon{tables};
  return lexicon;
}

void Lexicon::add(std::uint8_t table, const Words& words, std::vector<Found>& found) {
  for (std::size_t begin = 0; begin <= words.alternatives.size();) {
    const std::size_t end = std::min(words.alternatives.find('|', begin), words.alternatives.size());
    const auto spelled = words_of(words.alternatives.substr(begin, end - begin));
    Entry entry;
    entry.sense = {words.term, table, 1, static_cast<std::int16_t>(words.value)};
    entry.rest_begin = static_cast<std::uint32_t>(rest_.size());
    entry.rest_size = static_cast<std::uint32_t>(spelled.size() - 1);
    for (std::size_t i = 1; i < spelled.size(); ++i) rest_.push_back(number(spelled[i]));
    found.emplace_back(number(spelled[0]), entry);
    begin = end + 1;
  }
}

std::size_t Lexicon::slot_of(std::string_view folded) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(folded) & mask;
  while (slots_[slot] != no_word && spellings_[slots_[slot]] != folded) slot = (slot + 1) & mask;
  return slot;
}

void Lexicon::grow() {
  slots_.assign(slots_.size() * 2, no_word);
  for (std::uint32_t word = 1; word < spellings_.size(); ++word) slots_[slot_of(spellings_[word])] = word;
}

std::uint32_t Lexicon::number(const std::string& folded) {
  const std::uint32_t known = word(folded);
  if (known != no_word) return known;
  spellings_.push_back(folded);
  if (spellings_.size() * 2 > slots_.size()) grow();
  const auto added = static_cast<std::uint32_t>(spellings_.size() - 1);
  slots_[slot_of(folded)] = added;
  return added;
}

std::uint32_t Lexicon::word(std::string_view folded) const { return slots_[slot_of(folded)]; }

std::span<const Lexicon::Entry> Lexicon::entries(std::uint32_t word) const {
  return {entries_.data() + first_[word], first_[word + 1] - first_[word]};
}

}  // namespace jalon
