// The part of the grammar that reads periods: weeks, months, parts of them, and days counted from them.

#include "text/date_grammar.h"

namespace jalon {
namespace {

using Kind = DateNode::Kind;

bool is_daily(Unit unit) { return unit != Unit::minute && unit != Unit::hour; }

}  // namespace

NodeIndex DateGrammar::relative_day() {
  const std::size_t start = at_;
  const auto days = value(Term::relative_day);
  if (!days) return 0;
  DateNode node;
  node.kind = Kind::days_from;
  node.n = *days;
  return add(node, start);
}

// A date, or a unit that means the present one: «du mois», "of the year".
NodeIndex DateGrammar::stretch() {
  const std::size_t start = at_;
  const bool anchored = anchored_;
  anchored_ = true;
  const NodeIndex found = date();
  anchored_ = anchored;
  const std::size_t found_end = at_;
  at_ = start;
  while (skip_article()) {
  }
  const auto unit = value(Term::unit);
  if (!unit || !is_daily(static_cast<Unit>(*unit)) || (found != 0 && found_end >= at_)) {
    at_ = found != 0 ? found_end : start;
    return found;
  }
  DateNode node;
  node.kind = Kind::unit_at;
  node.unit = static_cast<Unit>(*unit);
  return add(node, start);
}

NodeIndex DateGrammar::deictic_first() {
  const std::size_t start = at_;
  const auto direction = value(Term::deictic);
  return direction ? deictic_thing(*direction, start) : 0;
}

NodeIndex DateGrammar::deictic_thing(int direction, std::size_t start) {
  DateNode node;
  node.deictic = true;
  node.n = direction;
  const std::size_t after = at_;
  if (const auto weekday = value(Term::weekday)) {
    node.kind = Kind::weekday;
    node.weekday = static_cast<std::int8_t>(*weekday);
    const NodeIndex plain = add(node, start);
    if (direction != 0) return plain;
    const std::size_t plain_end = at_;
    const NodeIndex dated = weekday_with_date(*weekday, start);
    if (dated != 0) return dated;
    at_ = plain_end;
    return plain;
  }
  if (const auto month = value(Term::month)) {
    node.month = static_cast<std::int8_t>(*month);
    if (const auto day = day_number()) node.day = static_cast<std::int16_t>(*day);
    return add(node, start);
  }
  if (const auto season = value(Term::season)) {
    node.kind = Kind::season;
    node.n = direction;
    node.day = static_cast<std::int16_t>(*season);
    return add(node, start);
  }
  if (const auto holiday = value(Term::holiday)) {
    node.kind = Kind::holiday;
    node.day = static_cast<std::int16_t>(*holiday);
    return add(node, start);
  }
  const auto count = cardinal();
  if (!count) at_ = after;
  const auto unit = value(Term::unit);
  if (!unit || !is_daily(static_cast<Unit>(*unit))) return 0;
  node.unit = static_cast<Unit>(*unit);
  node.kind = Kind::unit_at;
  if (count) {
    if (direction == 0 || *count == 0) return 0;
    node.kind = Kind::units_ahead;
    node.n = direction < 0 ? -*count : *count;
    return add(node, start);
  }
  if (direction == 1 && node.unit == Unit::day) {
    node.kind = Kind::days_from;
    return add(node, start);
  }
  if (tight_mark(U'-')) take(Term::filler);  // ce mois-ci
  const NodeIndex week = add(node, start);
  const std::size_t week_end = at_;
  if (!take(Term::on)) take(Term::of);
  if (const auto weekday = node.unit == Unit::week ? value(Term::weekday) : std::nullopt) {
    DateNode day;
    day.kind = Kind::weekday_in;
    day.weekday = static_cast<std::int8_t>(*weekday);
    day.base = week;
    return add(day, start);
  }
  at_ = week_end;
  return week;
}

// Semaine prochaine, mois dernier; 3 prochains jours.
NodeIndex DateGrammar::deictic_last() {
  const std::size_t start = at_;
  DateNode node;
  node.deictic = true;
  if (const auto count = cardinal(); count && *count > 0) {
    const auto direction = value(Term::deictic);
    const auto unit = direction && *direction != 0 ? value(Term::unit) : std::nullopt;
    if (!unit || !is_daily(static_cast<Unit>(*unit))) return 0;
    node.kind = Kind::units_ahead;
    node.unit = static_cast<Unit>(*unit);
    node.n = *direction < 0 ? -*count : *count;
    return add(node, start);
  }
  at_ = start;
  if (const auto unit = value(Term::unit); unit && is_daily(static_cast<Unit>(*unit))) {
    const auto direction = value(Term::deictic);
    if (!direction) return 0;
    node.kind = Kind::unit_at;
    node.unit = static_cast<Unit>(*unit);
    node.n = *direction;
    return add(node, start);
  }
  return 0;
}

NodeIndex DateGrammar::unit_beside(Unit unit, std::size_t start) {
  DateNode node;
  node.n = is(Term::before) ? -1 : 1;
  if (is(Term::from) || (!take(Term::before) && !take(Term::after))) return 0;
  node.base = date();
  if (node.base == 0) return 0;
  node.unit = unit;
  node.kind = unit == Unit::day ? Kind::days_from : Kind::unit_near;
  return add(node, start);
}

// What begins with a unit: week of January 7, la semaine après Noël, the weekend, jour de Noël.
NodeIndex DateGrammar::unit_first() {
  const std::size_t start = at_;
  NodeIndex best = 0;
  std::size_t best_end = start;
  const auto consider = [&](NodeIndex found) {
    if (found == 0 || at_ <= best_end) return;
    best = found;
    best_end = at_;
  };
  DateNode node;
  node.kind = Kind::unit_of;
  if (take(Term::week_of)) {
    node.unit = Unit::week;
    const bool anchored = anchored_;
    anchored_ = true;
    node.base = date();
    anchored_ = anchored;
    if (node.base != 0) consider(add(node, start));
  }
  at_ = start;
  const auto taken = value(Term::unit);
  if (taken && is_daily(static_cast<Unit>(*taken))) {
    const auto unit = static_cast<Unit>(*taken);
    const std::size_t after = at_;
    consider(unit_beside(unit, start));
    at_ = after;
    if ((unit == Unit::weekend || unit == Unit::week) && take(Term::of)) {
      node.unit = unit;
      node.base = date();
      if (node.base != 0) consider(add(node, start));
    }
    at_ = after;
    if (unit == Unit::weekend && (anchored_ || start == first_)) {
      node.kind = Kind::unit_at;
      node.unit = unit;
      node.base = 0;
      consider(add(node, start));
    }
  }
  at_ = best_end;
  return best;
}

// 3 Fridays from now, two Thursdays ago.
NodeIndex DateGrammar::weekdays_away(std::size_t start) {
  const auto count = cardinal();
  auto weekday = count ? value(Term::weekdays) : std::nullopt;
  if (count && !weekday) weekday = value(Term::weekday);
  if (!weekday || *count < 1 || *count > 500) return 0;
  DateNode node;
  node.kind = Kind::weekday_near;
  node.weekday = static_cast<std::int8_t>(*weekday);
  const bool later = take(Term::from_now);
  if (!later && !take(Term::ago)) return 0;
  node.n = later ? *count : -*count;
  return add(node, start);
}

// In 3 days, il y a deux semaines, two weeks after Easter, a week from Thursday.
NodeIndex DateGrammar::length_first() {
  const std::size_t start = at_;
  const bool future = take(Term::in_time);
  const bool past = !future && take(Term::ago);
  if (future) skip_article();
  DateNode node;
  node.kind = Kind::days_from;
  const std::size_t body = at_;
  const auto said = length();
  if (!said) {
    at_ = body;
    return future || past ? 0 : weekdays_away(start);
  }
  if (said->unit == Unit::minute) return 0;
  node.unit = said->unit;
  node.n = said->n;
  node.more_unit = said->more_unit;
  node.more = said->more;
  if (past) {
    node.n = -node.n;
    node.more = -node.more;
    return add(node, start);
  }
  if (future) {
    take(Term::from_now);
    return add(node, start);
  }
  const std::size_t after = at_;
  NodeIndex best = 0;
  std::size_t best_end = after;
  const auto consider = [&](NodeIndex found) {
    if (found != 0 && at_ > best_end) {
      best = found;
      best_end = at_;
    }
    at_ = after;
  };
  if (take(Term::from_now)) consider(add(node, start));
  at_ = after;
  if (take(Term::after)) {
    node.base = date();
    consider(node.base != 0 ? add(node, start) : 0);
  }
  node.n = -node.n;
  node.more = -node.more;
  at_ = after;
  if (take(Term::before)) {
    node.base = date();
    consider(node.base != 0 ? add(node, start) : 0);
  }
  at_ = after;
  node.base = 0;
  if (take(Term::ago)) consider(add(node, start));
  at_ = best_end;
  return best;
}

NodeIndex DateGrammar::nth_of(int nth, std::size_t start) {
  DateNode node;
  node.n = nth;
  auto weekday = value(Term::weekday);
  if (!weekday) weekday = value(Term::weekdays);
  if (nth > 0 && nth <= 2 && !weekday && take(Term::half_month)) {
    node.kind = Kind::half_month;
  } else if (weekday) {
    node.kind = Kind::nth_weekday;
    node.weekday = static_cast<std::int8_t>(*weekday);
    const std::size_t after_weekday = at_;
    if (nth > 0 && take(Term::after)) {  // the third Tuesday after Christmas
      node.kind = Kind::weekday_near;
      node.base = date();
      if (node.base != 0) return add(node, start);
      node.kind = Kind::nth_weekday;
      at_ = after_weekday;
    }
  } else if (const auto unit = value(Term::unit); unit && is_daily(static_cast<Unit>(*unit))) {
    node.kind = Kind::nth_unit;
    node.unit = static_cast<Unit>(*unit);
  } else {
    return 0;
  }
  const std::size_t after = at_;
  const bool of_something = take(Term::of);
  if (node.unit == Unit::quarter || node.unit == Unit::half_year) {
    node.kind = node.unit == Unit::quarter ? Kind::quarter : Kind::half_year;
    if (const auto said = year()) {
      node.year = static_cast<std::int16_t>(*said);
      return add(node, start);
    }
  }
  node.base = of_something || is(Term::month) || is(Term::deictic) ? stretch() : 0;
  if (node.base != 0) return add(node, start);
  at_ = after;
  if (node.kind == Kind::half_month) return 0;
  return add(node, start);
}

// The first and third Friday: in recurrences only.
NodeIndex DateGrammar::several_nth(int first, std::size_t start) {
  const auto bit = [](int nth) { return nth > 0 && nth <= 5 ? 1U << nth : nth == -1 ? 1U : 0U; };
  DateNode node;
  node.kind = Kind::nth_weekday;
  node.days = bit(first);
  while (mark(U',') || take(Term::and_)) {
    take(Term::and_);
    take(Term::the);
    const auto nth = ordinal();
    if (!nth || bit(*nth) == 0) return 0;
    node.days |= bit(*nth);
  }
  auto weekday = value(Term::weekdays);
  if (!weekday) weekday = value(Term::weekday);
  if (!weekday || node.days == bit(first) || bit(first) == 0) return 0;
  node.weekday = static_cast<std::int8_t>(*weekday);
  node.n = first;
  const std::size_t after = at_;
  take(Term::of);
  take(Term::the);
  const auto unit = value(Term::unit);
  if (!unit || static_cast<Unit>(*unit) != Unit::month) at_ = after;
  return add(node, start);
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
  const auto day = day_number();
  if (!day || at_ != number_end || *day > 31 || !take(Term::of)) return 0;
  DateNode node;
  node.kind = Kind::nth_unit;
  node.unit = Unit::day;
  node.n = *day;
  node.base = stretch();
  if (node.base == 0) return 0;
  const DateNode& base = tree_.nodes[node.base];
  const bool month = base.kind == Kind::unit_at && base.unit == Unit::month;
  return month ? add(node, start) : 0;
}

NodeIndex DateGrammar::part_of() {
  const std::size_t start = at_;
  DateNode node;
  node.kind = Kind::part;
  for (std::size_t i = start; i < last_ && i < start + 2; ++i) {  // «fin de semaine» is a weekend
    at_ = i;
    const Sense* unit = sense(Term::unit);
    if (unit != nullptr && static_cast<Unit>(unit->value) == Unit::weekend) return 0;
  }
  at_ = start;
  const auto part = value(Term::part);
  if (!part) return 0;
  node.n = *part;
  mark(U'-');
  take(Term::of);
  node.base = stretch();
  if (node.base == 0) return 0;
  const DateNode& base = tree_.nodes[node.base];
  const bool day = base.kind == Kind::days_from || base.kind == Kind::weekday || base.kind == Kind::weekday_in ||
                   base.kind == Kind::holiday || base.kind == Kind::nth_weekday || base.day != 0 ||
                   base.unit == Unit::business_day || (base.kind == Kind::unit_at && base.unit == Unit::day);
  return day && base.kind != Kind::season ? 0 : add(node, start);
}

NodeIndex DateGrammar::holiday() {
  const std::size_t start = at_;
  const auto which = value(Term::holiday);
  if (!which) return 0;
  DateNode node;
  node.kind = Kind::holiday;
  node.day = static_cast<std::int16_t>(*which);
  const std::size_t after = at_;
  if (const auto direction = value(Term::deictic)) {
    node.deictic = true;
    node.n = *direction;
    return add(node, start);
  }
  const auto unit = value(Term::unit);
  if (unit && (static_cast<Unit>(*unit) == Unit::weekend || static_cast<Unit>(*unit) == Unit::week)) {
    DateNode around;
    around.kind = Kind::unit_of;
    around.unit = static_cast<Unit>(*unit);
    around.base = add(node, start);
    return add(around, start);
  }
  at_ = after;
  mark(U',');
  take(Term::of);
  if (const auto said = year()) {
    node.year = static_cast<std::int16_t>(*said);
    return add(node, start);
  }
  const NodeIndex base = at_ > after || is(Term::deictic) || is(Term::the) ? date() : 0;
  if (base != 0 && tree_.nodes[base].kind == Kind::unit_at && tree_.nodes[base].unit == Unit::year) {
    node.base = base;
    return add(node, start);
  }
  at_ = after;
  return add(node, start);
}

NodeIndex DateGrammar::eve_of() {
  const std::size_t start = at_;
  const auto days = value(Term::eve);
  if (!days) return 0;
  take(Term::of);
  DateNode node;
  node.kind = Kind::days_from;
  node.n = *days;
  node.base = date();
  return node.base != 0 ? add(node, start) : 0;
}

// Week 50, S50, T1 2019, Q1, H2 2018, 2018Q4, trimestre 2.
NodeIndex DateGrammar::numbered_period() {
  const std::size_t start = at_;
  DateNode node;
  const auto early_year = is_number() ? year() : std::nullopt;
  if (early_year) {
    node.year = static_cast<std::int16_t>(*early_year);
    skip_joint();
  }
  const bool letter = token() != nullptr && token()->end - token()->begin == 1;
  if (take(Term::quarter_letter)) {
    node.kind = Kind::quarter;
  } else if (take(Term::half_letter)) {
    node.kind = Kind::half_year;
  } else if (take(Term::week_letter)) {
    node.kind = Kind::iso_week;
  } else if (const auto unit = value(Term::unit); unit && static_cast<Unit>(*unit) == Unit::quarter) {
    node.kind = Kind::quarter;
  } else {
    return 0;
  }
  const bool spaced = token() != nullptr && token()->spaced;
  mark(U'#');
  if (!is_number() || token()->digits > 2 || (letter && spaced)) return 0;
  node.n = tokens_[at_++].value;
  const int most = node.kind == Kind::iso_week ? 53 : node.kind == Kind::quarter ? 4 : 2;
  if (node.n < 1 || node.n > most || (letter && node.kind == Kind::iso_week && node.n < 3)) return 0;
  const std::size_t after = at_;
  skip_joint();
  take(Term::of);
  if (const auto said = early_year ? std::nullopt : year()) {
    node.year = static_cast<std::int16_t>(*said);
    return add(node, start);
  }
  const NodeIndex base = early_year || done() ? 0 : date();
  if (base != 0 && tree_.nodes[base].kind == Kind::unit_at && tree_.nodes[base].unit == Unit::year) {
    node.base = base;
  } else {
    at_ = after;
  }
  return add(node, start);
}

NodeIndex DateGrammar::season() {
  const std::size_t start = at_;
  const auto which = value(Term::season);
  if (!which) return 0;
  DateNode node;
  node.kind = Kind::season;
  node.day = static_cast<std::int16_t>(*which);
  const std::size_t after = at_;
  if (const auto direction = value(Term::deictic)) {
    node.deictic = true;
    node.n = *direction;
    return add(node, start);
  }
  take(Term::of);
  if (const auto said = year()) {
    node.year = static_cast<std::int16_t>(*said);
  } else {
    at_ = after;
    if (!anchored_) return 0;
  }
  return add(node, start);
}

NodeIndex DateGrammar::lone_year() {
  const std::size_t start = at_;
  const bool named = take(Term::year_word);
  const auto said = year();
  if (!said || (!named && !anchored_) || *said < 1900 || *said > 2199) return 0;
  DateNode node;
  node.year = static_cast<std::int16_t>(*said);
  return add(node, start);
}

// EOM, EOY, year end: a deadline by themselves.
NodeIndex DateGrammar::end_abbreviation() {
  const std::size_t start = at_;
  const auto unit = value(Term::end_of);
  if (!unit || static_cast<Unit>(*unit) == Unit::day) return 0;
  DateNode base;
  base.kind = Kind::unit_at;
  base.unit = static_cast<Unit>(*unit);
  const std::size_t after = at_;
  take(Term::of);
  if (const auto said = base.unit == Unit::year ? year() : std::nullopt) {
    base.kind = Kind::calendar;
    base.unit = Unit::day;
    base.year = static_cast<std::int16_t>(*said);
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
