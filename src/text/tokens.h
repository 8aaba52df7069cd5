// Words, numbers and marks of a line, as the date grammar sees them.
//
// Takes UTF-8 in any form. Letters are compared in lower case without accents; apostrophes separate words and are
// dropped; every kind of space is a space and every kind of dash is '-'. Linear in the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/lexicon.h"

namespace jalon {

struct Token {
  enum class Kind : std::uint8_t { word, number, mark };
  Kind kind = Kind::mark;
  bool spaced = false;      // a space stands before it
  bool long_dash = false;   // an en or em dash, told apart from a hyphen
  bool ascii = true;        // of a word
  std::uint8_t digits = 0;  // of a number; 255 where there are more
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
  std::int32_t value = 0;  // of a number with at most 9 digits
  char32_t mark = 0;

 private:
  friend class TokenLine;
  mutable bool looked_up_ = true;  // false: a word of which the next two are not known yet
  mutable TableSet tables_ = 0;
  mutable bool terms_known_ = false;
  mutable Lexicon::WordIndex word_ = Lexicon::no_word;
  mutable TermSet terms_;
};

class TokenLine {
 public:
  // Replaces what was there; buffers are kept. The text and the lexicon must outlive what is asked of the line: a word
  // is looked up when it is asked for.
  void read(std::string_view text, const Lexicon& lexicon);
  std::span<const Token> tokens() const { return tokens_; }
  // The word of a token; `no_word` where it is none, or none of the lexicon.
  Lexicon::WordIndex word(std::size_t token) const { return looked_up(token).word_; }
  // Whose phrases a token may stand in: those that have the word; all for numbers and marks of dates.
  TableSet tables(std::size_t token) const { return looked_up(token).tables_; }
  const Lexicon& lexicon() const { return *lexicon_; }

  // Whether the full stop of an abbreviation stands at `end`, right behind a word: not one that begins a fraction.
  bool has_stop(std::size_t end) const {
    const auto is_tight = [&](std::size_t i) { return i < tokens_.size() && !tokens_[i].spaced; };
    return is_tight(end) && tokens_[end].mark == U'.' &&
           !(is_tight(end + 1) && tokens_[end + 1].kind == Token::Kind::number);
  }
  // The tables that know every token of [first, last).
  TableSet tables_of(std::size_t first, std::size_t last) const;
  // Whether a token is a number or a word of a table.
  bool is_known(std::size_t token) const {
    return tokens_[token].kind == Token::Kind::number || word(token) != Lexicon::no_word;
  }
  // What a token can be in any language.
  const TermSet& terms(std::size_t token) const {
    if (!tokens_[token].terms_known_) find_terms(token);
    return tokens_[token].terms_;
  }
  // Whether some entry of the token's word that takes more words goes on with the word behind it.
  bool may_go_on(std::size_t token, std::uint8_t table) const {
    const Lexicon::WordIndex here = word(token);
    const std::uint32_t longer = lexicon_->summary(here, table).longer;
    if (longer == 0) return false;
    const Lexicon::WordIndex next = word_behind(token);
    if (next == Lexicon::no_word) return false;
    const auto entries = lexicon_->entries(here, table).first(longer);
    return std::any_of(entries.begin(), entries.end(), [&](const Lexicon::Entry& entry) { return entry.next == next; });
  }
  // Gives each entry of the lexicon, of those listed, whose words stand from `first` on, and how many tokens they take,
  // with the full stop of an abbreviation.
  template <class Take>
  void match(std::size_t first, std::span<const Lexicon::Entry> entries, Take take) const {
    if (entries.empty()) return;
    const std::uint32_t alone = with_stop(first, first + 1);
    const Lexicon::WordIndex next = word_behind(first);
    for (const Lexicon::Entry& entry : entries) {
      if (entry.next == Lexicon::no_word) {
        take(entry.sense, alone);
      } else if (entry.next == next) {
        if (const std::uint32_t taken = match_rest(first, entry)) take(entry.sense, taken);
      }
    }
  }

 private:
  std::uint32_t match_rest(std::size_t first, const Lexicon::Entry& entry) const;
  // How many tokens [first, end) are, with the full stop of an abbreviation behind them.
  std::uint32_t with_stop(std::size_t first, std::size_t end) const {
    return static_cast<std::uint32_t>(end - first) + (has_stop(end) ? 1 : 0);
  }
  Lexicon::WordIndex word_behind(std::size_t token) const;
  const Token& looked_up(std::size_t token) const {
    if (!tokens_[token].looked_up_) look_up(tokens_[token]);
    return tokens_[token];
  }
  void look_up(const Token& token) const;
  void find_terms(std::size_t token) const;
  class Splitter;

  std::string_view text_;
  const Lexicon* lexicon_ = nullptr;
  std::vector<Token> tokens_;
};

}  // namespace jalon
