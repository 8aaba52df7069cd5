// One grammar for the date phrases of every language: terms in, a DateTree out.
//
// It takes words in either order wherever two orders are known («semaine prochaine», "next week"), so that a language
// is only its table of words. Of several ways to read what stands at a place the longest wins; a phrase is read
// whole or not at all. Linear: dates are remembered by where they start.
#pragma once

#include <optional>
#include <vector>

#include "jalon/phrase.h"
#include "text/date_tree.h"
#include "text/tokens.h"

namespace jalon {

class DateGrammar {
 public:
  // `table`: which language of the lexicon; `order`: how 5/12 is meant, unknown leaves it to the language.
  struct Habits {
    std::uint8_t table = 0;
    bool day_first = true;
    NumericOrder order = NumericOrder::unknown;
  };

  // Reads tokens [first, last) as one phrase; false where they are none.
  bool read_phrase(const TokenLine& line, std::size_t first, std::size_t last, const Habits& habits);
  // The length of time that tokens [first, last) say.
  std::optional<Length> read_length(const TokenLine& line, std::size_t first, std::size_t last, const Habits& habits);

  DateTree& tree() { return tree_; }

 private:
  using Alternative = NodeIndex (DateGrammar::*)();

  // Tokens
  void begin(const TokenLine& line, std::size_t first, std::size_t last, const Habits& habits);
  bool done() const { return at_ >= last_; }
  const Token* token(std::size_t ahead = 0) const { return at_ + ahead < last_ ? &tokens_[at_ + ahead] : nullptr; }
  const Sense* sense(Term term) const;
  bool is(Term term) const { return sense(term) != nullptr; }
  bool take(Term term);
  std::optional<int> value(Term term);
  bool mark(char32_t mark);
  bool tight_mark(char32_t wanted);
  bool is_number(std::size_t ahead = 0) const;
  void skip_joint();  // what may stand inside a date: comma, tight hyphen, slash or full stop
  bool skip_article();

  // Numbers
  std::optional<int> cardinal();
  std::optional<int> cardinal_word();
  std::optional<int> ordinal();
  std::optional<int> day_number();
  std::optional<int> year();
  bool is_only_at(std::size_t token) const;
  bool is_article(std::size_t token) const;
  bool hour_follows() const;  // the number here is an hour: 17 h, 5pm, 2-4pm
  std::optional<int> tenths();
  std::optional<Length> length();
  int minutes_behind_hours();
  void add_smaller(Length& length);

  // Dates (date_grammar.cpp, period_grammar.cpp)
  NodeIndex date();
  NodeIndex best_of(std::size_t start);
  NodeIndex stretch();  // a date, or a unit that means the present one: of the month, de l'année
  NodeIndex add(DateNode node, std::size_t start);
  NodeIndex numeric_date();
  NodeIndex iso_date(const Token& year_token);
  NodeIndex compact_date(const Token& digits);
  NodeIndex weekday_date();
  NodeIndex weekday_with_date(int weekday, std::size_t start);
  NodeIndex weekday_of_stretch(int weekday, std::size_t start);
  NodeIndex weekday_beside(int weekday, std::size_t start);
  NodeIndex day_month();
  NodeIndex month_day();
  NodeIndex lone_day();
  NodeIndex relative_day();
  NodeIndex deictic_first();
  NodeIndex deictic_thing(int direction, std::size_t start);
  NodeIndex deictic_last();
  NodeIndex unit_first();
  NodeIndex unit_beside(Unit unit, std::size_t start);
  NodeIndex length_first();
  NodeIndex weekdays_away(std::size_t start);
  NodeIndex nth_thing();
  NodeIndex nth_of(int nth, std::size_t start);
  NodeIndex several_nth(int first, std::size_t start);
  NodeIndex part_of();
  NodeIndex holiday();
  NodeIndex eve_of();
  NodeIndex numbered_period();
  NodeIndex season();
  NodeIndex lone_year();
  NodeIndex end_abbreviation();
  bool weekday_joins(NodeIndex node) const;
  NodeIndex joined(NodeIndex one,
                   NodeIndex other);  // a weekday and its week, a date and its weekday; 0 where they clash

  // Times (time_grammar.cpp)
  bool clock(ClockTime& time);
  bool clock_word(ClockTime& time);
  bool minutes_before_or_past(ClockTime& time);
  bool digital_clock(ClockTime& time);
  bool spoken_clock(ClockTime& time);
  void minutes_after_mark(ClockTime& time);
  bool skip_minutes_unit();
  bool meridiem(ClockTime& time);
  bool day_part(Stretch& part);

  // Points and phrases (phrase_grammar.cpp)
  bool point(Point& point);
  bool point_piece(Point& point);
  bool relative_minutes(Point& point);
  bool date_piece(Point& point);
  bool time_piece(Point& point);
  void utc_offset(Point& point);
  bool part_follows() const;
  bool is_lone_hour(const ClockTime& time, std::size_t start) const;
  bool part_piece(Point& point);
  bool bare_piece(Point& point);
  enum class ClauseKind : std::uint8_t { recurrence, count, within, length, starting, bound, point, range };
  struct Clause {  // what one piece of a phrase says
    Point first;
    Point second;
    RecurrenceNode recurrence;
    Length length;
    Stretch part;
    std::int32_t count = 0;
    Bound bound = Bound::by;
    bool between = false;
  };
  struct ClauseForm;
  bool clause();
  bool add(ClauseKind kind, const Clause& clause);
  bool add_range(const Clause& clause);
  bool bound_behind();
  bool recurrence_form(Clause& clause);
  bool count_form(Clause& clause);
  bool within_form(Clause& clause);
  bool lasting_form(Clause& clause);
  bool length_form_of(Clause& clause);
  bool starting_form(Clause& clause);
  bool series_start_form(Clause& clause);
  bool point_form(Clause& clause);
  bool range_form(Clause& clause);
  bool bound_form(Clause& clause);
  bool anchored_point(Point& result);
  bool range_clause(Point& first, Point& second, bool& between);
  void leave_time(const Point& first, Point& second);
  void take_year_or_month(Point& first, Point& second);
  bool recurrence_clause(RecurrenceNode& node, Stretch& part);
  bool every(RecurrenceNode& node, Stretch& part);
  bool every_unit(RecurrenceNode& node);
  bool every_nth(RecurrenceNode& node);
  bool every_date(RecurrenceNode& node);
  bool periodic(RecurrenceNode& node);
  bool one_in_n(RecurrenceNode& node);
  bool weekday_list(RecurrenceNode& node);
  void recurrence_details(RecurrenceNode& node);
  bool exception_clause();
  bool merge(const Point& point);

  std::span<const Token> tokens_;
  const TokenLine* line_ = nullptr;
  std::size_t at_ = 0;
  std::size_t last_ = 0;
  std::size_t first_ = 0;
  Habits habits_;
  bool anchored_ = false;  // a word stands before that makes a number a day or a year
  bool after_at_ = false;  // «à» stands before the time
  int depth_ = 0;

  struct Memo {
    std::uint32_t round = 0;
    bool anchored = false;
    NodeIndex node = 0;
    std::size_t end = 0;
  };
  std::vector<Memo> memos_;
  std::uint32_t round_ = 0;
  DateTree tree_;
};

}  // namespace jalon
