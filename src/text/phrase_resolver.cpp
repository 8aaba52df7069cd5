#include "text/phrase_resolver.h"

#include <algorithm>

#include "base/catalogue.h"
#include "text/day_arithmetic.h"
#include "text/recurrences.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Kind = DateNode::Kind;
using Half = ClockTime::Half;

constexpr int day_minutes = 24 * 60;

LocalTime at(Day day, int minute) { return day + minutes{minute}; }

// 3 in the afternoon is 15 h; 12 at night is 0 h.
int with_half(int minute, Half half) {
  if (half == Half::afternoon && minute < 12 * 60) return minute + 12 * 60;
  if (half == Half::morning && minute >= 12 * 60 && minute < 13 * 60) return minute - 12 * 60;
  return minute;
}

bool is_calendar_day(const DateNode& node) { return node.kind == Kind::calendar && node.day != 0; }

}  // namespace

PhraseResolver::PhraseResolver(const TokenLine& line, std::string_view text, DateTree& tree,
                               const PhraseContext& context)
    : line_(line), text_(text), tree_(tree), phrase_(tree.phrase), context_(context), dates_(tree, context.as_of) {}

Reading PhraseResolver::read() {
  Reading reading;
  const auto found = when();
  if (found) {
    reading.verdict = Reading::Verdict::when;
    reading.when = *found;
    reading.said = said();
    note_assumed_order(reading);
  } else {
    report_fault(reading);
  }
  return reading;
}

std::optional<When> PhraseResolver::when() {
  if (phrase_.has_within) return within();
  if (phrase_.recurrence.said) return recurring();
  if (phrase_.count > 0 || phrase_.exception_count > 0) return std::nullopt;
  if (phrase_.has_starting) {  // «à partir du 15 janvier»: what begins that day
    const bool only_time = phrase_.starting.date == 0 && phrase_.starting.has_time() && !phrase_.first.has_time();
    if ((!phrase_.first.empty() && !only_time) || phrase_.bounded) return std::nullopt;
    if (only_time) {
      phrase_.first.time = phrase_.starting.time;
    } else {
      phrase_.first = phrase_.starting;
    }
  }
  if (phrase_.bounded || phrase_.first.due) return merge_limit() ? deadline() : std::nullopt;
  return phrase_.range ? range() : single();
}

// «Dans 2 heures» has no meaning from a day.
bool PhraseResolver::has_time_of_day() const { return context_.as_of != std::chrono::floor<days>(context_.as_of); }

std::optional<When> PhraseResolver::within() {
  if (!phrase_.first.empty() || phrase_.bounded || phrase_.range) return std::nullopt;
  When result;
  result.kind = WhenKind::deadline;
  relative_ = true;
  if (phrase_.within.unit == Unit::minute) {
    if (!has_time_of_day()) return std::nullopt;
    result.timed = true;
    result.end = context_.as_of + minutes{phrase_.within.minutes};
  } else {
    const auto day = add_units(dates_.today(), phrase_.within.unit, phrase_.within.n);
    if (!day) return std::nullopt;
    result.end = *day;
  }
  result.start = result.end;
  return result;
}

std::optional<Span> PhraseResolver::span_of(const Point& point) {
  if (point.date != 0) return dates_.resolve(point.date);
  relative_ = true;
  return Span{dates_.today(), dates_.today(), Unit::day};
}

// A second date, in the light of the first: «du 24 décembre au 4 janvier», "from Monday to Friday".
std::optional<Span> PhraseResolver::span_after(const Point& point, Day from) {
  return dates_.resolve_from(tree_.nodes[point.date], point.date, from);
}

std::optional<int> PhraseResolver::minute_of(const Point& point) {
  const ClockTime& time = point.time;
  if (time.invalid) return fail(Code::date_time, point, {words(span_of_tokens(point.first_token, point.last_token))});
  Half half = time.half;
  if (half == Half::unsaid && point.part.begin >= 0 && time.twelve) {
    const bool late = point.part.begin >= 12 * 60;
    const bool night = point.part.begin >= 21 * 60;
    if (late && !(night && time.minute < 6 * 60)) half = Half::afternoon;
    if (late && time.minute >= 12 * 60) half = Half::unsaid;
  }
  return with_half(time.minute, half);
}

