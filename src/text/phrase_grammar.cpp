// The part of the grammar that puts a phrase together: bounds, ranges, lengths, counts, exceptions, recurrences.

#include <utility>

#include "text/date_grammar.h"
#include "text/range_ends.h"

namespace jalon {
namespace {

constexpr TermSet recurrences_begin = {
    Term::part, Term::of,       Term::on,          Term::the,    Term::every,  Term::periodic, Term::periodic_adjective,
    Term::once, Term::weekdays, Term::weekday_set, Term::digits, Term::number, Term::tens};

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
  const bool of_days = tree_.phrase.range && are_days(whole, tree_.phrase.second);
  if (of_days && point.date == 0 && point.timed() && !point.due) return add_hours(point, {});
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

bool DateGrammar::count_form(Clause& clause) {
  take(Term::for_time);
  clause.count = cardinal().value_or(0);
  return clause.count > 0 && take(Term::times);
}

bool DateGrammar::within_form(Clause& clause) {
  if (!take(Term::within)) return false;
  skip_article();
  skip_lower_number();
  return length_form_of(clause);
}

// D'ici 2 À 3 semaines: the later counts.
void DateGrammar::skip_lower_number() {
  const std::size_t start = at_;
  const auto lower = cardinal();
  const bool linked = lower && (mark(U'-') || take(Term::to) || value(Term::and_) == 1);
  const std::size_t upper_start = at_;
  const auto upper = linked ? cardinal() : std::nullopt;
  at_ = upper && *upper > *lower ? upper_start : start;
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
  if (clause.bound != Bound::until && recurrence_form(clause)) return true;  // avant chaque vendredi
  clause.recurrence = {};
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
  if (at_ > first_ && mark(U'(')) {  // in brackets, to the end
    if (tokens_[last_ - 1].mark != U')') return false;
    --last_;
  }
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
      if (clause.recurrence.said) phrase.recurrence = clause.recurrence;
      if (clause.part.begin >= 0) phrase.first.part = clause.part;
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

}  // namespace jalon
