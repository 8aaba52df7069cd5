// The part of the grammar that reads points in time: a date, a time and a part of the day in any order.

#include <algorithm>

#include "text/date_grammar.h"

namespace jalon {

// In two hours, il y a 20 minutes; and «now».
bool DateGrammar::relative_minutes(Point& point) {
  const std::size_t start = at_;
  if (take(Term::now)) {
    point.now = true;
    return true;
  }
  const bool future = take(Term::in_time);
  const bool past = !future && take(Term::ago);
  if (future) skip_article();
  const auto said = length();
  const bool timed = said && said->unit == Unit::minute;
  const bool later = timed && !future && !past && take(Term::from_now);
  const bool ago = timed && !future && !past && !later && take(Term::ago);
  if (!timed || (!future && !past && !later && !ago)) {
    at_ = start;
    return false;
  }
  point.has_minutes_from_now = true;
  point.minutes_from_now = past || ago ? -said->minutes : said->minutes;
  return true;
}

// 9 h du 4 AU 6 décembre: the day behind the hour is the first of a range.
bool DateGrammar::opens_range(const DateNode& node) const {
  const bool lone_day = node.is_calendar_day() && node.month == 0 && node.weekday < 0;
  return lone_day && !done() && (is(Term::to) || tokens_[at_].mark == U'-') && is_number(1);
}

bool DateGrammar::date_piece(Point& point) {
  const NodeIndex found = date();
  if (found == 0 || (point.timed() && opens_range(tree_.nodes[found]))) return false;
  point.date_first = !point.timed();
  point.date = point.date != 0 ? joined(point.date, found) : found;
  point.date_end = here();
  return point.date != 0;
}

// ISO 8601: Z, +01:00, -0500 behind a time. A minus without seconds before it is the dash of a range.
void DateGrammar::utc_offset(Point& point) {
  const std::size_t start = at_;
  if (take(Term::utc)) {
    point.has_offset = true;
    return;
  }
  const bool seconds = at_ >= first_ + 4 && tokens_[at_ - 2].mark == U':' && tokens_[at_ - 4].mark == U':';
  const bool east = tight_mark(U'+');
  if (!east && !(seconds && tight_mark(U'-'))) return;
  int minutes = 0;
  if (is_number() && token()->digits == 4) {
    minutes = token()->value / 100 * 60 + token()->value % 100;
    ++at_;
  } else if (is_number() && token()->digits == 2) {
    minutes = tokens_[at_++].value * 60;
    if (tight_mark(U':') && is_number()) minutes += tokens_[at_++].value;
  }
  if (at_ == start + 1 || minutes > 14 * 60) {
    at_ = start;
    return;
  }
  point.has_offset = true;
  point.offset = east ? minutes : -minutes;
}

// 8 tonight, 9 tomorrow morning: what follows makes the number an hour.
bool DateGrammar::part_follows() const { return is(Term::relative_part) || is(Term::relative_day); }

// «Une heure» and "one hour" alone are a length of time.
bool DateGrammar::is_lone_hour(const ClockTime& time, std::size_t start) const {
  return time.minute == 60 && time.half == ClockTime::Half::unsaid && start == first_ && at_ == last_ &&
         last_ - first_ <= 3 && !time.bare && !is_only_at(start) && tokens_[last_ - 1].kind == Token::Kind::word;
}

bool DateGrammar::time_piece(Point& point) {
  if (point.has_time() || point.has_minutes_from_now) return false;
  const std::size_t start = at_;
  const bool iso = take(Term::iso_t) && !tokens_[start].spaced && is_number() && !token()->spaced;
  if (!iso) at_ = start;
  take(Term::approximate);
  const bool at = take(Term::at);
  take(Term::approximate);
  take(Term::the);
  const bool glued = at && at_ == start + 1 && token() != nullptr && !token()->spaced && tokens_[start].mark == 0 &&
                     tokens_[start].end - tokens_[start].begin == 1 && is_number();  // A4
  ClockTime time;
  after_at_ = at;
  const bool read = !glued && clock(time);
  after_at_ = false;
  const bool unit_behind = time.bare && is(Term::unit);
  const bool counts = unit_behind && static_cast<Unit>(sense(Term::unit).value) >= Unit::day;  // aux deux semaines
  if (!read || counts || (time.bare && !at && !part_follows()) || is_lone_hour(time, start)) {
    at_ = start;
    return false;
  }
  if (iso) utc_offset(point);
  point.time = time;
  return true;
}

bool DateGrammar::part_piece(Point& point) {
  if (point.part.begin >= 0) return false;
  const std::size_t start = at_;
  if (const auto today = point.date == 0 ? value(Term::relative_part) : std::nullopt) {
    DateNode node;
    node.kind = DateNode::Kind::days_from;
    point.date = add(node, start);
    point.part = {18 * 60, 21 * 60};
    return true;
  }
  const auto third = value(Term::part);
  if (third) {
    take(Term::of);
    Stretch whole;
    const std::size_t inner = at_;
    if (take(Term::deictic) && !day_part(whole)) at_ = inner;
    at_ = start;
  }
  const std::size_t opening = at_;
  bool this_day = false;
  for (int words = 0; words < 3; ++words) {
    if (day_part(point.part)) {
      if (this_day && point.date == 0) {
        DateNode node;
        node.kind = DateNode::Kind::days_from;
        point.date = add(node, opening);
      }
      return true;
    }
    const std::size_t before = at_;
    if (const auto direction = value(Term::deictic)) {
      this_day = *direction == 0;
      if (*direction == 0) continue;
      at_ = before;
    }
    if (!take(Term::of) && !take(Term::on) && !take(Term::the) && !take(Term::at)) break;
  }
  at_ = start;
  return false;
}

// A number alone: a day or an hour, which the rest of the phrase decides.
bool DateGrammar::bare_piece(Point& point) {
  if (point.number >= 0 || point.has_time()) return false;
  const std::size_t start = at_;
  point.day = is(Term::the) || (start > first_ && terms_of(start - 1).has(Term::the));
  point.hour = !done() && is_only_at(start);
  const bool preceded = take(Term::at) || take(Term::on) || take(Term::the);
  const std::size_t body = at_;
  if (const auto nth = ordinal(); nth && *nth > 0) {
    point.number = *nth;
    point.day = true;
  } else if (at_ = body; is_number() && token()->digits <= 2) {
    point.number = tokens_[at_++].value;
  } else if (const auto word = cardinal_word(); word && *word <= 31) {
    point.number = *word;
  } else {
    at_ = start;
    return false;
  }
  point.preceded = preceded;
  return true;
}

// The longest of what may come next.
bool DateGrammar::point_piece(Point& point) {
  struct Piece {
    const TermSet& first;
    bool (DateGrammar::*read)(Point&);
  };
  static constexpr TermSet times = {Term::iso_t,  Term::approximate, Term::at,   Term::the,  Term::fraction,
                                    Term::digits, Term::number,      Term::tens, Term::clock};
  static constexpr TermSet parts = {Term::relative_part, Term::part, Term::day_part, Term::deictic, Term::of, Term::on,
                                    Term::the,           Term::at};
  static constexpr Piece pieces[] = {
      {times, &DateGrammar::time_piece}, {dates_begin, &DateGrammar::date_piece}, {parts, &DateGrammar::part_piece}};
  const std::size_t start = at_;
  Longest<Point> best{point, start};
  for (int skipped = 0; skipped < 3; ++skipped) {
    const std::size_t inner = at_;
    const TermSet& possible = terms();
    for (const Piece& piece : pieces) {
      if (!possible.meets(piece.first)) continue;
      Point attempt = point;
      if ((this->*piece.read)(attempt)) best.consider(attempt, at_);
      at_ = inner;
    }
    if (skipped == 0 && (mark(U',') || (!done() && !tight_mark(U':') && at_ > first_ && mark(U':')))) continue;
    if (!take(Term::on) && !take(Term::of) && !take(Term::filler) && !take(Term::approximate)) break;
  }
  at_ = best.end;
  point = best.read;
  return at_ > start;
}

// EOD Friday, Friday end of day.
bool DateGrammar::end_of_day(Point& point) {
  const std::size_t start = at_;
  take(Term::of);
  const auto unit = value(Term::end_of);
  if (unit && static_cast<Unit>(*unit) == Unit::day) {
    point.due = true;
    return true;
  }
  at_ = start;
  return false;
}

// What is said of one point in time, remembered for when it is asked for again: alone, as an end of a range, as a
// bound.
bool DateGrammar::point(Point& point) {
  PointMemo& memo = memos_[at_ - first_].points[anchored_ ? 1 : 0];
  if (memo.round != round_) {
    memo.point = {};
    memo.point.first_token = here();
    memo.read = read_point(memo.point);
    memo.point.last_token = here();
    memo.end = at_;
    memo.round = round_;
  }
  point = memo.point;
  at_ = memo.end;
  return memo.read;
}

bool DateGrammar::read_point(Point& point) {
  const std::size_t start = at_;
  if (relative_minutes(point)) {
    const std::size_t end = at_;
    Point other;
    other.first_token = point.first_token;
    at_ = start;
    if (!point_piece(other) || at_ <= end) {
      at_ = end;
      return true;
    }
    point = other;
  }
  while (!done() && ((!point.due && end_of_day(point)) || point_piece(point))) {
  }
  take(Term::filler);
  if (!point.empty() || point.due || bare_piece(point)) return true;
  at_ = start;
  return false;
}

}  // namespace jalon