// "Monday 4 in the afternoon": a number that is no day of that weekday is the hour.
std::optional<Point> PhraseResolver::hour_beside_weekday(const Point& point) const {
  if (point.date == 0 || point.has_time() || point.part.begin < 0) return std::nullopt;
  const DateNode& node = tree_.nodes[point.date];
  if (node.kind != Kind::calendar || node.weekday < 0 || node.month != 0 || node.day > 12) return std::nullopt;
  DateResolver trial(tree_, context_.as_of);
  if (trial.resolve(point.date)) return std::nullopt;
  Point result = point;
  result.time.minute = node.day * 60;
  result.time.twelve = true;
  DateNode weekday;
  weekday.kind = Kind::weekday;
  weekday.weekday = node.weekday;
  weekday.first_token = node.first_token;
  weekday.last_token = node.last_token;
  tree_.nodes.push_back(weekday);
  result.date = static_cast<NodeIndex>(tree_.nodes.size() - 1);
  return result;
}

std::optional<PhraseResolver::Place> PhraseResolver::place(const Point& point) {
  Place result;
  if (point.now || point.has_minutes_from_now) {
    if (!has_time_of_day()) return std::nullopt;
    relative_ = true;
    result.timed = true;
    result.start = context_.as_of + minutes{point.minutes_from_now};
    const Day day = std::chrono::floor<days>(result.start);
    result.span = {day, day, Unit::day};
    return result;
  }
  if (const auto hour = hour_beside_weekday(point)) return place(*hour);
  const auto span = span_of(point);
  if (!span) return std::nullopt;
  result.span = *span;
  if (!point.has_time() && point.part.begin < 0 && !point.due) return result;
  if (span->first != span->last) return std::nullopt;
  result.timed = true;
  const Day day = span->first;
  if (point.due && !point.has_time()) {
    result.start = at(day, static_cast<int>(context_.end_of_day.count()));
  } else if (!point.has_time()) {
    result.start = at(day, point.part.begin);
    result.end = at(day, point.part.end);
    result.has_end = true;
  } else {
    const auto minute = minute_of(point);
    if (!minute) return std::nullopt;
    result.start = at(day, *minute);
    if (point.date == 0 && result.start < context_.as_of) result.start += days{1};
    if (point.has_offset) {
      if (!context_.to_local) return std::nullopt;
      result.start =
          context_.to_local(std::chrono::sys_seconds{result.start.time_since_epoch()} - minutes{point.offset});
    }
  }
  return result;
}

void PhraseResolver::add_length(When& result) const {
  const Length& length = phrase_.length;
  if (length.unit == Unit::minute) {
    result.end = result.start + minutes{length.minutes};
  } else if (const auto end = add_units(std::chrono::floor<days>(result.start), length.unit, length.n)) {
    const auto of_day = result.start - std::chrono::floor<days>(result.start);
    result.end = result.timed ? *end + of_day : LocalTime{*end - days{1}};
  }
}

std::optional<When> PhraseResolver::single() {
  if (phrase_.first.empty()) return std::nullopt;
  const auto found = place(phrase_.first);
  if (!found) return std::nullopt;
  When result;
  result.timed = found->timed;
  result.kind = WhenKind::event;
  if (!found->timed) {
    result.start = found->span.first;
    result.end = found->span.last;
    const bool day = found->span.grain == Unit::day;
    if (!day) result.kind = WhenKind::window;
    const DateNode& node = tree_.nodes[phrase_.first.date];
    if (node.implies_due) {
      result.kind = WhenKind::deadline;
      result.start = result.end;
    }
    if (!phrase_.has_length) return result;
    if (!day || phrase_.length.unit == Unit::minute) return std::nullopt;
    add_length(result);
    return result.end < result.start ? std::nullopt : std::optional(result);
  }
  result.start = found->start;
  result.end = found->has_end ? found->end : found->start + context_.default_duration;
  if (phrase_.has_length) add_length(result);
  return result.end <= result.start ? std::nullopt : std::optional(result);
}

