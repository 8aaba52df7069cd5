// The part of the grammar that reads days counted from others: in 3 days, a week after Easter, the first Monday of May.

#include "text/date_grammar.h"

namespace jalon {
namespace {

using Kind = DateNode::Kind;

// The bit of an nth weekday among several: 1 … 5, 0 the last; none for others.
std::uint32_t nth_bit(int nth) {
  if (nth == -1) return 1U;
  return nth > 0 && nth <= 5 ? 1U << nth : 0U;
}

}  // namespace

NodeIndex DateGrammar::relative_day() {
  const std::size_t start = at_;
  DateNode node;
  node.kind = Kind::days_from;
  node.n = *value(Term::relative_day);
  return add(node, start);
}

// In 3 days, il y a deux semaines, two weeks after Easter, a week from Thursday.
NodeIndex DateGrammar::length_first() {
  const std::size_t start = at_;
  const bool future = take(Term::in_time);
  const bool past = !future && take(Term::ago);
  if (future) skip_article();
  const std::size_t body = at_;
  const auto said = length();
  if (!said) {
    at_ = body;
    return future || past ? 0 : weekdays_away(start);
  }
  if (said->unit == Unit::minute) return 0;
  if (future) take(Term::from_now);
  return future || past ? away(*said, past ? -1 : 1, 0, start) : length_beside(*said, start);
}

// So long before (-1) or after (1) a date, or as-of where there is none.
NodeIndex DateGrammar::away(const Length& length, int side, NodeIndex base, std::size_t start) {
  DateNode node;
  node.kind = Kind::days_from;
  node.unit = length.unit;
  node.n = side * length.n;
  node.more_unit = length.more_unit;
  node.more = side * length.more;
  node.base = base;
  return add(node, start);
}

// A length, and behind it what it is counted from.
NodeIndex DateGrammar::length_beside(const Length& length, std::size_t start) {
  const std::size_t after = at_;
  Longest<NodeIndex> best{0, after};
  const auto consider = [&](Term term, int side) {
    at_ = after;
    if (!take(term)) return;
    const bool dated = term == Term::before || term == Term::after;
    const NodeIndex base = dated ? date() : NodeIndex{0};
    if (base != 0 || !dated) best.consider(away(length, side, base, start), at_);
  };
  consider(Term::from_now, 1);
  consider(Term::after, 1);
  consider(Term::before, -1);
  consider(Term::ago, -1);
  at_ = best.end;
  return best.read;
}

std::optional<int> DateGrammar::any_weekday() {
  const auto weekday = value(Term::weekday);
  return weekday ? weekday : value(Term::weekdays);
}

// 3 Fridays from now, two Thursdays ago.
NodeIndex DateGrammar::weekdays_away(std::size_t start) {
  const auto count = cardinal();
  const auto weekday = count ? any_weekday() : std::nullopt;
  if (!weekday || *count < 1 || *count > 500) return 0;
  DateNode node;
  node.kind = Kind::weekday_near;
  node.weekday = *weekday;
  const bool later = take(Term::from_now);
  if (!later && !take(Term::ago)) return 0;
  node.n = later ? *count : -*count;
  return add(node, start);
}

NodeIndex DateGrammar::unit_beside(Unit unit, std::size_t start) {
  DateNode node;
  node.n = take_side();
  node.base = node.n != 0 ? date() : NodeIndex{0};
  if (node.base == 0) return 0;
  node.unit = unit;
  node.kind = unit == Unit::day ? Kind::days_from : Kind::unit_near;
  return add(node, start);
}

// La veille de Noël, the day after Easter.
NodeIndex DateGrammar::eve_of() {
  const std::size_t start = at_;
  DateNode node;
  node.kind = Kind::days_from;
  node.n = *value(Term::eve);
  take(Term::of);
  node.base = date();
  return node.base != 0 ? add(node, start) : 0;
}

// First Monday of January, le dernier jour ouvrable du mois, the 20th of next month, 2e semaine de décembre.
NodeIndex DateGrammar::nth_thing() {
  const std::size_t start = at_;
  if (const auto nth = ordinal()) {
    const std::size_t after = at_;
    if (const NodeIndex found = nth_of(*nth, start)) return found;
    at_ = after;
    if (const NodeIndex found = several_nth(*nth, start)) return found;
    at_ = after;
  } else if (!cardinal()) {
    return 0;
  }
  const std::size_t number_end = at_;
  at_ = start;
  return day_of_month(number_end);
}

// The 20th of next month; the number ends where `number_end` says.
NodeIndex DateGrammar::day_of_month(std::size_t number_end) {
  const std::size_t start = at_;
  const auto day = day_number();
  if (!day || at_ != number_end || *day > 31 || !take(Term::of)) return 0;
  DateNode node;
  node.kind = Kind::nth_unit;
  node.unit = Unit::day;
  node.n = *day;
  node.base = stretch();
  return is_present(node.base, Unit::month) ? add(node, start) : 0;
}

NodeIndex DateGrammar::nth_of(int nth, std::size_t start) {
  DateNode node;
  node.n = nth;
  if (const auto weekday = any_weekday()) {
    node.weekday = *weekday;
    if (const NodeIndex later = nth > 0 ? nth_after(node, start) : NodeIndex{0}) return later;
    node.kind = Kind::nth_weekday;
  } else if (nth > 0 && nth <= 2 && take(Term::half_month)) {
    node.kind = Kind::half_month;
  } else if (const auto unit = daily_unit()) {
    node.kind = Kind::nth_unit;
    node.unit = *unit;
  } else {
    return 0;
  }
  return nth_of_base(node, start);
}

// The third Tuesday after Christmas.
NodeIndex DateGrammar::nth_after(DateNode node, std::size_t start) {
  const std::size_t after_weekday = at_;
  node.kind = Kind::weekday_near;
  node.base = take(Term::after) ? date() : NodeIndex{0};
  if (node.base != 0) return add(node, start);
  at_ = after_weekday;
  return 0;
}

// What the nth thing belongs to: of May, du mois, de l'année prochaine; nothing, in recurrences.
NodeIndex DateGrammar::nth_of_base(DateNode node, std::size_t start) {
  const std::size_t after = at_;
  const bool of_something = take(Term::of);
  if (node.unit == Unit::quarter || node.unit == Unit::half_year) {
    node.kind = node.unit == Unit::quarter ? Kind::quarter : Kind::half_year;
    if (const auto said = year()) {
      node.year = *said;
      return add(node, start);
    }
  }
  const bool belongs = of_something || is(Term::month) || is(Term::deictic);
  node.base = belongs ? stretch() : NodeIndex{0};
  if (node.base != 0) return add(node, start);
  at_ = after;
  return node.kind == Kind::half_month ? NodeIndex{0} : add(node, start);
}

// The first and third Friday: in recurrences only.
NodeIndex DateGrammar::several_nth(int first, std::size_t start) {
  DateNode node;
  node.kind = Kind::nth_weekday;
  node.days = nth_bit(first);
  while (mark(U',') || take(Term::and_)) {
    take(Term::and_);
    take(Term::the);
    const auto nth = ordinal();
    if (!nth || nth_bit(*nth) == 0) return 0;
    node.days |= nth_bit(*nth);
  }
  const auto weekday = any_weekday();
  if (!weekday || node.days == nth_bit(first) || nth_bit(first) == 0) return 0;
  node.weekday = *weekday;
  node.n = first;
  take_of_the_month();
  return add(node, start);
}

// «Du mois», of the month: which a recurrence by itself means.
void DateGrammar::take_of_the_month() {
  const std::size_t start = at_;
  take(Term::of);
  take(Term::the);
  const auto unit = value(Term::unit);
  if (!unit || static_cast<Unit>(*unit) != Unit::month) at_ = start;
}

}  // namespace jalon
