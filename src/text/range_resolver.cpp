// The part of the resolver that makes ranges: what one end says of the other, days to days and hours to hours.

#include "base/catalogue.h"
#include "text/phrase_resolver.h"

namespace jalon {
namespace {

using std::chrono::days;
using Kind = DateNode::Kind;
using Half = ClockTime::Half;

constexpr int noon = 12 * 60;
constexpr int day_minutes = 24 * 60;

void take_as_hour(Point& point) {
  point.time.minute = point.number * 60;
  point.time.twelve = point.number >= 1 && point.number <= 12;
  point.time.invalid = point.number > 24;
  point.number = -1;
}

bool is_nth_day(const DateNode& node) { return node.kind == Kind::nth_unit && node.unit == Unit::day; }

// 2 to 4pm, 11am-1: the half of the day that one end says serves the other where the order allows it.
void share_half_of_day(const ClockTime& begin, int& start, const ClockTime& finish, int& end) {
  const bool begin_open = begin.half == Half::unsaid && begin.twelve;
  const bool finish_open = finish.half == Half::unsaid && finish.twelve;
  if (begin_open && finish.half == Half::afternoon && start < noon && start + noon < end) start += noon;
  if (begin_open && finish.half != Half::unsaid && start >= noon && start < noon + 60 && start > end) start -= noon;
  if (finish_open && end <= start && end + noon > start && end + noon < day_minutes) end += noon;
  if (end <= start) end += day_minutes;
}

}  // namespace

// Makes a number alone a day that is otherwise like another date.
void PhraseResolver::take_as_day(Point& point, DateNode like) {
  like.weekday = -1;
  like.day = point.number;
  if (is_nth_day(like)) like.n = point.number;
  like.order_assumed = false;
  point.date = tree_.add(like);
  point.number = -1;
}

bool PhraseResolver::is_day(const Point& point) const {
  return point.date != 0 && tree_.nodes[point.date].is_calendar_day();
}

// Says what numbers alone mean: days beside a date, hours beside a time.
bool PhraseResolver::settle_numbers() {
  Point& first = phrase_.first;
  Point& second = phrase_.second;
  if (first.number >= 0 && second.number >= 0) return settle_both_numbers();
  if (first.number >= 0) {
    const bool day = is_day(second) || (second.date != 0 && is_nth_day(tree_.nodes[second.date]));
    if (second.has_time()) {
      take_as_hour(first);
    } else if (first.date == 0 && day) {
      take_as_day(first, tree_.nodes[second.date]);
    } else {
      return false;
    }
  }
  if (second.number >= 0) {
    if (first.has_time()) {
      take_as_hour(second);
    } else if (is_day(first) && tree_.nodes[first.date].month != 0) {
      take_as_day(second, tree_.nodes[first.date]);
    } else {
      return false;
    }
  }
  return true;
}

bool PhraseResolver::settle_both_numbers() {
  Point& first = phrase_.first;
  Point& second = phrase_.second;
  if (first.date == 0 && first.day && second.day) {  // du 13 au 18
    take_as_day(first, {});
    take_as_day(second, {});
    return true;
  }
  if (!first.preceded || first.date == 0) return false;
  take_as_hour(first);
  take_as_hour(second);
  return true;
}

// What one end of a range says of the other: the month, the year, the day.
void PhraseResolver::share_dates() {
  Point& first = phrase_.first;
  Point& second = phrase_.second;
  if (first.date == 0 && second.date != 0 && first.timed() && second.timed()) first.date = second.date;
  if (first.date == 0 || second.date == 0) return;
  const DateNode one = tree_.nodes[first.date], other = tree_.nodes[second.date];
  if (other.month != 0) place_like(first, other);
  if (one.month != 0) place_like(second, one);
  const bool year_behind =
      one.kind == Kind::calendar && one.year == 0 && one.month != 0 && other.kind == Kind::calendar && other.year != 0;
  if (!year_behind) return;
  DateNode start = one;  // «du 24 décembre au 4 janvier 2019»: the year of the end, or the one before it
  start.year = other.year - (one.month > other.month ? 1 : 0);
  first.date = tree_.add(start);
}

// Gives a day the month and the year of another.
void PhraseResolver::place_like(Point& point, const DateNode& like) {
  DateNode node = tree_.nodes[point.date];
  if (!node.is_calendar_day() || node.month != 0 || like.kind != Kind::calendar) return;
  node.month = like.month;
  node.year = like.year;
  point.date = tree_.add(node);
}

std::optional<When> PhraseResolver::range() {
  if (phrase_.has_length || !settle_numbers()) return std::nullopt;
  share_dates();
  const Point& first = phrase_.first;
  const Point& second = phrase_.second;
  if (first.now || second.now || first.has_minutes_from_now || second.has_minutes_from_now) return std::nullopt;
  if (first.timed() || second.timed()) return range_of_times();
  return first.date != 0 && second.date != 0 ? range_of_dates() : std::nullopt;
}

std::optional<When> PhraseResolver::range_of_times() {
  const Point& second = phrase_.second;
  const auto start = span_of(phrase_.first);
  if (!start || start->first != start->last) return std::nullopt;
  const bool one_day = second.date == 0 || second.date == phrase_.first.date;
  const auto end = one_day ? start : span_after(second, start->first);
  if (!end || end->first != end->last) return std::nullopt;
  return time_range(start->first, end->first, one_day);
}

std::optional<When> PhraseResolver::range_of_dates() {
  const Point& second = phrase_.second;
  const DateNode& one = tree_.nodes[phrase_.first.date];
  const DateNode& other = tree_.nodes[second.date];
  const auto begin = dates_.resolve(phrase_.first.date);
  if (!begin) return std::nullopt;
  const bool same_month = one.month != 0 && one.month == other.month && other.year == 0;
  const auto last = same_month && one.year == 0 ? dates_.resolve_from(other, second.date, begin->first - days{31})
                                                : span_after(second, begin->first);
  return last ? day_range(*begin, *last) : std::nullopt;
}

std::optional<When> PhraseResolver::day_range(const Span& first, const Span& second) {
  if (second.last < first.first) return fail(Code::date_order, phrase_.second, {first.first, second.last});
  When result;
  const bool whole_days = first.grain == Unit::day && second.grain == Unit::day;
  result.kind = phrase_.between || !whole_days ? WhenKind::window : WhenKind::event;
  result.start = first.first;
  result.end = second.last;
  return result;
}

std::optional<When> PhraseResolver::time_range(Day first, Day second, bool one_day) {
  Point& begin = phrase_.first;
  Point& finish = phrase_.second;
  const bool clock_both = begin.has_time() && finish.has_time();
  if (clock_both && begin.part.begin >= 0 && finish.part.begin < 0) finish.part = begin.part;
  if (clock_both && finish.part.begin >= 0 && begin.part.begin < 0) begin.part = finish.part;
  const auto said_start = begin.has_time() ? minute_of(begin) : begin.part.begin;
  if (!said_start) return std::nullopt;
  const auto said_end = finish.has_time() ? minute_of(finish) : finish.part.end;
  if (!said_end || *said_start < 0 || *said_end < 0) return std::nullopt;
  int start = *said_start, end = *said_end;
  if (clock_both && one_day) share_half_of_day(begin.time, start, finish.time, end);
  When result;
  result.kind = WhenKind::event;
  result.timed = true;
  result.start = at_minute(first, start);
  result.end = at_minute(second, end);
  if (result.end <= result.start) return fail(Code::date_order, phrase_.second, {first, second});
  return result;
}

}  // namespace jalon
