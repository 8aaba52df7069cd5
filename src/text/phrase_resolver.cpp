#include "text/phrase_resolver.h"

#include <algorithm>

#include "base/catalogue.h"
#include "text/day_arithmetic.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Kind = DateNode::Kind;
using Half = ClockTime::Half;

// 3 in the afternoon is 15 h; 12 at night is 0 h.
int with_half(int minute, Half half) {
  if (half == Half::afternoon && minute < 12 * 60) return minute + 12 * 60;
  if (half == Half::morning && minute >= 12 * 60 && minute < 13 * 60) return minute - 12 * 60;
  return minute;
}

}  // namespace

PhraseResolver::PhraseResolver(const TokenLine& line, std::string_view text, DateTree& tree,
                               const PhraseContext& context)
    : line_(line), text_(text), tree_(tree), phrase_(tree.phrase), context_(context), dates_(tree, context) {}

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
  if (phrase_.count > 0 || (phrase_.has_exceptions() && !phrase_.range)) return std::nullopt;
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
    const auto day = add_units(dates_.today(), phrase_.within.unit, phrase_.within.n, work_days());
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
    const bool lunch = point.part.begin == 12 * 60 && time.minute >= 10 * 60;
    if (late && !lunch && !(night && time.minute < 6 * 60)) half = Half::afternoon;
    if (late && time.minute >= 12 * 60) half = Half::unsaid;
  }
  return with_half(time.minute, half);
}

// "Monday 4 in the afternoon": a number that is no day of that weekday is the hour.
std::optional<Point> PhraseResolver::hour_beside_weekday(const Point& point) const {
  if (point.date == 0 || point.has_time() || point.part.begin < 0) return std::nullopt;
  const DateNode& node = tree_.nodes[point.date];
  if (node.kind != Kind::calendar || node.weekday < 0 || node.month != 0 || node.day > 12) return std::nullopt;
  DateResolver trial(tree_, context_);
  if (trial.resolve(point.date)) return std::nullopt;
  Point result = point;
  result.time.minute = node.day * 60;
  result.time.twelve = true;
  DateNode weekday;
  weekday.kind = Kind::weekday;
  weekday.weekday = node.weekday;
  weekday.first_token = node.first_token;
  weekday.last_token = node.last_token;
  result.date = tree_.add(weekday);
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
  if (!point.timed() && !point.due) return result;
  if (span->first != span->last) return std::nullopt;
  result.timed = true;
  const Day day = span->first;
  if (point.due && !point.has_time()) {
    result.start = at_minute(day, static_cast<int>(context_.end_of_day.count()));
  } else if (!point.has_time()) {
    result.start = at_minute(day, point.part.begin);
    result.end = at_minute(day, point.part.end);
    result.has_end = true;
  } else {
    const auto minute = minute_of(point);
    if (!minute) return std::nullopt;
    result.start = at_minute(day, *minute);
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
  } else if (const auto end = add_units(std::chrono::floor<days>(result.start), length.unit, length.n, work_days())) {
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

}  // namespace jalon