// Brings what stands before the bound together with what stands behind it: "Friday by 5pm".
bool PhraseResolver::merge_limit() {
  if (phrase_.range || phrase_.has_length) return false;
  Point& limit = phrase_.limit;
  if (!phrase_.bounded) {
    limit = phrase_.first;
    phrase_.bounded = true;
    return true;
  }
  const Point& first = phrase_.first;
  if (first.empty() && !first.due) return true;
  if ((first.date != 0 && limit.date != 0) || (first.has_time() && limit.has_time()) || first.has_minutes_from_now) {
    return false;
  }
  if (first.date != 0) limit.date = first.date;
  if (first.has_time()) limit.time = first.time;
  if (first.part.begin >= 0) limit.part = first.part;
  limit.due = limit.due || first.due;
  return true;
}

std::optional<When> PhraseResolver::deadline() {
  const Point& limit = phrase_.limit;
  const auto found = place(limit);
  if (!found) return std::nullopt;
  When result;
  result.kind = WhenKind::deadline;
  result.timed = found->timed;
  const bool before = phrase_.bound == Bound::before;
  if (found->timed) {
    result.end = found->has_end && !before ? found->end : found->start;
  } else {
    const DateNode& node = tree_.nodes[limit.date];
    const bool end_of_something = node.kind == Kind::part && node.n == 2;
    result.end = before && !end_of_something ? found->span.first - days{1} : found->span.last;
  }
  result.start = result.end;
  return result;
}

// Says what numbers alone mean: days beside a date, hours beside a time.
bool PhraseResolver::settle_numbers() {
  Point& first = phrase_.first;
  Point& second = phrase_.second;
  const auto as_hour = [](Point& point) {
    point.time.minute = point.number * 60;
    point.time.twelve = point.number >= 1 && point.number <= 12;
    point.time.invalid = point.number > 24;
    point.number = -1;
  };
  const auto as_day = [&](Point& point, NodeIndex like) {
    DateNode node = tree_.nodes[like];
    node.weekday = -1;
    node.day = point.number;
    node.order_assumed = false;
    tree_.nodes.push_back(node);
    point.date = static_cast<NodeIndex>(tree_.nodes.size() - 1);
    point.number = -1;
  };
  const auto dated = [&](const Point& point) { return point.date != 0 && is_calendar_day(tree_.nodes[point.date]); };
  if (first.number >= 0 && second.number >= 0) {
    if (first.date == 0 && first.day && second.day) {  // du 13 au 18
      as_day(first, 0);
      as_day(second, 0);
      return true;
    }
    if (!first.preceded || first.date == 0) return false;
    as_hour(first);
    as_hour(second);
    return true;
  }
  if (first.number >= 0) {
    if (second.has_time()) {
      as_hour(first);
    } else if (first.date == 0 && dated(second) && !second.has_time()) {
      as_day(first, second.date);
    } else if (first.date == 0 && second.date != 0 && tree_.nodes[second.date].kind == Kind::nth_unit &&
               tree_.nodes[second.date].unit == Unit::day) {
      DateNode node = tree_.nodes[second.date];
      node.n = first.number;
      tree_.nodes.push_back(node);
      first.date = static_cast<NodeIndex>(tree_.nodes.size() - 1);
      first.number = -1;
    } else {
      return false;
    }
  }
  if (second.number >= 0) {
    if (first.has_time()) {
      as_hour(second);
    } else if (dated(first) && tree_.nodes[first.date].month != 0) {
      as_day(second, first.date);
    } else {
      return false;
    }
  }
  return true;
}

