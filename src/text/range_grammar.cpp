// The part of the grammar that reads ranges, of days and of hours, and what is excepted from a series.

#include "text/date_grammar.h"
#include "text/range_ends.h"

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

}  // namespace

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
  if (first.timed() || second.date == 0 || !second.timed() || !second.date_first) return;
  at_ = second.last_token = second.date_end;
  second.time = {};
  second.part = {};
}

bool DateGrammar::range_form(Clause& clause) {
  return !(tree_.phrase.range && tree_.phrase.has_hours) && read_range(clause, Links::any);
}

// From one point to another. The first may be read as far as it goes; with an hour behind its date (next Monday
// 9-10:30am); or as a number alone, which a longer reading would swallow (3-5 déc., 2 to 4pm).
bool DateGrammar::read_range(Clause& clause, Links links) {
  static constexpr bool (DateGrammar::*openings[])(Point&) = {&DateGrammar::point, &DateGrammar::point_with_hour,
                                                              &DateGrammar::bare_piece};
  const std::size_t start = at_;
  clause.between = take(Term::between);
  const bool opened = clause.between || take(Term::from);
  const std::size_t body = at_;
  Longest<Clause> best{clause, start};
  for (const auto opening : openings) {
    at_ = body;
    Clause attempt = clause;
    attempt.first.first_token = here();
    if (!(this->*opening)(attempt.first)) continue;
    attempt.first.preceded = attempt.first.preceded || opened;
    attempt.first.last_token = here();
    if (take_link(attempt, links, opened) && range_end(attempt.first, attempt.second)) best.consider(attempt, at_);
  }
  at_ = best.end;
  clause = best.read;
  return best.end > start;
}

bool DateGrammar::point_with_hour(Point& first) {
  return point(first) && first.date != 0 && !first.has_time() && bare_piece(first);
}

// What stands between the ends of a range. «Et» between two days makes them one range where the one follows the other.
bool DateGrammar::take_link(Clause& clause, Links links, bool opened) {
  mark(U',');
  if (mark(U'-') || (clause.between && take(Term::and_)) || (names_day(clause.first) && mark(U'/'))) return true;
  if (is(Term::to) && (links == Links::any || opened || sense(Term::to).value == 0)) return take(Term::to);
  const bool days = clause.first.date != 0 || clause.first.number >= 0;
  if (links == Links::plain || opened || !days || clause.first.timed()) return false;
  clause.enumerated = value(Term::and_) == 0;
  return clause.enumerated;
}

// By its number: "tomorrow/Friday", «lundi/mardi» are two to choose from.
bool DateGrammar::names_day(const Point& point) const {
  return point.date != 0 && tree_.nodes[point.date].is_calendar_day();
}

bool DateGrammar::range_end(Point& first, Point& second) {
  if (!point(second)) return false;
  const bool names_day = second.date != 0 && tree_.nodes[second.date].is_calendar_day() && !first.hour;
  if (first.date != 0 || first.day || names_day) leave_time(first, second);
  const bool unit_behind = second.number >= 0 && is(Term::unit);
  const bool counts = unit_behind && static_cast<Unit>(sense(Term::unit).value) >= Unit::day;  // aux deux semaines
  if (counts || !are_ends(first, second)) return false;
  take_year_or_month(first, second);
  return true;
}

