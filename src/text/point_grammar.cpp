// The part of the grammar that reads points in time: a date, a time and a part of the day in any order.

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

bool DateGrammar::date_piece(Point& point) {
  if (point.date != 0) return false;
  point.date = date();
  return point.date != 0;
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
  ClockTime time;
  if (!clock(time) || (time.bare && !at)) {
    at_ = start;
    return false;
  }
  const std::size_t after = at_;
  if (take(Term::utc) && iso) {
    point.from_utc = true;
  } else {
    at_ = after;
  }
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
  const bool preceded = take(Term::at) || take(Term::on) || take(Term::the);
  ClockTime time;
  if (is_number() && token()->digits <= 2) {
    point.number = static_cast<std::int16_t>(tokens_[at_++].value);
  } else if (const auto nth = ordinal(); nth && *nth > 0) {
    point.number = static_cast<std::int16_t>(*nth);
  } else if (const auto word = cardinal_word(); word && *word <= 31) {
    point.number = static_cast<std::int16_t>(*word);
  } else {
    at_ = start;
    return false;
  }
  point.preceded = preceded;
  return true;
}

// The longest of what may come next.
bool DateGrammar::point_piece(Point& point) {
  const std::size_t start = at_;
  using Piece = bool (DateGrammar::*)(Point&);
  static constexpr Piece pieces[] = {&DateGrammar::time_piece, &DateGrammar::date_piece, &DateGrammar::part_piece};
  Point best = point;
  std::size_t best_end = start;
  for (int skipped = 0; skipped < 3; ++skipped) {
    const std::size_t inner = at_;
    for (const Piece piece : pieces) {
      at_ = inner;
      Point attempt = point;
      if ((this->*piece)(attempt) && at_ > best_end) {
        best = attempt;
        best_end = at_;
      }
    }
    at_ = inner;
    if (skipped == 0 && mark(U',')) continue;
    if (!take(Term::on) && !take(Term::of) && !take(Term::filler) && !take(Term::approximate)) break;
  }
  at_ = best_end;
  point = best;
  return at_ > start;
}

bool DateGrammar::point(Point& point) {
  const std::size_t start = at_;
  point = {};
  point.first_token = static_cast<std::uint16_t>(start);
  const std::size_t minutes_start = at_;
  if (relative_minutes(point)) {
    const std::size_t end = at_;
    Point other;
    at_ = minutes_start;
    if (point_piece(other) && at_ > end) {
      point = other;
    } else {
      at_ = end;
      point.last_token = static_cast<std::uint16_t>(at_);
      return true;
    }
  }
  // EOD Friday, Friday end of day.
  const auto end_of_day = [&] {
    const std::size_t before = at_;
    take(Term::of);
    const auto unit = value(Term::end_of);
    if (unit && static_cast<Unit>(*unit) == Unit::day) {
      point.due = true;
      return true;
    }
    at_ = before;
    return false;
  };
  while (!done() && ((!point.due && end_of_day()) || point_piece(point))) {}
  take(Term::filler);
  if (point.empty() && !point.due) {
    if (!bare_piece(point)) {
      at_ = start;
      return false;
    }
  }
  point.last_token = static_cast<std::uint16_t>(at_);
  return true;
}

}  // namespace jalon