// What one end of a range says of the other: the month, the year, the day.
void PhraseResolver::share_dates() {
  Point& first = phrase_.first;
  Point& second = phrase_.second;
  const bool timed = first.has_time() || first.part.begin >= 0;
  const bool second_timed = second.has_time() || second.part.begin >= 0;
  if (first.date == 0 && second.date != 0 && timed && second_timed) first.date = second.date;
  if (first.date == 0 || second.date == 0) return;
  const auto place_like = [&](Point& point, const DateNode& like) {
    DateNode node = tree_.nodes[point.date];
    if (node.kind != Kind::calendar || like.kind != Kind::calendar || node.day == 0 || node.month != 0) return;
    node.month = like.month;
    node.year = like.year;
    tree_.nodes.push_back(node);
    point.date = static_cast<NodeIndex>(tree_.nodes.size() - 1);
  };
  const DateNode one = tree_.nodes[first.date], other = tree_.nodes[second.date];
  if (other.month != 0) place_like(first, other);
  if (one.month != 0) place_like(second, one);
  if (one.kind == Kind::calendar && one.year == 0 && one.month != 0 && other.kind == Kind::calendar &&
      other.year != 0) {
    // «du 24 décembre au 4 janvier 2019»: the year of the end, or the one before it.
    DateNode start = one;
    start.year = other.year - (one.month > other.month ? 1 : 0);
    tree_.nodes.push_back(start);
    first.date = static_cast<NodeIndex>(tree_.nodes.size() - 1);
  }
}

bool PhraseResolver::timed_phrase() const {
  const auto timed = [](const Point& point) { return point.has_time() || point.part.begin >= 0; };
  return timed(phrase_.first) || timed(phrase_.second);
}

std::optional<When> PhraseResolver::range() {
  if (phrase_.has_length || !settle_numbers()) return std::nullopt;
  share_dates();
  const Point& first = phrase_.first;
  const Point& second = phrase_.second;
  if (first.now || second.now || first.has_minutes_from_now || second.has_minutes_from_now) return std::nullopt;
  if (timed_phrase()) {
    const auto start = span_of(first);
    if (!start || start->first != start->last) return std::nullopt;
    const bool one_day = second.date == 0 || second.date == first.date;
    const auto end = one_day ? start : span_after(second, start->first);
    if (!end || end->first != end->last) return std::nullopt;
    return time_range(start->first, end->first, one_day);
  }
  if (first.date == 0 || second.date == 0) return std::nullopt;
  const DateNode& one = tree_.nodes[first.date];
  const DateNode& other = tree_.nodes[second.date];
  const auto begin = dates_.resolve(first.date);
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
  if (begin.part.begin >= 0 && finish.part.begin < 0 && clock_both) finish.part = begin.part;
  if (finish.part.begin >= 0 && begin.part.begin < 0 && clock_both) begin.part = finish.part;
  int start = begin.part.begin, end = finish.part.end;
  if (begin.has_time()) {
    const auto minute = minute_of(begin);
    if (!minute) return std::nullopt;
    start = *minute;
  }
  if (finish.has_time()) {
    const auto minute = minute_of(finish);
    if (!minute) return std::nullopt;
    end = *minute;
  }
  if (start < 0 || end < 0) return std::nullopt;
  if (clock_both && one_day) {
    // 2 to 4pm, 11am-1: the half of the day that one end says serves the other where the order allows it.
    const bool begin_open = begin.time.half == Half::unsaid && begin.time.twelve;
    const bool finish_open = finish.time.half == Half::unsaid && finish.time.twelve;
    if (begin_open && finish.time.half == Half::afternoon && start < 12 * 60 && start + 12 * 60 < end) start += 12 * 60;
    if (begin_open && finish.time.half != Half::unsaid && start >= 12 * 60 && start < 13 * 60 && start > end)
      start -= 12 * 60;
    if (finish_open && end <= start && end + 12 * 60 > start && end + 12 * 60 < day_minutes) end += 12 * 60;
    if (end <= start) end += day_minutes;
  }
  When result;
  result.kind = WhenKind::event;
  result.timed = true;
  result.start = at(first, start);
  result.end = at(second, end);
  if (result.end <= result.start) {
    return fail(Code::date_order, phrase_.second, {first, second});
  }
  return result;
}

}  // namespace jalon
