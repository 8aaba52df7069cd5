// The words of dates. A language is a table: each row gives a term of the grammar, its value and the words for it,
// separated by `|`. The grammar (date_grammar.cpp) knows terms only, so a new language is a new table.
//
// Words are written as people do; accents, case, apostrophes and hyphens do not matter.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/spelling.h"
#include "text/terms.h"

namespace jalon {

struct Words {
  Term term;
  int value;
  std::string_view alternatives;
};

struct LanguageTable {
  std::string_view code;  // RFC 5646
  bool day_first;         // 5/12 is 5 December
  std::span<const Words> words;
};

extern const LanguageTable french_words;
extern const LanguageTable english_words;

struct Sense {
  Term term;
  std::uint8_t table;   // index into the lexicon's tables
  std::uint8_t tokens;  // how many it takes
  std::int16_t value;
};

// Some tables of a lexicon: bits by their index.
using TableSet = std::uint8_t;

// Numbers the words of all tables and lists what a sequence of them can mean. At most eight tables.
class Lexicon {
 public:
  using WordIndex = std::uint32_t;
  static constexpr WordIndex no_word = 0;

  explicit Lexicon(std::span<const LanguageTable* const> tables);
  static const Lexicon& standard();  // French and English

  std::span<const LanguageTable* const> tables() const { return tables_; }
  WordIndex word(const Spelling& spelling) const;  // no_word where no table has it
  TableSet tables_with(WordIndex word) const { return words_[word].tables; }

  // What begins with a word: its sense, and the words that must follow it. The longest come first.
  struct Entry {
    Sense sense;
    WordIndex next = no_word;  // the first of the rest
    std::uint32_t rest_begin = 0;
    std::uint32_t rest_size = 0;
  };
  std::span<const Entry> entries(WordIndex word) const { return entries_of(word * tables_.size(), tables_.size()); }
  std::span<const Entry> entries(WordIndex word, std::uint8_t table) const {
    return entries_of(word * tables_.size() + table, 1);
  }
  // What a word can be by itself in one table, and how many of its entries take more words. Those come first.
  struct Summary {
    TermSet terms;
    std::uint32_t longer = 0;
  };
  const Summary& summary(WordIndex word, std::uint8_t table) const { return summaries_[word * tables_.size() + table]; }
  std::span<const WordIndex> rest(const Entry& entry) const {
    return {rest_.data() + entry.rest_begin, entry.rest_size};
  }

 private:
  struct Word {
    std::uint32_t hash = 0;
    std::uint32_t letters_begin = 0;  // in letters_
    std::uint8_t letters_size = 0;
    TableSet tables = 0;
  };
  struct Slot {
    std::uint32_t hash = 0;
    WordIndex word = no_word;
  };
  struct Found {
    WordIndex word;
    Entry entry;
  };

  void add(std::uint8_t table, const Words& words, std::vector<Found>& found);
  void add(const Sense& sense, std::string_view spelled, std::vector<Found>& found);
  void sort(const std::vector<Found>& found);
  void sum_up();
  WordIndex number(const Spelling& spelling, std::uint8_t table);
  std::string_view letters(const Word& word) const {
    return std::string_view(letters_).substr(word.letters_begin, word.letters_size);
  }
  std::size_t slot_of(std::uint32_t hash, std::string_view spelled) const;
  void grow();
  std::span<const Entry> entries_of(std::size_t list, std::size_t lists) const {
    return {entries_.data() + first_[list], entries_.data() + first_[list + lists]};
  }

  std::vector<const LanguageTable*> tables_;
  std::vector<Word> words_;
  std::string letters_;      // of all words
  std::vector<Slot> slots_;  // open addressing: words by hash
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> first_;  // entries of a word in a table: first_[word * tables + table] … the next
  std::vector<Summary> summaries_;    // of a word in a table: summaries_[word * tables + table]
  std::vector<WordIndex> rest_;
};

}  // namespace jalon
