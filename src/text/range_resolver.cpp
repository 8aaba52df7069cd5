// The part of the resolver that makes ranges: what one end says of the other, days to days and hours to hours.

#include "base/catalogue.h"
#include "text/phrase_resolver.h"
#include "text/range_ends.h"

namespace jalon {
namespace {

using std::chrono::days;
using Kind = DateNode::Kind;
using Half = ClockTime::Half;

constexpr int noon = 12 * 60;
constexpr int day_minutes = 24 * 60;
constexpr std::chrono::hours longest_night{16};  // an end at an earlier hour is on the next day
constexpr int longest_shift = 8 * 60;            // 9 h à 5 h: an end that is said to be an hour of the morning

// 2 to 4pm, 11am-1: the half of the day that one end says serves the other where the order allows it.
void share_half_of_day(const ClockTime& begin, int& start, const ClockTime& finish, int& end) {
  const bool begin_open = begin.half == Half::unsaid && begin.twelve;
  const bool finish_open = finish.half == Half::unsaid && finish.twelve;
  if (begin_open && finish.half == Half::afternoon && start < noon && start + noon < end) start += noon;
  if (begin_open && finish.half != Half::unsaid && start >= noon && start < noon + 60 && start > end) start -= noon;
  const bool later = finish_open && end <= start && end + noon > start && end + noon < day_minutes;
  if (later && (!finish.marked || end + noon - start <= longest_shift)) end += noon;
  if (end <= start) end += day_minutes;
}

bool is_bare_weekday(const DateNode& node) { return node.kind == Kind::weekday && !node.deictic && node.weeks == 0; }

}  // namespace

std::optional<When> PhraseResolver::range() {
  Point& first = phrase_.first;
  Point& second = phrase_.second;
  if (phrase_.has_length || !settle_ends(tree_, first, second)) return std::nullopt;
  share_dates(tree_, first, second);
  if (first.now || second.now || first.has_minutes_from_now || second.has_minutes_from_now) return std::nullopt;
  const bool of_each = phrase_.has_hours || phrase_.has_exceptions();
  if (first.timed() || second.timed()) return of_each ? std::nullopt : range_of_times();
  const auto days = first.date != 0 && second.date != 0 ? range_of_dates() : std::nullopt;
  return days && of_each ? each_day(*days) : days;
}

// «Du lundi au vendredi»: the next ones, or those of every week?
bool PhraseResolver::is_bare_week() const {
  const DateNode& one = tree_.nodes[phrase_.first.date];
  const DateNode& other = tree_.nodes[phrase_.second.date];
  if (!is_bare_weekday(one) || !is_bare_weekday(other)) return false;
  return phrase_.has_exceptions() || (one.weekday == 1 && (other.weekday == 5 || other.weekday == 0));
}

// Days that all have the same hours, or of which some are left out: a series. One hour alone may be that of each day or
// of the first.
std::optional<When> PhraseResolver::each_day(const When& days) {
  const bool one_hour = phrase_.has_hours && phrase_.closing.empty() && !phrase_.enumerated;
  const bool named = tree_.nodes[phrase_.first.date].kind == Kind::holiday;  // «Nouvel An — 31 décembre 22 h à 2 h»
  if (days.kind != WhenKind::event || one_hour || named || is_bare_week()) return std::nullopt;
  Recurrence rule;
  rule.until = days.last_day();
  return series(rule, days.first_day());
}

std::optional<When> PhraseResolver::range_of_times() {
  const Point& second = phrase_.second;
  const auto start = span_of(phrase_.first);
  if (!start || start->first != start->last) return std::nullopt;
  const bool one_day = second.date == 0 || second.date == phrase_.first.date;
  const auto end = one_day ? start : span_after(second, start->first);
  if (!end || end->first != end->last) return std::nullopt;
  return time_range(phrase_.first, phrase_.second, start->first, one_day ? std::nullopt : std::optional(end->first));
}

std::optional<When> PhraseResolver::range_of_dates() {
  dates_.set_past_days(DateResolver::PastDays::present);
  const auto present = range_from_dates();
  dates_.set_past_days(DateResolver::PastDays::next);
  return present && present->last_day() < dates_.today() ? range_from_dates() : present;
}

std::optional<When> PhraseResolver::range_from_dates() {
  const Point& second = phrase_.second;
  const DateNode& one = tree_.nodes[phrase_.first.date];
  const DateNode& other = tree_.nodes[second.date];
  const auto begin = dates_.resolve(phrase_.first.date);
  if (!begin || (phrase_.enumerated && is_bare_weekday(one))) return std::nullopt;
  const bool same_month = one.month != 0 && one.month == other.month && other.year == 0;
  const auto last = same_month && one.year == 0 ? dates_.resolve_from(other, second.date, begin->first - days{31})
                                                : span_after(second, begin->first);
  if (!last) return std::nullopt;
  const bool one_and_next =
      last->grain == Unit::day && begin->grain == Unit::day && last->first == begin->first + days{1};
  if (phrase_.enumerated && !one_and_next) return std::nullopt;
  return day_range(*begin, *last);
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

std::optional<When> PhraseResolver::time_range(Point& begin, Point& finish, Day first, std::optional<Day> last) {
  const Day second = last.value_or(first);
  const bool clock_both = begin.has_time() && finish.has_time();
  if (clock_both && begin.part.begin >= 0 && finish.part.begin < 0) finish.part = begin.part;
  if (clock_both && finish.part.begin >= 0 && begin.part.begin < 0) begin.part = finish.part;
  const auto said_start = begin.has_time() ? minute_of(begin) : begin.part.begin;
  if (!said_start) return std::nullopt;
  const auto said_end = finish.has_time() ? minute_of(finish) : finish.part.end;
  if (!said_end || *said_start < 0 || *said_end < 0) return std::nullopt;
  int start = *said_start, end = *said_end;
  if (clock_both && !last) share_half_of_day(begin.time, start, finish.time, end);
  When result;
  result.kind = WhenKind::event;
  result.timed = true;
  result.start = at_minute(first, start);
  result.end = at_minute(second, end);
  const bool backwards = !last && result.end - result.start > longest_night;
  if (result.end <= result.start || backwards) return fail(Code::date_order, finish, {first, second});
  return result;
}

}  // namespace jalon
