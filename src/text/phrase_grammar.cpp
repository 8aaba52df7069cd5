// The part of the grammar that puts a phrase together: bounds, ranges, lengths, counts, exceptions, recurrences.

#include <utility>

#include "text/date_grammar.h"

namespace jalon {
namespace {

// Whether two points can bound a range: days with days, times with times.
bool are_ends(const Point& first, const Point& second) {
  const auto timed = [](const Point& p) { return p.has_time() || p.part.begin >= 0; };
  if (second.now || second.has_minutes_from_now || first.due || second.due) return false;
  if (timed(second)) return timed(first) || (first.number >= 0 && (!first.day || first.date != 0));
  if (second.date != 0) return (first.date != 0 || (first.number >= 0 && !first.hour)) && !timed(first);
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
  const NodeIndex date = whole.date != 0 && point.date != 0 ? joined(whole.date, point.date) : 0;
  const bool clash = (whole.date != 0 && point.date != 0 && date == 0) || (whole.has_time() && point.has_time()) ||
                     (whole.part.begin >= 0 && point.part.begin >= 0) || point.number >= 0 ||
                     point.has_minutes_from_now || point.now;
  if (clash) return false;
  if (point.date != 0) whole.date = date != 0 ? date : point.date;
  if (point.has_time()) whole.time = point.time;
  if (point.part.begin >= 0) whole.part = point.part;
  whole.due = whole.due || point.due;
  return true;
}

// What follows a range of days and belongs to both ends: June 5-7, 1999; from 4 to 22 this month.
void DateGrammar::take_year_or_month(Point& first, Point& second) {
  if (second.number < 0 || second.hour) return;
  const std::size_t start = at_;
  mark(U',');
  take(Term::of);
  if (first.number >= 0 && first.date == 0 && !first.hour) {
    const NodeIndex month = date();
    const DateNode& node = tree_.nodes[month];
    if (month != 0 && node.kind == DateNode::Kind::unit_at && node.unit == Unit::month) {
      const auto day = [&](Point& point) {
        DateNode of_month;
        of_month.kind = DateNode::Kind::nth_unit;
        of_month.n = point.number;
        of_month.base = month;
        point.date = add(of_month, start);
        point.number = -1;
      };
      day(first);
      day(second);
      return;
    }
  } else if (first.date != 0 && tree_.nodes[first.date].kind == DateNode::Kind::calendar &&
             tree_.nodes[first.date].day != 0 && tree_.nodes[first.date].year == 0) {
    if (const auto said = year()) {
      DateNode dated = tree_.nodes[first.date];
      dated.year = static_cast<std::int16_t>(*said);
      first.date = add(dated, dated.first_token);
      return;
    }
  }
  at_ = start;
}

// «Tous les jours du 3 au 7 décembre à 9 h»: the hour is not that of the last day, but of the phrase.
void DateGrammar::leave_time(const Point& first, Point& second) {
  const bool timed = first.has_time() || first.part.begin >= 0;
  if (timed || second.date == 0 || (!second.has_time() && second.part.begin < 0)) return;
  at_ = second.last_token = second.date_end;
  second.time = {};
  second.part = {};
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
    const bool linked =
        mark(U'-') || (between && take(Term::and_)) || take(Term::to) || (first.date != 0 && mark(U'/'));
    if (!linked || !point(second)) continue;
    if (first.date != 0 || first.day) leave_time(first, second);
    if (!are_ends(first, second)) continue;
    take_year_or_month(first, second);
    if (at_ <= best_end) continue;
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

// How a phrase may go on, in order of preference between readings of one length.
struct DateGrammar::ClauseForm {
  ClauseKind kind;
  bool (DateGrammar::*read)(Clause&);
};

bool DateGrammar::recurrence_form(Clause& clause) {
  return !tree_.phrase.recurrence.said && recurrence_clause(clause.recurrence, clause.part);
}

bool DateGrammar::count_form(Clause& clause) {
  if (!is(Term::for_time) && !is_number() && !is(Term::number)) return false;
  take(Term::for_time);
  clause.count = cardinal().value_or(0);
  return clause.count > 0 && take(Term::times);
}

bool DateGrammar::within_form(Clause& clause) {
  if (!take(Term::within)) return false;
  skip_article();
  return length_form_of(clause);
}

bool DateGrammar::lasting_form(Clause& clause) { return take(Term::for_time) && length_form_of(clause); }

bool DateGrammar::length_form_of(Clause& clause) {
  const auto said = length();
  if (said) clause.length = *said;
  return said.has_value();
}

// A point behind a word that makes a number alone a date: avant le 15, starting 2019.
bool DateGrammar::anchored_point(Point& result) {
  const bool anchored = anchored_;
  anchored_ = true;
  const bool read = point(result) && result.number < 0;
  anchored_ = anchored;
  return read;
}

bool DateGrammar::starting_form(Clause& clause) { return take(Term::starting) && anchored_point(clause.first); }

// Behind a recurrence «dès le 7 janvier» is where it starts; elsewhere it may be a point like others.
bool DateGrammar::series_start_form(Clause& clause) { return tree_.phrase.recurrence.said && starting_form(clause); }

bool DateGrammar::point_form(Clause& clause) { return point(clause.first) && clause.first.number < 0; }

bool DateGrammar::range_form(Clause& clause) {
  return !tree_.phrase.range && range_clause(clause.first, clause.second, clause.between);
}

bool DateGrammar::bound_form(Clause& clause) {
  const auto bound = value(Term::bound);
  if (!bound) return false;
  clause.bound = static_cast<Bound>(*bound);
  mark(U':');
  take(Term::bound);
  return anchored_point(clause.first);
}

// One piece of the phrase: of all that can be read here, the longest.
bool DateGrammar::clause() {
  static constexpr ClauseForm forms[] = {{ClauseKind::recurrence, &DateGrammar::recurrence_form},
                                         {ClauseKind::count, &DateGrammar::count_form},
                                         {ClauseKind::within, &DateGrammar::within_form},
                                         {ClauseKind::length, &DateGrammar::lasting_form},
                                         {ClauseKind::starting, &DateGrammar::series_start_form},
                                         {ClauseKind::point, &DateGrammar::point_form},
                                         {ClauseKind::starting, &DateGrammar::starting_form},
                                         {ClauseKind::range, &DateGrammar::range_form},
                                         {ClauseKind::bound, &DateGrammar::bound_form}};
  PhraseTree& phrase = tree_.phrase;
  mark(U',');
  take(Term::filler);
  if (done()) return !phrase.first.empty() || phrase.recurrence.said || phrase.bounded;
  const std::size_t start = at_;
  if (is(Term::except) && exception_clause()) return true;
  ClauseKind kind{};
  Clause best;
  std::size_t end = start;
  for (const ClauseForm& form : forms) {
    at_ = start;
    Clause attempt;
    if (!(this->*form.read)(attempt) || at_ <= end) continue;
    kind = form.kind;
    best = attempt;
    end = at_;
  }
  at_ = end;
  return end > start && add(kind, best);
}

// Adds a piece to the phrase; false where the phrase has such a piece already.
bool DateGrammar::add(ClauseKind kind, const Clause& clause) {
  PhraseTree& phrase = tree_.phrase;
  const auto once = [](bool& said) { return !std::exchange(said, true); };
  switch (kind) {
    case ClauseKind::recurrence:
      phrase.recurrence = clause.recurrence;
      if (clause.part.begin >= 0) phrase.first.part = clause.part;
      return true;
    case ClauseKind::count:
      phrase.count = clause.count;
      return clause.count <= 9999;
    case ClauseKind::within:
      phrase.within = clause.length;
      return !phrase.bounded && once(phrase.has_within);
    case ClauseKind::length:
      phrase.length = clause.length;
      return once(phrase.has_length);
    case ClauseKind::starting:
      phrase.starting = clause.first;
      return once(phrase.has_starting);
    case ClauseKind::bound:
      phrase.bound = clause.bound;
      phrase.limit = clause.first;
      take(Term::bound_suffix);
      return once(phrase.bounded);
    case ClauseKind::point:
      return merge(clause.first) && bound_behind();
    case ClauseKind::range:
      return add_range(clause);
  }
  return false;
}

// Friday at the latest, lundi au plus tard.
bool DateGrammar::bound_behind() {
  PhraseTree& phrase = tree_.phrase;
  const auto suffix = value(Term::bound_suffix);
  if (!suffix) return true;
  if (phrase.bounded) return phrase.bound == static_cast<Bound>(*suffix);
  phrase.bounded = true;
  phrase.bound = static_cast<Bound>(*suffix);
  phrase.limit = phrase.first;
  phrase.first = {};
  return true;
}

bool DateGrammar::add_range(const Clause& clause) {
  PhraseTree& phrase = tree_.phrase;
  Point first = clause.first, second = clause.second;
  if (!phrase.first.empty()) {
    const NodeIndex day = phrase.first.date;
    if (day == 0 || phrase.first.has_time()) return false;
    if (first.date != 0) {  // this week from Tuesday to Thursday
      first.date = joined(day, first.date);
      second.date = second.date != 0 ? joined(day, second.date) : NodeIndex{0};
      if (first.date == 0 || second.date == 0) return false;
    } else if (second.date != 0) {
      return false;
    } else {
      first.date = day;
    }
  }
  phrase.first = first;
  phrase.second = second;
  phrase.range = true;
  phrase.between = clause.between;
  return true;
}

}  // namespace jalon
