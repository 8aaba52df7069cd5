// One grammar for the date phrases of every language: terms in, a DateTree out.
//
// It takes words in either order wherever two orders are known («semaine prochaine», "next week"), so that a language
// is only its table of words. Of several ways to read what stands at a place the longest wins; a phrase is read
// whole or not at all. Linear: dates are remembered by where they start.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "jalon/phrase.h"
#include "text/cursor.h"
#include "text/date_tree.h"

namespace jalon {

class DateGrammar : private TokenCursor {
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

  // Whether what stands around tokens [first, last) makes them part of something else: they are no phrase then. All
  // else that the grammar asks stands in them, but for the full stop of an abbreviation behind them.
  static bool is_part_of_more(const TokenLine& line, std::size_t first, std::size_t last) {
    return is_excluded(line, first) || cuts_half(line, last) || joins_dates(line, last);
  }

  DateTree& tree() { return tree_; }

 private:
  // One way to read a date, and what must stand at its start or behind its first number (empty: anything).
  struct Alternative {
    TermSet terms;
    NodeIndex (DateGrammar::*read)();
  };

  void begin(const TokenLine& line, std::size_t first, std::size_t last, const Habits& habits);

  // Numbers
  std::optional<int> cardinal();
  std::optional<int> cardinal_word();
  std::optional<int> ordinal();
  std::optional<int> day_number();
  std::optional<int> year();
  bool is_only_at(std::size_t token) const;
  bool hour_follows() const;  // the number here is an hour: 17 h, 5pm, 2-4pm
  std::optional<int> tenths();
  std::optional<Length> length();
  std::optional<Unit> daily_unit();
  int minutes_behind_hours();
  void add_smaller(Length& length);

  // Dates
  static const Alternative worded_dates[17];
  static const Alternative dates_in_figures[8];
  static const TermSet dates_begin;
  NodeIndex date();
  NodeIndex date_or_article();
  NodeIndex anchored_date();
  NodeIndex longest_date();
  NodeIndex longest_of(std::span<const Alternative> alternatives, const TermSet& possible);
  NodeIndex stretch();  // a date, or a unit that means the present one: of the month, de l'année
  NodeIndex add(const DateNode& node, std::size_t start);
  bool is_present(NodeIndex node, Unit unit) const;  // «ce mois», this year
  bool weekday_joins(NodeIndex node) const;
  NodeIndex joined(NodeIndex one,
                   NodeIndex other);  // a weekday and its week, a date and its weekday; 0 where they clash

  // Days of the calendar (calendar_grammar.cpp)
  bool short_number() const;  // in figures, at most two
  bool take_year(DateNode& node);
  void take_short_year(DateNode& node);
  bool take_deictic(DateNode& node);
  bool take_weeks(DateNode& node);
  char32_t take_separator();
  NodeIndex numeric_date();
  NodeIndex compact_date(const Token& digits);
  NodeIndex iso_date(const Token& year_token);
  NodeIndex iso_week(DateNode& node, std::size_t start);
  NodeIndex short_date(const Token& first);
  void place_day_and_month(DateNode& node, int first, int second) const;
  NodeIndex weekday_date();
  NodeIndex weekday_with_date(int weekday, std::size_t start);
  void consider_days(Longest<NodeIndex>& best);
  NodeIndex weekday_of_stretch(int weekday, std::size_t start);
  NodeIndex weekday_beside(int weekday, std::size_t start);
  NodeIndex day_month();
  NodeIndex year_month_day(std::size_t start);
  NodeIndex month_day();
  NodeIndex lone_day();

  // Days counted from others (counted_grammar.cpp)
  NodeIndex relative_day();
  NodeIndex length_first();
  NodeIndex length_beside(const Length& length, std::size_t start);
  NodeIndex away(const Length& length, int side, NodeIndex base, std::size_t start);
  int take_side();
  std::optional<int> any_weekday();
  NodeIndex weekdays_away(std::size_t start);
  NodeIndex unit_beside(Unit unit, std::size_t start);
  NodeIndex nth_thing();
  NodeIndex day_of_month(std::size_t number_end);
  NodeIndex nth_of(int nth, std::size_t start);
  NodeIndex nth_after(DateNode node, std::size_t start);
  NodeIndex nth_of_base(DateNode node, std::size_t start);
  NodeIndex several_nth(int first, std::size_t start);
  void take_of_the_month();
  NodeIndex eve_of();

