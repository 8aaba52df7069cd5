// The tokens of a title, and what of them reads as a date.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "text/phrase_reader.h"

namespace jalon {

// A part of a title that reads as a date: tokens [first, last).
struct TitleDate {
  FoundWhen found;
  std::size_t first = 0;
  std::size_t last = 0;
  PhraseTraits traits;
};

class TitleTokens {
 public:
  // `reader.line` holds the tokens of `title`.
  TitleTokens(PhraseReader::Impl& reader, std::string_view title);

  static constexpr std::size_t reach = 40;  // tokens from either end in which a date is looked for
  std::size_t end() const { return end_; }  // without the full stop and the courtesies behind the last word
  std::size_t size() const { return tokens_.size(); }
  bool may_begin(std::size_t i) const { return !reader_.line.terms(i).empty(); }
  void set_end(std::size_t end) { end_ = end; }
  std::size_t from() const { return end_ > reach ? end_ - reach : 0; }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  std::string_view title() const { return title_; }
  std::string_view text(std::size_t i) const {
    return title_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  bool is_mark(std::size_t i, std::u32string_view marks) const;
  bool is_word(std::size_t i) const { return tokens_[i].kind == Token::Kind::word; }
  bool is_number(std::size_t i) const { return tokens_[i].kind == Token::Kind::number; }
  bool is_short_number(std::size_t i) const { return is_number(i) && tokens_[i].digits <= 2; }
  bool has(std::size_t i, Term term) const { return has_any(i, {term}); }
  bool has_any(std::size_t i, const TermSet& terms) const { return reader_.line.terms(i).meets(terms); }
  TableSet tables(std::size_t i) const { return reader_.line.tables(i); }
  bool is_abbreviation(std::size_t i) const { return tokens_[i].end - tokens_[i].begin <= 4; }
  // A short word for a weekday that means something else here: «vue sur MER», "read The SUN", «SAM, 14 h».
  bool is_name(std::size_t i) const;
  // A number that is part of a name: B12, n4.
  bool is_glued(std::size_t i) const {
    return i > 0 && is_number(i) && !tokens_[i].spaced && is_word(i - 1) && tables(i - 1) == 0;
  }
  bool is_em_dash(std::size_t i) const { return text(i) == "\u2014"; }
  Language language() const { return reader_.context.language; }
  // How many tokens a separator that starts here takes; 0 where there is none.
  std::size_t separator(std::size_t i) const;
  // The separator right before a token: where it starts; the token itself where there is none.
  std::size_t separator_before(std::size_t i) const;

  std::optional<TitleDate> read(std::size_t first, std::size_t last);
  // Tokens [first, last) as if nothing stood beside them.
  std::optional<TitleDate> read_alone(std::size_t first, std::size_t last);
  // Two dates of the title as one phrase, with `joint` for what stands between them.
  PhraseReading read_joined(const SourceSpan& one, char joint, const SourceSpan& other);

  // Whether the date, which was read right from its tokens, stands as an adverb would: «lundi», "before Christmas"; not
  // as what the title is about: «la première semaine de janvier», "January".
  bool is_adverb(const TitleDate& date) const;
  // «2 h», «3 h 30»: how long it takes as well as when.
  bool may_be_length(std::size_t first, std::size_t last) const;
  // 14h30, 14:30, 5pm.
  bool says_clock(std::size_t first, std::size_t last) const;
  bool is_far_year(const TitleDate& date) const;  // 26-12-04: the year is 26 rather than 04
  // A time of day without a day.
  bool is_only_time(const TitleDate& date) const;
  bool has_time(const TitleDate& date) const;
  bool ends_bare_range(std::size_t i) const;    // «5 | à 9»
  bool follows_noun_link(std::size_t i) const;  // the OF of a complement, or an article, stands before

 private:
  bool spaced_after(std::size_t i) const { return i + 1 >= tokens_.size() || tokens_[i + 1].spaced; }
  bool has_slash(std::size_t first, std::size_t last) const;
  bool is_bare(std::size_t first, std::size_t last) const;
  bool is_clock_figure(std::size_t number) const;
  bool starts_with_small_number(std::size_t first, const Reading& reading) const;
  bool is_counted_from(std::size_t first, std::size_t last) const;
  bool starts_with_length(std::size_t first, std::size_t last) const;
  bool is_said_date_word(std::size_t i) const;
  bool stands_alone(std::size_t number, std::size_t first) const;
  bool is_courtesy(std::size_t i) const;
  bool holds_name(std::size_t first, std::size_t last, const Reading& reading) const;

  PhraseReader::Impl& reader_;
  std::string_view title_;
  std::span<const Token> tokens_;
  std::size_t end_;
};

}  // namespace jalon
