// The part of the grammar that reads days of the calendar: 3 December 2018, 2018-12-03, 3/12, Monday 3 December, the
// 3rd.

#include <algorithm>

#include "text/date_grammar.h"

namespace jalon {
namespace {

using Kind = DateNode::Kind;

// 18 is 2018, 85 is 1985.
int full_year(const Token& said) {
  if (said.digits == 4) return said.value;
  return said.value + (said.value < 70 ? 2000 : 1900);
}

}  // namespace

bool DateGrammar::short_number() const { return is_number() && tokens_[at_].digits <= 2; }

// A year behind a date: December 3, 2018; Noël de 2018. Nothing is taken where none stands.
bool DateGrammar::take_year(DateNode& node) {
  const std::size_t start = at_;
  skip_joint();
  take(Term::of);
  const auto said = year();
  if (!said) at_ = start;
  node.year = said.value_or(0);
  return said.has_value();
}

// 4 décembre 26: a year, where it can be no hour and the day or its weekday bears it out.
void DateGrammar::take_short_year(DateNode& node) {
  if (!short_number() || token()->digits != 2 || token()->value <= 24 || hour_follows()) return;
  const Token& said = tokens_[at_++];
  if (is(Term::unit) || is(Term::month) || (is(Term::to) && !is_only_at(at_)) || is(Term::hour_mark) ||
      (!done() && token()->mark != 0 && token()->mark != U',')) {
    --at_;
    return;
  }
  node.year = full_year(said);
  node.short_year = true;
}

// «Prochain», «dernier» behind a date.
bool DateGrammar::take_deictic(DateNode& node) {
  const auto direction = value(Term::deictic);
  if (!direction) return false;
  node.deictic = true;
  node.n = *direction;
  return true;
}

NodeIndex DateGrammar::numeric_date() {
  const Token& first = tokens_[at_];
  if (first.digits == 8) return compact_date(first);
  if (first.digits == 4) return iso_date(first);
  return first.digits <= 2 ? short_date(first) : 0;
}

NodeIndex DateGrammar::compact_date(const Token& digits) {
  const int year = digits.value / 10000, month = digits.value / 100 % 100, day = digits.value % 100;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return 0;
  const std::size_t start = at_++;
  DateNode node;
  node.year = year;
  node.month = month;
  node.day = day;
  return add(node, start);
}

// The mark that parts a date in figures, where one stands here.
char32_t DateGrammar::take_separator() {
  const char32_t separator = done() ? 0 : tokens_[at_].mark;
  const bool parts = separator == U'-' || separator == U'/' || separator == U'.';
  return parts && tight_mark(separator) ? separator : 0;
}

// ISO 8601: 2018-12-14, 2018-12, 2018-W50, 2018-W50-3; also 2018/12/14 and 2018.12.14.
NodeIndex DateGrammar::iso_date(const Token& year_token) {
  const std::size_t start = at_++;
  DateNode node;
  node.year = year_token.value;
  const char32_t separator = take_separator();
  if (separator == 0) return 0;
  if (separator == U'-' && take(Term::week_letter)) return iso_week(node, start);
  if (!short_number()) return 0;
  node.month = tokens_[at_++].value;
  if (!tight_mark(separator)) return separator == U'-' && node.month <= 12 ? add(node, start) : 0;
  if (!short_number()) return 0;
  node.day = tokens_[at_++].value;
  return add(node, start);
}

NodeIndex DateGrammar::iso_week(DateNode& node, std::size_t start) {
  if (!is_number() || !is_tight() || token()->digits != 2) return 0;
  node.kind = Kind::iso_week;
  node.n = tokens_[at_++].value;
  const NodeIndex week = add(node, start);
  if (!tight_mark(U'-') || !is_number() || token()->digits != 1 || token()->value < 1 || token()->value > 7) {
    return week;
  }
  DateNode day;
  day.kind = Kind::weekday_in;
  day.weekday = tokens_[at_++].value % 7;
  day.base = week;
  return add(day, start);
}

// 3/12, 03-12-2018, 3.12.18.
NodeIndex DateGrammar::short_date(const Token& first) {
  const std::size_t start = at_++;
  const char32_t separator = take_separator();
  if (separator == 0 || !short_number()) return 0;
  const Token& second = tokens_[at_++];
  const bool no_month = first.value > 12 && second.value > 12;
  DateNode node;
  if (tight_mark(separator)) {
    if (!is_number() || (token()->digits != 2 && token()->digits != 4)) return 0;
    if (token()->digits == 2 && no_month) return 0;
    node.year = full_year(tokens_[at_++]);
  } else if (separator != U'/') {
    return 0;
  }
  const bool goes_on = is_tight() && (token()->mark == separator || token()->kind != Token::Kind::mark);
  if ((goes_on && !is(Term::iso_t)) || (no_month && node.year == 0)) return 0;
  place_day_and_month(node, first.value, second.value);
  const bool year_leads = separator == U'-' && first.digits == 2 && first.value >= 20 && second.digits == 2 &&
                          second.value >= 1 && second.value <= 12 && node.year != 0 && tokens_[at_ - 1].digits == 2;
  if (year_leads) {
    node.year_month_day = first.value * 10000 + second.value * 100 + tokens_[at_ - 1].value;
    node.order_assumed = true;
  }
  return add(node, start);
}

void DateGrammar::place_day_and_month(DateNode& node, int first, int second) const {
  bool day_first = habits_.order == NumericOrder::day_first;
  if (habits_.order == NumericOrder::unknown) {
    day_first = habits_.day_first;
    node.order_assumed = first <= 12 && second <= 12 && first != second;
  }
  if (first > 12 && second <= 12) day_first = true;
  if (second > 12 && first <= 12) day_first = false;
  node.day = day_first ? first : second;
  node.month = day_first ? second : first;
}

// 3 December 2018, le 3 décembre prochain, 3-Dec-18, 2018 December 3.
NodeIndex DateGrammar::day_month() {
  const std::size_t start = at_;
  if (is_number() && token()->digits == 4 && !hour_follows()) return year_month_day(start);
  const auto day = day_number();
  if (!day) return 0;
  skip_joint();
  take(Term::filler);
  take(Term::of);
  take(Term::filler);
  const auto month = value(Term::month);
  if (!month) return 0;
  DateNode node;
  node.day = *day;
  node.month = *month;
  if (take_year(node) || take_deictic(node)) return add(node, start);
  const std::size_t after = at_;
  if (tight_mark(U'-') && is_number() && token()->digits == 2) {
    node.year = full_year(tokens_[at_++]);
  } else {
    at_ = after;
    take_short_year(node);
  }
  return add(node, start);
}

NodeIndex DateGrammar::year_month_day(std::size_t start) {
  DateNode node;
  node.year = tokens_[at_++].value;
  skip_joint();
  const auto month = value(Term::month);
  if (!month) return 0;
  node.month = *month;
  const std::size_t after = at_;
  skip_joint();
  const auto day = day_number();
  if (!day) at_ = after;
  node.day = day.value_or(0);
  return add(node, start);
}

// December 3, December 3rd 2018, December 2018, December.
NodeIndex DateGrammar::month_day() {
  const std::size_t start = at_;
  DateNode node;
  node.month = *value(Term::month);
  if (take_year(node)) return add(node, start);
  const std::size_t after = at_;
  skip_joint();
  take(Term::the);
  if (const auto day = day_number()) {
    node.day = *day;
    if (!take_year(node)) take_short_year(node);
    return add(node, start);
  }
  at_ = after;
  take(Term::of);
  const NodeIndex base = at_ > after || is(Term::deictic) ? date() : 0;
  if (is_present(base, Unit::year)) {
    node.base = base;
    return add(node, start);
  }
  at_ = after;
  take_deictic(node);
  return add(node, start);
}

// The 15th, le 15; in recurrences also several: le 1er et le 15.
NodeIndex DateGrammar::lone_day() {
  const std::size_t start = at_;
  const bool is_ordinal = ordinal().has_value();
  at_ = start;
  if (!is_ordinal && (!anchored_ || !is_number())) return 0;
  if (start > first_ && is_only_at(start - 1)) return 0;                                  // at 7
  if (!is_ordinal && start > first_ && terms_of(start - 1).has(Term::in_time)) return 0;  // in 2 or 3 days
  const auto day = day_number();
  if (!day || *day > 31) return 0;
  DateNode node;
  node.day = *day;
  node.days = 1U << *day;
  std::size_t after = at_;
  while (mark(U',') || take(Term::and_)) {
    take(Term::and_);
    skip_article();
    const auto more = day_number();
    if (!more || *more > 31 || is(Term::month)) break;
    node.kind = Kind::day_list;
    node.days |= 1U << *more;
    after = at_;
  }
  at_ = after;
  return add(node, start);
}

// What begins with a weekday: Monday 3 December, mardi de la semaine prochaine, Friday after Christmas, lundi en huit.
NodeIndex DateGrammar::weekday_date() {
  const std::size_t start = at_;
  DateNode node;
  node.kind = Kind::weekday;
  node.weekday = *value(Term::weekday);
  const std::size_t after = at_;
  Longest<NodeIndex> best{add(node, start), after};
  const auto consider = [&](NodeIndex found) {
    if (found != 0) best.consider(found, at_);
    at_ = after;
  };
  consider(weekday_with_date(node.weekday, start));
  consider(weekday_of_stretch(node.weekday, start));
  consider(weekday_beside(node.weekday, start));
  DateNode shifted = node;
  if (take_deictic(shifted)) {
    best.consider(add(shifted, start), at_);
    consider(is(Term::the) ? weekday_with_date(node.weekday, start) : NodeIndex{0});  // lundi prochain le 30
  }
  if (take_weeks(node)) consider(add(node, start));
  at_ = best.end;
  return best.read;
}

// Lundi en huit, lundi en 15.
bool DateGrammar::take_weeks(DateNode& node) {
  const std::size_t start = at_;
  if (take(Term::weeks_by_days) && is_number() && (token()->value == 8 || token()->value == 15)) {
    node.weeks = tokens_[at_++].value / 7;
    return true;
  }
  at_ = start;
  const auto weeks = value(Term::later_weeks);
  node.weeks = weeks.value_or(0);
  return weeks.has_value();
}

NodeIndex DateGrammar::weekday_with_date(int weekday, std::size_t start) {
  const bool anchored = anchored_;
  Longest<NodeIndex> best{0, at_};
  mark(U',');
  tight_mark(U'-');
  anchored_ = true;
  for (int articles = 0; articles < 3; ++articles) {
    consider_days(best);
    if (!take(Term::the)) break;
  }
  anchored_ = anchored;
  at_ = best.end;
  if (best.read == 0) return 0;
  DateNode node = tree_.nodes[best.read];
  node.weekday = weekday;
  return add(node, start);
}

// The dates that a weekday may stand before: those that name a day.
void DateGrammar::consider_days(Longest<NodeIndex>& best) {
  static constexpr TermSet numbers = {Term::digits, Term::number, Term::tens, Term::ordinal};
  static constexpr Alternative days[] = {{numbers, &DateGrammar::day_month},
                                         {{Term::month}, &DateGrammar::month_day},
                                         {{Term::digits}, &DateGrammar::numeric_date},
                                         {numbers, &DateGrammar::lone_day},
                                         {numbers, &DateGrammar::nth_thing}};
  const std::size_t start = at_;
  const TermSet& possible = terms();
  for (const Alternative& alternative : days) {
    if (!possible.meets(alternative.terms)) continue;
    const NodeIndex found = (this->*alternative.read)();
    const DateNode& node = tree_.nodes[found];
    const bool day = node.kind == Kind::calendar && node.day != 0;
    const bool nth_day = node.kind == Kind::nth_unit && node.unit == Unit::day && node.base != 0;
    if (found != 0 && (day || nth_day)) best.consider(found, at_);
    at_ = start;
  }
}

NodeIndex DateGrammar::weekday_of_stretch(int weekday, std::size_t start) {
  mark(U',');
  if (!take(Term::of)) take(Term::from);
  const NodeIndex base = date();
  if (!weekday_joins(base)) return 0;
  DateNode node;
  node.kind = Kind::weekday_in;
  node.weekday = weekday;
  node.base = base;
  return add(node, start);
}

// Which side of another date is meant: -1 before it, 1 after it, 0 where none is said.
int DateGrammar::take_side() {
  if (is(Term::from)) return 0;
  const bool before = is(Term::before);
  if (!take(Term::before) && !take(Term::after)) return 0;
  return before ? -1 : 1;
}

NodeIndex DateGrammar::weekday_beside(int weekday, std::size_t start) {
  DateNode node;
  node.kind = Kind::weekday_near;
  node.weekday = weekday;
  node.n = take_side();
  node.base = node.n != 0 ? date() : NodeIndex{0};
  return node.base != 0 ? add(node, start) : 0;
}

}  // namespace jalon
