// What a date phrase says, before it is placed in a calendar: the tree that the grammar builds and the resolver reads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "text/terms.h"

namespace jalon {

using NodeIndex = std::uint16_t;   // into DateTree::nodes; 0 is none
using TokenIndex = std::uint32_t;  // into the tokens of the line

// A day or a stretch of days.
struct DateNode {
  enum class Kind : std::uint8_t {
    calendar,      // any of weekday, day, month, year
    day_list,      // days of a month, in recurrences only: month bits in `days`
    days_from,     // n units from base, or from as-of
    unit_at,       // the unit n after the one that holds base or as-of: next week, last month
    units_ahead,   // the n units after (before, where negative) the present one
    weekday,       // the weekday n: 0 the first after as-of, 1 next, -1 last; extra weeks in `weeks`
    weekday_in,    // the weekday within base
    weekday_near,  // the first weekday after base (n = 1) or before it (n = -1)
    unit_near,     // the unit before or after base
    nth_weekday,   // the nth weekday of base (base 0: of a month said elsewhere)
    nth_unit,      // the nth unit of base
    part,          // beginning, middle or end (n) of base
    holiday,       // n, of `year`
    unit_of,       // the week or weekend that holds base
    iso_week,      // week n of `year`
    quarter,       // n of `year`
    half_year,
    season,
    half_month,  // first or second half (n) of base
  };
  Kind kind = Kind::calendar;
  Unit unit = Unit::day;
  bool deictic = false;        // `n` counts from as-of: next December, last Christmas
  bool order_assumed = false;  // 5/12, read by the language alone
  bool implies_due = false;    // EOM: a deadline by itself
  Unit more_unit = Unit::day;
  NodeIndex base = 0;
  int weekday = -1;
  int day = 0;
  int month = 0;
  int year = 0;  // 0: not said
  int n = 0;
  int weeks = 0;
  int more = 0;             // days_from: of `more_unit`, besides
  bool short_year = false;  // of two digits, behind the month
  int year_month_day = 0;   // 26-12-04, which may be read so as well
  std::uint32_t days = 0;   // of a list: bits 1 … 31; of several nth weekdays: bits 1 … 5, 0 the last
  TokenIndex first_token = 0;
  TokenIndex last_token = 0;  // one past
  bool is_calendar_day() const { return kind == Kind::calendar && day != 0; }
};

// Minutes from midnight.
struct ClockTime {
  enum class Half : std::uint8_t { unsaid, morning, afternoon };
  int minute = -1;           // -1: none; 24:00 is 1440
  Half half = Half::unsaid;  // am, pm, in the evening
  bool twelve = false;       // a number from 1 to 12 that am or pm might follow
  bool bare = false;         // a number alone: a time only where something else says so
  bool invalid = false;      // 25 h
  bool marked = false;       // «9 h»: of 24 hours, or of 12
};

struct Stretch {  // of a day, in minutes
  int begin = -1;
  int end = -1;
};

// A date, a time, a part of the day, in any order; or a number alone.
struct Point {
  NodeIndex date = 0;
  ClockTime time;
  Stretch part;
  int minutes_from_now = 0;
  int offset = 0;   // from UTC in minutes, east positive
  int number = -1;  // a number that may be a day or an hour
  bool has_minutes_from_now = false;
  bool has_offset = false;  // from UTC, said behind the time
  bool now = false;
  bool preceded = false;    // a word such as «à» or «from» before that number
  bool hour = false;        // «à»: an hour
  bool day = false;         // «le»: a day
  bool due = false;         // EOD, or «au plus tard» behind it
  bool date_first = false;  // the date stands before the time
  TokenIndex first_token = 0;
  TokenIndex last_token = 0;
  TokenIndex date_end = 0;  // the token behind the date
  bool has_time() const { return time.minute >= 0 || time.invalid; }
  bool timed() const { return has_time() || part.begin >= 0; }
  bool empty() const {
    return date == 0 && !has_time() && part.begin < 0 && !has_minutes_from_now && !now && number < 0;
  }
};

struct Length {  // of time: n units, and `more` smaller ones; or minutes
  int n = 0;
  Unit unit = Unit::day;
  int minutes = 0;  // of hours and minutes
  int more = 0;     // 1 year and 2 MONTHS
  Unit more_unit = Unit::day;
};

struct RecurrenceNode {
  bool said = false;
  Unit unit = Unit::day;
  Unit nth_unit = Unit::day;
  NodeIndex date = 0;  // that was said to recur: every December 24
  int interval = 1;
  int nth = 0;  // of the weekday or of `nth_unit`
  int month = 0;
  int holiday = -1;
  int weekday_of_nth = -1;
  std::uint32_t nth_weekdays = 0;  // several of them: bits 1 … 5, 0 the last
  std::uint32_t days = 0;          // of the month, bits 1 … 31
  std::uint8_t weekdays = 0;       // bit 0 Sunday
  bool on_work_days = false;       // and those that are worked
};

struct PhraseTree {
  Point first;
  Point second;  // the end of a range
  bool range = false;
  bool between = false;
  bool enumerated = false;  // the range is one day and the next: the 25th and 26th
  bool has_hours = false;   // the range is of days, and each has these hours
  Point opening;
  Point closing;         // empty where one hour alone is said
  bool bounded = false;  // by, before, until `limit`
  Bound bound = Bound::by;
  Point limit;
  Length length;  // for 90 minutes
  bool has_length = false;
  Length within;  // within 10 days: a deadline counted from as-of
  bool has_within = false;
  RecurrenceNode recurrence;
  bool has_starting = false;
  Point starting;
  int count = 0;
  struct Exception {
    NodeIndex first = 0;
    NodeIndex last = 0;  // 0: of one date
  };
  std::array<Exception, 8> exceptions{};
  std::uint8_t exception_count = 0;
  std::uint8_t excepted_weekdays = 0;  // bit 0 Sunday
  bool has_exceptions() const { return exception_count > 0 || excepted_weekdays != 0; }
};

struct DateTree {
  std::vector<DateNode> nodes = std::vector<DateNode>(1);
  PhraseTree phrase;

  NodeIndex add(const DateNode& node) {
    nodes.push_back(node);
    return static_cast<NodeIndex>(nodes.size() - 1);
  }
};

}  // namespace jalon
