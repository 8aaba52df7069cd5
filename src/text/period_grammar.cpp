// The part of the grammar that reads periods: weeks, months, quarters, seasons, parts of them; and holidays.

#include "text/date_grammar.h"

namespace jalon {
namespace {

using Kind = DateNode::Kind;

// What has no beginning or end of its own that a person would mean: a day.
bool is_one_day(const DateNode& node) {
  if (node.kind == Kind::season) return false;
  return node.kind == Kind::days_from || node.kind == Kind::weekday || node.kind == Kind::weekday_in ||
         node.kind == Kind::holiday || node.kind == Kind::nth_weekday || node.day != 0 ||
         node.unit == Unit::business_day || (node.kind == Kind::unit_at && node.unit == Unit::day);
}

int most_of(Kind kind) {
  if (kind == Kind::iso_week) return 53;
  return kind == Kind::quarter ? 4 : 2;
}

}  // namespace

// A unit of a day or more.
std::optional<Unit> DateGrammar::daily_unit() {
  const auto unit = value(Term::unit);
  if (!unit || static_cast<Unit>(*unit) < Unit::day) return std::nullopt;
  return static_cast<Unit>(*unit);
}

// A date, or a unit that means the present one: «du mois», "of the year".
NodeIndex DateGrammar::stretch() {
  const std::size_t start = at_;
  const NodeIndex found = anchored_date();
  const std::size_t found_end = found != 0 ? at_ : start;
  at_ = start;
  while (skip_article()) {
  }
  const auto unit = daily_unit();
  if (!unit || (found != 0 && found_end >= at_)) {
    at_ = found_end;
    return found;
  }
  DateNode node;
  node.kind = Kind::unit_at;
  node.unit = *unit;
  return add(node, start);
}

// This Friday, ce mois-ci, next 3 weeks, last Christmas.
NodeIndex DateGrammar::deictic_first() {
  const std::size_t start = at_;
  DateNode node;
  take_deictic(node);
  if (const auto weekday = value(Term::weekday)) return deictic_weekday(node, *weekday, start);
  if (const auto month = value(Term::month)) {
    node.month = *month;
    node.day = day_number().value_or(0);
    return add(node, start);
  }
  if (const auto season = value(Term::season)) {
    node.kind = Kind::season;
    node.day = *season;
    return add(node, start);
  }
  if (const auto holiday = value(Term::holiday)) {
    node.kind = Kind::holiday;
    node.day = *holiday;
    return add(node, start);
  }
  return deictic_unit(node, start);
}

NodeIndex DateGrammar::deictic_weekday(DateNode node, int weekday, std::size_t start) {
  node.kind = Kind::weekday;
  node.weekday = weekday;
  const NodeIndex plain = add(node, start);
  if (node.n != 0 && (node.n != 1 || !is(Term::the))) return plain;
  const std::size_t plain_end = at_;
  if (const NodeIndex dated = weekday_with_date(weekday, start)) return dated;
  at_ = plain_end;
  return plain;
}

NodeIndex DateGrammar::deictic_unit(DateNode node, std::size_t start) {
  const std::size_t after = at_;
  const auto count = cardinal();
  if (!count) at_ = after;
  const auto unit = daily_unit();
  if (!unit) return 0;
  node.unit = *unit;
  if (count) return units_ahead(node, *count, start);
  if (node.n == 1 && node.unit == Unit::day) {
    node.kind = Kind::days_from;
    return add(node, start);
  }
  node.kind = Kind::unit_at;
  if (node.n == -1 && node.unit == Unit::business_day && terms_of(start).has(Term::ordinal)) {
    node.kind = Kind::nth_unit;  // the last one: of the month
    node.deictic = false;
    return add(node, start);
  }
  if (tight_mark(U'-')) take(Term::filler);  // ce mois-ci
  return with_weekday(add(node, start), start);
}

// The next 3 weeks, les 3 prochains jours.
NodeIndex DateGrammar::units_ahead(DateNode node, int count, std::size_t start) {
  if (node.n == 0 || count == 0) return 0;
  node.kind = Kind::units_ahead;
  node.n = node.n < 0 ? -count : count;
  return add(node, start);
}

// Next week on Tuesday.
NodeIndex DateGrammar::with_weekday(NodeIndex week, std::size_t start) {
  const std::size_t week_end = at_;
  if (!take(Term::on)) take(Term::of);
  const auto weekday = tree_.nodes[week].unit == Unit::week ? value(Term::weekday) : std::nullopt;
  if (!weekday) {
    at_ = week_end;
    return week;
  }
  DateNode day;
  day.kind = Kind::weekday_in;
  day.weekday = *weekday;
  day.base = week;
  return add(day, start);
}

// Semaine prochaine, mois dernier; 3 prochains jours.
NodeIndex DateGrammar::deictic_last() {
  const std::size_t start = at_;
  DateNode node;
  if (const auto count = cardinal(); count && *count > 0) {
    const auto unit = take_deictic(node) && node.n != 0 ? daily_unit() : std::nullopt;
    node.unit = unit.value_or(Unit::day);
    return unit ? units_ahead(node, *count, start) : NodeIndex{0};
  }
  at_ = start;
  const auto unit = daily_unit();
  if (!unit || !take_deictic(node)) return 0;
  node.kind = Kind::unit_at;
  node.unit = *unit;
  return add(node, start);
}

// What begins with a unit: week of January 7, la semaine après Noël, the weekend, jour de Noël.
NodeIndex DateGrammar::unit_first() {
  const std::size_t start = at_;
  Longest<NodeIndex> best{0, start};
  const auto consider = [&](NodeIndex found) {
    if (found != 0) best.consider(found, at_);
  };
  if (take(Term::week_of)) consider(unit_of(Unit::week, anchored_date(), start));
  at_ = start;
  if (const auto unit = daily_unit()) {
    const std::size_t after = at_;
    consider(unit_beside(*unit, start));
    at_ = after;
    const bool weekly = *unit == Unit::weekend || *unit == Unit::week;
    if (weekly && take(Term::of)) consider(unit_of(*unit, date(), start));
    at_ = after;
    if (*unit == Unit::weekend && (anchored_ || start == first_)) {
      DateNode node;
      node.kind = Kind::unit_at;
      node.unit = *unit;
      consider(add(node, start));
    }
  }
  at_ = best.end;
  return best.read;
}

// The week or the weekend that holds a date; nothing where there is no date.
NodeIndex DateGrammar::unit_of(Unit unit, NodeIndex base, std::size_t start) {
  if (base == 0) return 0;
  DateNode node;
  node.kind = Kind::unit_of;
  node.unit = unit;
  node.base = base;
  return add(node, start);
}

// Early December, fin du mois, mid-January.
NodeIndex DateGrammar::part_of() {
  const std::size_t start = at_;
  for (; at_ < last_ && at_ < start + 2; ++at_) {  // «fin de semaine» is a weekend
    if (is(Term::unit) && static_cast<Unit>(sense(Term::unit).value) == Unit::weekend) return 0;
  }
  at_ = start;
  DateNode node;
  node.kind = Kind::part;
  node.n = *value(Term::part);
  mark(U'-');
  take(Term::of);
  node.base = stretch();
  return node.base == 0 || is_one_day(tree_.nodes[node.base]) ? NodeIndex{0} : add(node, start);
}

NodeIndex DateGrammar::holiday() {
  const std::size_t start = at_;
  DateNode node;
  node.kind = Kind::holiday;
  node.day = *value(Term::holiday);
  if (take_deictic(node)) return add(node, start);
  const std::size_t after = at_;
  const auto unit = daily_unit();
  if (unit == Unit::weekend || unit == Unit::week) return unit_of(*unit, add(node, start), start);
  at_ = after;
  mark(U',');
  take(Term::of);
  if (const auto said = year()) {
    node.year = *said;
    return add(node, start);
  }
  const NodeIndex base = at_ > after || is(Term::deictic) || is(Term::the) ? date() : 0;
  if (is_present(base, Unit::year)) {
    node.base = base;
  } else {
    at_ = after;
  }
  return add(node, start);
}

// Week 50, S50, T1 2019, Q1, H2 2018, 2018Q4, trimestre 2.
NodeIndex DateGrammar::numbered_period() {
  const std::size_t start = at_;
  DateNode node;
  const auto early_year = is_number() ? year() : std::nullopt;
  if (early_year) {
    node.year = *early_year;
    skip_joint();
  }
  if (!take_numbered_unit(node)) return 0;
  if (early_year || take_year(node)) return add(node, start);
  const std::size_t after = at_;
  skip_joint();
  take(Term::of);
  const NodeIndex base = date();
  if (is_present(base, Unit::year)) {
    node.base = base;
  } else {
    at_ = after;
  }
  return add(node, start);
}

// Week, quarter or half, and its number. A letter stands close to it: Q1, S50.
bool DateGrammar::take_numbered_unit(DateNode& node) {
  const bool letter = !done() && token()->end - token()->begin == 1;
  if (take(Term::quarter_letter)) {
    node.kind = Kind::quarter;
  } else if (take(Term::half_letter)) {
    node.kind = Kind::half_year;
  } else if (take(Term::week_letter)) {
    node.kind = Kind::iso_week;
  } else if (daily_unit() == Unit::quarter) {
    node.kind = Kind::quarter;
  } else {
    return false;
  }
  const bool tight = is_tight();
  mark(U'#');
  if (!short_number() || (letter && !tight)) return false;
  node.n = tokens_[at_++].value;
  const int least = letter && node.kind == Kind::iso_week ? 3 : 1;
  return node.n >= least && node.n <= most_of(node.kind);
}

NodeIndex DateGrammar::season() {
  const std::size_t start = at_;
  DateNode node;
  node.kind = Kind::season;
  node.day = *value(Term::season);
  if (take_deictic(node)) return add(node, start);
  const std::size_t after = at_;
  take(Term::of);
  const auto said = year();
  if (!said) at_ = after;
  node.year = said.value_or(0);
  return said || anchored_ ? add(node, start) : NodeIndex{0};
}

NodeIndex DateGrammar::lone_year() {
  const std::size_t start = at_;
  const bool named = take(Term::year_word);
  const auto said = year();
  if (!said || (!named && !anchored_) || *said < 1900 || *said > 2199) return 0;
  DateNode node;
  node.year = *said;
  return add(node, start);
}

// EOM, EOY, year end: a deadline by themselves.
NodeIndex DateGrammar::end_abbreviation() {
  const std::size_t start = at_;
  DateNode base;
  base.kind = Kind::unit_at;
  base.unit = static_cast<Unit>(*value(Term::end_of));
  if (base.unit == Unit::day) return 0;
  const std::size_t after = at_;
  take(Term::of);
  if (const auto said = base.unit == Unit::year ? year() : std::nullopt) {
    base.kind = Kind::calendar;
    base.unit = Unit::day;
    base.year = *said;
  } else {
    at_ = after;
  }
  DateNode node;
  node.kind = Kind::part;
  node.n = 2;
  node.implies_due = true;
  node.base = add(base, start);
  return add(node, start);
}

}  // namespace jalon
