// What stands beside a date in a title and may belong to it: «vendredi | , 14 h», "Dec 24 - | Jan 3", «les 25 et | 26
// décembre».
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/spelling.h"
#include "text/title_tokens.h"

namespace jalon {

inline bool is_when(const Reading& reading) { return reading.verdict == Reading::Verdict::when; }

class DateEdges {
 public:
  explicit DateEdges(TitleTokens& tokens) : tokens_(tokens) {}

  // Takes what makes the date longer without a word between: from the left, then to the right.
  void grow(TitleDate& date);
  // Takes the day or the hour that stands beside it, in brackets or behind a separator.
  void join_neighbours(TitleDate& date);
  // Takes the day or the hour that stands elsewhere in the title; false where the two do not go together.
  bool join(TitleDate& date, const TitleDate& other);
  // Takes the day to which something is moved as the day on which it takes place.
  void settle_new_date(TitleDate& date);
  // A date and the other days of its month that the title ends with.
  std::optional<SourceSpan> numbers_at_end();
  // A date at the start of the title and what a conjunction adds to it: «lundi et mardi», «dans un mois et demi».
  std::optional<SourceSpan> listed_at_start();
  // Two days of which one is to be chosen: "tomorrow/Friday", "Sat or Sun".
  std::optional<SourceSpan> alternatives();
  // A date at the end of the title, with the word that turns it round: «après vendredi», "not before Dec 2".
  std::optional<SourceSpan> excluded_at_end();
  // A day that stands in the middle of the title, of which it is a part: «Voir Paul vendredi à 10 h au bureau».
  std::optional<SourceSpan> date_inside();
  // The words of which the date is only a part, or which say that it is none; nothing where it stands for itself.
  std::optional<SourceSpan> larger_date(TitleDate& date);

 private:
  static constexpr std::size_t longest_run = 24;  // tokens beside a date that may belong to it

  struct Edge {  // what links a date to the tokens before or behind it
    std::size_t at = 0;
    bool listed = false;  // a comma, a slash, a dash
    bool dash = false;    // of a range: a dash, an arrow
    bool conjunction = false;
    bool to = false;
  };
  void grow_left(TitleDate& date);
  void grow_right(TitleDate& date);
  std::size_t opening_of(std::size_t first) const;
  std::size_t number_before(std::size_t end) const;
  bool is_complement(const TitleDate& date, std::size_t last_day) const;
  bool is_numbered(const TitleDate& date) const;
  bool stands(const TitleDate& date) const;
  std::size_t run_before(std::size_t end) const;
  std::size_t run_behind(std::size_t begin) const;
  Edge edge_before(std::size_t first) const;
  Edge edge_behind(std::size_t last) const;
  bool pass(std::size_t token, Edge& edge) const;
  std::optional<TitleDate> date_before(std::size_t end);
  bool says_at_most(std::size_t first) const;
  std::optional<TitleDate> standing_before(std::size_t end);
  bool is_in_number_list(std::size_t i) const;
  std::optional<TitleDate> date_behind(std::size_t begin);
  bool is_day(const TitleDate& date) const;
  bool go_together(const TitleDate& one, const TitleDate& other) const;
  bool join_neighbour(TitleDate& date, const TitleDate& other, const Edge& edge);
  bool join_two_days(TitleDate& date, std::size_t number, const TitleDate& last_day);
  bool is_moved(const TitleDate& date) const;
  bool is_cut_hour(const TitleDate& date) const;
  bool opens_with_negation() const;
  bool is_weekday(const TitleDate& date) const {
    return date.last == date.first + 1 && tokens_.has(date.first, Term::weekday) && !tokens_.is_name(date.first);
  }
  bool is_denied(const TitleDate& date) const;
  bool is_forbidden(std::size_t end) const;
  template <std::size_t n>
  bool is_word_of(const std::array<std::string_view, n>& words, std::size_t token) const {
    if (!tokens_.is_word(token)) return false;
    const Spelling spelling(tokens_.text(token));
    return std::find(words.begin(), words.end(), spelling.letters()) != words.end();
  }
  std::optional<std::size_t> day_elsewhere(const TitleDate& date) const;
  bool says_day(std::size_t i) const;
  bool says_weekday(std::size_t i) const;
  bool is_day_in_figures(std::size_t i) const;
  bool is_weekdays_in_letters(std::size_t i) const;
  std::optional<std::size_t> larger_before(TitleDate& date);
  std::optional<std::size_t> larger_behind(TitleDate& date);
  std::optional<std::size_t> day_of_window(const TitleDate& date);
  std::optional<std::size_t> straddled(const TitleDate& date);
  bool is_in_list(const TitleDate& date, const TitleDate& other, const Edge& edge) const;
  bool is_number_of_list(const TitleDate& date, const Edge& edge) const;
  SourceSpan words(std::size_t first, std::size_t last) const { return {tokens_[first].begin, tokens_[last - 1].end}; }

  TitleTokens& tokens_;
};

}  // namespace jalon
