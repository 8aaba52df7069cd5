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

bool DateGrammar::date_piece(Point& point) {
  const NodeIndex found = date();
  if (found == 0) return false;
  point.date = point.date != 0 ? joined(point.date, found) : found;
  point.date_end = static_cast<std::uint16_t>(at_);
  return point.date != 0;
}

// ISO 8601: Z, +01:00, -0500 behind a time. A minus without seconds before it is the dash of a range.
void DateGrammar::utc_offset(Point& point) {
  const std::size_t start = at_;
  if (take(Term::utc)) {
    point.has_offset = true;
    return;
  }
  const bool seconds = at_ >= 4 && tokens_[at_ - 2].mark == U':' && tokens_[at_ - 4].mark == U':';
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
  point.offset = static_cast<std::int16_t>(east ? minutes : -minutes);
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
  if (!read || (time.bare && !at && !part_follows()) || is_lone_hour(time, start)) {
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

bool DateGrammar::is_article(std::size_t token) const {
  const auto senses = line_->senses(tokens_[token]);
  return std::any_of(senses.begin(), senses.end(),
                     [&](const Sense& sense) { return sense.term == Term::the && sense.table == habits_.table; });
}

// A number alone: a day or an hour, which the rest of the phrase decides.
bool DateGrammar::bare_piece(Point& point) {
  if (point.number >= 0 || point.has_time()) return false;
  const std::size_t start = at_;
  point.day = is(Term::the) || (start > first_ && is_article(start - 1));
  point.hour = !done() && is_only_at(start);
  const bool preceded = take(Term::at) || take(Term::on) || take(Term::the);
  const std::size_t body = at_;
  if (const auto nth = ordinal(); nth && *nth > 0) {
    point.number = static_cast<std::int16_t>(*nth);
    point.day = true;
  } else if (at_ = body; is_number() && token()->digits <= 2) {
    point.number = static_cast<std::int16_t>(tokens_[at_++].value);
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
    if (skipped == 0 && (mark(U',') || (!done() && !tight_mark(U':') && at_ > first_ && mark(U':')))) continue;
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
  while (!done() && ((!point.due && end_of_day()) || point_piece(point))) {
  }
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
