// The part of the grammar that puts a phrase together: bounds, ranges, lengths, counts, exceptions, recurrences.

#include <utility>

#include "text/date_grammar.h"

namespace jalon {
namespace {

// Whether two points can bound a range: days with days, times with times.
bool are_ends(const Point& first, const Point& second) {
  if (second.now || second.has_minutes_from_now || first.due || second.due) return false;
  if (second.timed()) return first.timed() || (first.number >= 0 && (!first.day || first.date != 0));
  if (second.date != 0) return (first.date != 0 || (first.number >= 0 && !first.hour)) && !first.timed();
  return true;
}

bool names_day_of_any_year(const DateNode& node) {
  return node.kind == DateNode::Kind::calendar && node.day != 0 && node.year == 0;
}

constexpr TermSet recurrences_begin = {
    Term::of,   Term::on,       Term::the,         Term::every,  Term::periodic, Term::periodic_adjective,
    Term::once, Term::weekdays, Term::weekday_set, Term::digits, Term::number,   Term::tens};

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
    if (is_present(month, Unit::month)) {
      place_in_month(first, month, start);
      place_in_month(second, month, start);
      return;
    }
  } else if (first.date != 0 && names_day_of_any_year(tree_.nodes[first.date])) {
    if (const auto said = year()) {
      DateNode dated = tree_.nodes[first.date];
      dated.year = *said;
      first.date = add(dated, dated.first_token);
      return;
    }
  }
  at_ = start;
}

void DateGrammar::place_in_month(Point& day, NodeIndex month, std::size_t start) {
  DateNode node;
  node.kind = DateNode::Kind::nth_unit;
  node.n = day.number;
  node.base = month;
  day.date = add(node, start);
  day.number = -1;
}

// «Tous les jours du 3 au 7 décembre à 9 h»: the hour is not that of the last day, but of the phrase.
void DateGrammar::leave_time(const Point& first, Point& second) {
  if (first.timed() || second.date == 0 || !second.timed()) return;
  at_ = second.last_token = second.date_end;
  second.time = {};
  second.part = {};
}

// From one point to another. The first may be read as far as it goes; with an hour behind its date (next Monday
// 9-10:30am); or as a number alone, which a longer reading would swallow (3-5 déc., 2 to 4pm).
bool DateGrammar::range_form(Clause& clause) {
  static constexpr bool (DateGrammar::*openings[])(Point&) = {&DateGrammar::point, &DateGrammar::point_with_hour,
                                                              &DateGrammar::bare_piece};
  if (tree_.phrase.range) return false;
  const std::size_t start = at_;
  clause.between = take(Term::between);
  const bool opened = clause.between || take(Term::from);
  const std::size_t body = at_;
  Longest<std::array<Point, 2>> best{{}, start};
  for (const auto opening : openings) {
    at_ = body;
    Point first, second;
    first.first_token = here();
    if (!(this->*opening)(first)) continue;
    first.preceded = first.preceded || opened;
    first.last_token = here();
    if (take_link(first, clause.between) && range_end(first, second)) best.consider({first, second}, at_);
  }
  at_ = best.end;
  clause.first = best.read[0];
  clause.second = best.read[1];
  return best.end > start;
}

bool DateGrammar::point_with_hour(Point& first) {
  return point(first) && first.date != 0 && !first.has_time() && bare_piece(first);
}

// What stands between the ends of a range.
bool DateGrammar::take_link(const Point& first, bool between) {
  mark(U',');
  return mark(U'-') || (between && take(Term::and_)) || take(Term::to) || (first.date != 0 && mark(U'/'));
}

bool DateGrammar::range_end(Point& first, Point& second) {
  if (!point(second)) return false;
  if (first.date != 0 || first.day) leave_time(first, second);
  if (!are_ends(first, second)) return false;
  take_year_or_month(first, second);
  return true;
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

bool DateGrammar::count_form(Clause& clause) {
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

bool DateGrammar::bound_form(Clause& clause) {
  clause.bound = static_cast<Bound>(*value(Term::bound));
  mark(U':');
  take(Term::bound);
  return anchored_point(clause.first);
}

// In order of preference between readings of one length.
constexpr DateGrammar::ClauseForm DateGrammar::clause_forms[] = {
    {ClauseKind::recurrence, recurrences_begin, &DateGrammar::recurrence_form},
    {ClauseKind::count, {Term::for_time, Term::digits, Term::number}, &DateGrammar::count_form},
    {ClauseKind::within, {Term::within}, &DateGrammar::within_form},
    {ClauseKind::length, {Term::for_time}, &DateGrammar::lasting_form},
    {ClauseKind::starting, {Term::starting}, &DateGrammar::series_start_form},
    {ClauseKind::point, {}, &DateGrammar::point_form},
    {ClauseKind::starting, {Term::starting}, &DateGrammar::starting_form},
    {ClauseKind::range, {}, &DateGrammar::range_form},
    {ClauseKind::bound, {Term::bound}, &DateGrammar::bound_form},
};

// One piece of the phrase.
bool DateGrammar::clause() {
  const PhraseTree& phrase = tree_.phrase;
  mark(U',');
  take(Term::filler);
  if (done()) return !phrase.first.empty() || phrase.recurrence.said || phrase.bounded;
  const std::size_t start = at_;
  if (is(Term::except) && exception_clause()) return true;
  at_ = start;
  return longest_clause();
}

// Of all that can be read here, the longest.
bool DateGrammar::longest_clause() {
  const std::size_t start = at_;
  const TermSet& possible = terms();
  ClauseKind kind{};
  Longest<Clause> best{{}, start};
  for (const ClauseForm& form : clause_forms) {
    if (!form.first.empty() && !possible.meets(form.first)) continue;
    Clause attempt;
    if ((this->*form.read)(attempt) && at_ > best.end) {
      kind = form.kind;
      best.consider(attempt, at_);
    }
    at_ = start;
  }
  at_ = best.end;
  return best.end > start && add(kind, best.read);
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
