// The part of the grammar that puts a phrase together: bounds, ranges, lengths, counts, exceptions, recurrences.

#include <algorithm>

#include "text/date_grammar.h"

namespace jalon {
namespace {

// Whether two points can bound a range: days with days, times with times.
bool are_ends(const Point& first, const Point& second) {
  const auto timed = [](const Point& p) { return p.has_time() || p.part.begin >= 0; };
  if (second.now || second.has_minutes_from_now || first.due || second.due) return false;
  if (timed(second)) return timed(first) || first.number >= 0;
  if (second.date != 0) return (first.date != 0 || first.number >= 0) && !timed(first);
  return true;
}

}  // namespace

bool DateGrammar::read_phrase(const TokenLine& line, std::size_t first, std::size_t last, const Habits& habits) {
  if (last - first > 64) return false;
  begin(line, first, last, habits);
  while (!done()) {
    if (!clause()) return false;
  }
  return last > first;
}

std::optional<Length> DateGrammar::read_length(const TokenLine& line, std::size_t first, std::size_t last,
                                               const Habits& habits) {
  if (last - first > 16) return std::nullopt;
  begin(line, first, last, habits);
  const auto result = length();
  return done() ? result : std::nullopt;
}

// Adds a point to what the phrase says of its start: "Friday" and then "5pm".
bool DateGrammar::merge(const Point& point) {
  Point& whole = tree_.phrase.first;
  if (whole.empty() && !whole.due) {
    whole = point;
    return true;
  }
  const bool clash = (whole.date != 0 && point.date != 0) || (whole.has_time() && point.has_time()) ||
                     (whole.part.begin >= 0 && point.part.begin >= 0) || point.number >= 0 ||
                     point.has_minutes_from_now || point.now;
  if (clash) return false;
  if (point.date != 0) whole.date = point.date;
  if (point.has_time()) whole.time = point.time;
  if (point.part.begin >= 0) whole.part = point.part;
  whole.due = whole.due || point.due;
  return true;
}

bool DateGrammar::range_clause(Point& first, Point& second, bool& between) {
  const std::size_t start = at_;
  between = take(Term::between);
  const bool opened = between || take(Term::from);
  // How the first end may be read: as far as it goes; with an hour behind its date (next Monday 9-10:30am); as a
  // number alone, which a longer reading would swallow (3-5 déc., 2 to 4pm).
  enum class Opening { whole, with_hour, number };
  const std::size_t body = at_;
  std::size_t best_end = start;
  Point best_first, best_second;
  for (const Opening opening : {Opening::whole, Opening::with_hour, Opening::number}) {
    at_ = body;
    first = {};
    first.first_token = static_cast<std::uint16_t>(at_);
    if (opening == Opening::number ? !bare_piece(first) : !point(first)) continue;
    if (opening == Opening::with_hour && (first.date == 0 || first.has_time() || !bare_piece(first))) continue;
    first.preceded = first.preceded || opened;
    first.last_token = static_cast<std::uint16_t>(at_);
    mark(U',');
    const bool joined = mark(U'-') || (between && take(Term::and_)) || take(Term::to) || (first.date != 0 && mark(U'/'));
    if (!joined || !point(second) || !are_ends(first, second) || at_ <= best_end) continue;
    best_end = at_;
    best_first = first;
    best_second = second;
  }
  at_ = best_end;
  first = best_first;
  second = best_second;
  return best_end > start;
}

bool DateGrammar::exception_clause() {
  PhraseTree& phrase = tree_.phrase;
  if (!take(Term::except)) return false;
  const bool anchored = anchored_;
  anchored_ = true;
  bool any = false;
  do {
    take(Term::and_);
    take(Term::on);
    const NodeIndex excepted = date();
    if (excepted == 0 || phrase.exception_count == phrase.exceptions.size()) break;
    phrase.exceptions[phrase.exception_count++] = excepted;
    any = true;
  } while (mark(U',') || is(Term::and_));
  anchored_ = anchored;
  return any;
}

// One piece of the phrase: of all that can be read here, the longest.
bool DateGrammar::clause() {
  PhraseTree& phrase = tree_.phrase;
  mark(U',');
  take(Term::filler);
  if (done()) return !phrase.first.empty() || phrase.recurrence.said || phrase.bounded;
  const std::size_t start = at_;
  if (is(Term::except)) {
    if (exception_clause()) return true;
    at_ = start;
  }
  enum class Found { nothing, recurrence, count, within, bound, range, point, length, starting };
  Found found = Found::nothing;
  std::size_t end = start;
  const auto consider = [&](Found kind, bool read) {
    if (read && at_ > end) {
      found = kind;
      end = at_;
    }
    at_ = start;
  };

  RecurrenceNode recurrence;
  Stretch part;
  if (!phrase.recurrence.said) consider(Found::recurrence, recurrence_clause(recurrence, part));

  int count = 0;
  if (is(Term::for_time) || is_number() || is(Term::number)) {
    take(Term::for_time);
    const auto number = cardinal();
    count = number.value_or(0);
    consider(Found::count, number && take(Term::times));
  }

  Length within;
  if (is(Term::within)) {
    take(Term::within);
    skip_article();
    if (const auto said = length()) {
      within = *said;
      consider(Found::within, true);
    }
    at_ = start;
  }

  Point limit;
  const auto bound = value(Term::bound);
  if (bound) {
    mark(U':');
    take(Term::bound);
    const bool anchored = anchored_;
    anchored_ = true;
    consider(Found::bound, point(limit) && limit.number < 0);
    anchored_ = anchored;
  }
  at_ = start;

  Point range_first, range_second;
  bool between = false;
  consider(Found::range, !phrase.range && range_clause(range_first, range_second, between));

  Point single;
  consider(Found::point, point(single) && single.number < 0);

  Length lasting;
  if (is(Term::for_time)) {
    take(Term::for_time);
    if (const auto said = length()) {
      lasting = *said;
      consider(Found::length, true);
    }
    at_ = start;
  }

  Point from;
  if (take(Term::starting)) {
    const bool anchored = anchored_;
    anchored_ = true;
    consider(Found::starting, point(from) && from.number < 0);
    anchored_ = anchored;
    at_ = start;
  }

  at_ = end;
  switch (found) {
    case Found::nothing: return false;
    case Found::recurrence:
      phrase.recurrence = recurrence;
      if (part.begin >= 0) phrase.first.part = part;
      return true;
    case Found::count:
      phrase.count = count;
      return count > 0 && count <= 9999;
    case Found::within:
      if (phrase.has_within || phrase.bounded) return false;
      phrase.within = within;
      phrase.has_within = true;
      return true;
    case Found::bound:
      if (phrase.bounded) return false;
      phrase.bounded = true;
      phrase.bound = static_cast<Bound>(*bound);
      phrase.limit = limit;
      take(Term::bound_suffix);
      return true;
    case Found::range:
      if (!phrase.first.empty() && !(phrase.first.date != 0 && range_first.date == 0 && !phrase.first.has_time())) {
        return false;
      }
      if (!phrase.first.empty()) {
        if (range_second.date != 0) return false;
        range_first.date = phrase.first.date;
      }
      phrase.first = range_first;
      phrase.second = range_second;
      phrase.range = true;
      phrase.between = between;
      return true;
    case Found::point: {
      if (!merge(single)) return false;
      if (const auto suffix = value(Term::bound_suffix)) {
        if (phrase.bounded) return phrase.bound == static_cast<Bound>(*suffix);
        phrase.bounded = true;
        phrase.bound = static_cast<Bound>(*suffix);
        phrase.limit = phrase.first;
        phrase.first = {};
      }
      return true;
    }
    case Found::length:
      if (phrase.has_length) return false;
      phrase.length = lasting;
      phrase.has_length = true;
      return true;
    case Found::starting:
      if (phrase.has_starting) return false;
      phrase.starting = from;
      phrase.has_starting = true;
      return true;
  }
  return false;
}

}  // namespace jalon