bool DateGrammar::add_range(const Clause& clause) {
  PhraseTree& phrase = tree_.phrase;
  if (clause.enumerated && !are_days(clause.first, clause.second)) return false;
  if (phrase.range) return add_second_range(clause);
  Point first = clause.first, second = clause.second;
  const bool hour_said = phrase.first.date == 0 && phrase.first.timed() && !phrase.first.due;
  if (hour_said && are_days(first, second)) {
    add_hours(phrase.first, {});
  } else if (!phrase.first.empty()) {
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
  phrase.enumerated = clause.enumerated;
  return true;
}

// Days and then the hours of each of them, or the other way round: «du 4 au 6 décembre de 9 h à 16 h».
bool DateGrammar::add_second_range(const Clause& clause) {
  PhraseTree& phrase = tree_.phrase;
  if (are_days(phrase.first, phrase.second) && are_hours(clause.first, clause.second)) {
    return add_hours(clause.first, clause.second);
  }
  if (!are_hours(phrase.first, phrase.second) || !are_days(clause.first, clause.second)) return false;
  const Point opening = phrase.first, closing = phrase.second;
  phrase.first = clause.first;
  phrase.second = clause.second;
  phrase.between = clause.between;
  phrase.enumerated = clause.enumerated;
  return add_hours(opening, closing);
}

// The hours of each day of a range.
bool DateGrammar::add_hours(const Point& opening, const Point& closing) {
  PhraseTree& phrase = tree_.phrase;
  if (phrase.has_hours) return false;
  phrase.opening = opening;
  phrase.closing = closing;
  for (Point* hour : {&phrase.opening, &phrase.closing}) {
    if (hour->number >= 0) take_as_hour(*hour);
  }
  return phrase.has_hours = true;
}

bool DateGrammar::exception_clause() {
  if (!take(Term::except)) return false;
  const bool anchored = anchored_;
  anchored_ = true;
  bool any = false;
  for (std::size_t end = at_;; any = true, end = at_) {
    if (any && !mark(U',') && !is(Term::and_)) break;
    take(Term::and_);
    if (excepted_weekdays() || excepted_dates()) continue;
    at_ = end;
    break;
  }
  anchored_ = anchored;
  // «Sauf le dimanche matin» leaves the rest of that day.
  if (!any || is(Term::day_part)) return false;
  share_month_of_exceptions();
  return true;
}

// Sundays, le samedi et le dimanche, weekends: of every week.
bool DateGrammar::excepted_weekdays() {
  const std::size_t start = at_;
  const std::size_t dated_end = date() != 0 ? at_ : start;
  at_ = start;
  if (is(Term::deictic)) return false;
  RecurrenceNode days;
  const bool listed = weekday_list(days);
  if (!listed) {
    at_ = start;
    while (!is(Term::weekday_set) && skip_article()) {
    }
    const auto set = value(Term::weekday_set);
    const auto unit = set ? std::nullopt : value(Term::unit);
    const bool weekend = set ? *set == 1 : unit && static_cast<Unit>(*unit) == Unit::weekend;
    days.weekdays = weekend ? 0b1000001 : 0;
  }
  if (days.weekdays == 0 || at_ < dated_end) {
    at_ = start;
    return false;
  }
  tree_.phrase.excepted_weekdays = static_cast<std::uint8_t>(tree_.phrase.excepted_weekdays | days.weekdays);
  return true;
}

// One date, or from one to another.
bool DateGrammar::excepted_dates() {
  PhraseTree& phrase = tree_.phrase;
  if (phrase.exception_count == phrase.exceptions.size()) return false;
  const std::size_t start = at_;
  PhraseTree::Exception one;
  Longest<PhraseTree::Exception> best{one, start};
  take(Term::on);
  one.first = date();
  if (one.first != 0) best.consider(one, at_);
  at_ = start;
  Clause range;
  if (read_range(range, Links::plain) && settle_ends(tree_, range.first, range.second)) {
    share_dates(tree_, range.first, range.second);
    one = {range.first.date, range.second.date};
    if (one.first != 0 && one.last != 0 && are_days(range.first, range.second)) best.consider(one, at_);
  }
  at_ = best.end;
  if (best.end == start) return false;
  phrase.exceptions[phrase.exception_count++] = best.read;
  return true;
}

// «Sauf le 24 et le 31 décembre», except Dec 18 and 25: the month that one says serves those beside it.
void DateGrammar::share_month_of_exceptions() {
  PhraseTree& phrase = tree_.phrase;
  for (std::size_t i = phrase.exception_count; i-- > 1;) {
    const DateNode behind = tree_.nodes[phrase.exceptions[i].first];
    DateNode node = tree_.nodes[phrase.exceptions[i - 1].first];
    const bool open = node.is_calendar_day() && node.month == 0 && phrase.exceptions[i - 1].last == 0;
    if (!open || !behind.is_calendar_day() || behind.month == 0) continue;
    node.month = behind.month;
    node.year = behind.year;
    phrase.exceptions[i - 1].first = tree_.add(node);
  }
  for (std::size_t i = 1; i < phrase.exception_count; ++i) {
    const DateNode before = tree_.nodes[phrase.exceptions[i - 1].first];
    DateNode node = tree_.nodes[phrase.exceptions[i].first];
    const bool open = node.is_calendar_day() && node.month == 0 && phrase.exceptions[i].last == 0;
    if (!open || !before.is_calendar_day() || before.month == 0 || node.day <= before.day) continue;
    node.month = before.month;
    node.year = before.year;
    phrase.exceptions[i].first = tree_.add(node);
  }
}

// Whether what stands before a phrase turns it round, or makes it part of something else: NOT BEFORE Dec 2, AFTER
// Friday, BLACK Friday, 24 TO 26 December.
bool DateGrammar::is_excluded(const TokenLine& line, std::size_t first) {
  constexpr std::size_t most_words = 4;
  bool excluded = false;
  for (std::size_t back = 1; back <= std::min(first, most_words) && !excluded; ++back) {
    const std::size_t word = first - back;
    if (!line.terms(word).meets({Term::excluding, Term::holiday})) continue;
    line.match(word, line.lexicon().entries(line.word(word)), [&](const Sense& sense, std::uint32_t taken) {
      const bool within = word + taken > first;
      const bool behind = word + taken == first && line.tokens()[first].spaced;
      if (sense.term == Term::excluding) excluded = excluded || within || behind;
      if (sense.term == Term::holiday) excluded = excluded || within;
    });
  }
  if (excluded || first == 0) return excluded;
  // «mardi et jeudi À 9 H»: the hour of days that were not understood is not that of today
  const bool tail =
      line.terms(first).meets({Term::at, Term::digits}) && line.terms(first - 1).meets({Term::weekday, Term::month});
  return tail || ends_range(line, first) || ends_range(line, first - 1) || joins_dates(line, first - 1);
}

// Whether what follows is more of the length that ends the phrase: a month AND A HALF.
bool DateGrammar::cuts_half(const TokenLine& line, std::size_t last) {
  return last + 1 < line.tokens().size() && line.terms(last).meets({Term::and_, Term::past}) &&
         line.terms(last + 1).meets({Term::half, Term::fraction});
}

// Whether the link of a range stands here, behind what may be its other end.
bool DateGrammar::ends_range(const TokenLine& line, std::size_t link) {
  const auto tokens = line.tokens();
  if (link == 0 || !line.terms(link).has(Term::to)) return false;
  const auto is_number = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == Token::Kind::number; };
  const Token& before = tokens[link - 1];
  const bool alone = link + 2 >= tokens.size() ||
                     (tokens[link + 2].mark == 0 && !line.terms(link + 2).meets({Term::hour_mark, Term::meridiem}));
  bool deadline = false;  // «le lot 4 AU PLUS TARD le 23 mars»
  line.match(link, line.lexicon().entries(line.word(link)), [&](const Sense& sense, std::uint32_t taken) {
    deadline = deadline || (sense.term == Term::bound && sense.value == static_cast<int>(Bound::by) && taken > 1);
  });
  if (deadline) return false;
  const bool numbers = is_number(link - 1) && is_number(link + 1) && before.digits == tokens[link + 1].digits && alone;
  const bool day = is_number(link - 1) && before.digits <= 2;
  const bool to_day = line.terms(link).meets({Term::the, Term::bound});
  return numbers || (to_day && (day || line.terms(link - 1).meets({Term::weekday, Term::month})));
}

// Whether «et» or «ou» stands here between what may be two of a list: Tuesday AND Thursday.
bool DateGrammar::joins_dates(const TokenLine& line, std::size_t joint) {
  static constexpr TermSet dates = {Term::weekday, Term::month, Term::digits, Term::hour_mark, Term::meridiem};
  const std::size_t size = line.tokens().size();
  if (joint == 0 || joint + 1 >= size || !line.terms(joint).has(Term::and_)) return false;
  const std::size_t next = joint + 2 < size && line.terms(joint + 1).has(Term::the) ? joint + 2 : joint + 1;
  return line.terms(joint - 1).meets(dates) && line.terms(next).meets({Term::weekday, Term::digits, Term::ordinal});
}

}  // namespace jalon