  // Periods (period_grammar.cpp)
  NodeIndex deictic_first();
  NodeIndex deictic_weekday(DateNode node, int weekday, std::size_t start);
  NodeIndex deictic_unit(DateNode node, std::size_t start);
  NodeIndex deictic_last();
  NodeIndex units_ahead(DateNode node, int count, std::size_t start);
  NodeIndex with_weekday(NodeIndex week, std::size_t start);
  NodeIndex unit_first();
  NodeIndex unit_of(Unit unit, NodeIndex base, std::size_t start);
  NodeIndex part_of();
  NodeIndex holiday();
  NodeIndex numbered_period();
  bool take_numbered_unit(DateNode& node);
  NodeIndex season();
  NodeIndex lone_year();
  NodeIndex end_abbreviation();

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

  // Points, phrases and ranges (point_grammar.cpp, phrase_grammar.cpp, range_grammar.cpp)
  bool point(Point& point);
  bool read_point(Point& point);
  bool point_piece(Point& point);
  bool end_of_day(Point& point);
  bool relative_minutes(Point& point);
  bool date_piece(Point& point);
  bool opens_range(const DateNode& node) const;
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
    int count = 0;
    Bound bound = Bound::by;
    bool between = false;
    bool enumerated = false;
  };
  // One way to go on with a phrase, and what it may begin with (empty: with anything).
  struct ClauseForm {
    ClauseKind kind;
    TermSet first;
    bool (DateGrammar::*read)(Clause&);
  };
  static const ClauseForm clause_forms[9];
  bool clause();
  bool longest_clause();
  bool add(ClauseKind kind, const Clause& clause);
  bool add_range(const Clause& clause);
  bool add_second_range(const Clause& clause);
  bool add_hours(const Point& opening, const Point& closing);
  bool bound_behind();
  bool recurrence_form(Clause& clause);
  bool count_form(Clause& clause);
  bool within_form(Clause& clause);
  void skip_lower_number();
  bool lasting_form(Clause& clause);
  bool length_form_of(Clause& clause);
  bool starting_form(Clause& clause);
  bool series_start_form(Clause& clause);
  bool point_form(Clause& clause);
  bool range_form(Clause& clause);
  bool bound_form(Clause& clause);
  bool anchored_point(Point& result);
  bool point_with_hour(Point& first);
  enum class Links : std::uint8_t { any, plain };  // plain: neither «et» nor, unopened, «jusqu'à»
  bool read_range(Clause& clause, Links links);
  bool take_link(Clause& clause, Links links, bool opened);
  bool names_day(const Point& point) const;
  bool range_end(Point& first, Point& second);
  void leave_time(const Point& first, Point& second);
  void take_year_or_month(Point& first, Point& second);
  void place_in_month(Point& day, NodeIndex month, std::size_t start);
  bool every(Clause& clause);
  bool every_unit(RecurrenceNode& node);
  bool every_nth(RecurrenceNode& node);
  bool every_date(RecurrenceNode& node);
  bool take_interval(RecurrenceNode& node);
  bool periodic(Clause& clause);
  bool one_in_n(Clause& clause);
  bool set_of_weekdays(Clause& clause);
  bool plural_weekdays(Clause& clause);
  bool once_per(Clause& clause);
  bool edge_of_each(Clause& clause);
  bool weekday_list(RecurrenceNode& node);
  void recurrence_details(RecurrenceNode& node);
  bool exception_clause();
  bool exception();
  bool excepted_weekdays();
  bool excepted_dates();
  void share_month_of_exceptions();
  static bool is_excluded(const TokenLine& line, std::size_t first);
  static bool cuts_half(const TokenLine& line, std::size_t last);
  static bool joins_dates(const TokenLine& line, std::size_t joint);
  static bool ends_range(const TokenLine& line, std::size_t link);
  bool merge(const Point& point);

  TokenIndex here() const { return static_cast<TokenIndex>(at_); }

  Habits habits_;
  bool anchored_ = false;  // a word stands before that makes a number a day or a year
  bool after_at_ = false;  // «à» stands before the time
  int depth_ = 0;

  // What was read from a token on in this round, unanchored and anchored.
  struct DateMemo {
    std::uint32_t round = 0;
    NodeIndex node = 0;
    std::size_t end = 0;
  };
  struct PointMemo {
    std::uint32_t round = 0;
    bool read = false;
    std::size_t end = 0;
    Point point;
  };
  struct Memo {
    std::array<DateMemo, 2> dates;
    std::array<PointMemo, 2> points;
  };
  std::vector<Memo> memos_;
  std::uint32_t round_ = 0;
  DateTree tree_;
};

}  // namespace jalon
