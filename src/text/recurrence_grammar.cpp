// The part of the grammar that reads recurrences: every other Thursday, tous les mardis, un vendredi sur deux, daily.

#include "text/date_grammar.h"

namespace jalon {
namespace {

constexpr std::uint8_t working_days = 0b0111110;
constexpr std::uint8_t weekend_days = 0b1000001;

std::uint8_t bit(int weekday) { return static_cast<std::uint8_t>(1U << weekday); }

// From one weekday to another, both included.
std::uint8_t days_between(int first, int last) {
  std::uint8_t days = bit(first);
  while (first != last) {
    first = (first + 1) % 7;
    days = static_cast<std::uint8_t>(days | bit(first));
  }
  return days;
}

}  // namespace

// Monday and Thursday; lundi, mercredi et vendredi; Monday to Friday.
bool DateGrammar::weekday_list(RecurrenceNode& node) {
  const auto weekday = [&] {
    const auto plural = value(Term::weekdays);
    return plural ? plural : value(Term::weekday);
  };
  std::size_t end = at_;
  bool any = false;
  for (;;) {
    while (skip_article()) {
    }
    const auto first = weekday();
    if (!first) break;
    std::uint8_t days = bit(*first);
    end = at_;
    if ((mark(U'-') || take(Term::to)) && (skip_article(), true)) {
      if (const auto last = weekday()) {
        days = days_between(*first, *last);
        end = at_;
      }
    }
    node.weekdays = static_cast<std::uint8_t>(node.weekdays | days);
    any = true;
    at_ = end;
    const bool comma = mark(U',') || mark(U'/');
    if (!take(Term::and_) && !comma) break;
    take(Term::every);
  }
  at_ = end;
  return any;
}

bool DateGrammar::recurrence_clause(RecurrenceNode& node, Stretch& part) {
  const std::size_t start = at_;
  node = {};
  node.said = true;
  take(Term::of);
  if (every(node, part)) return true;
  at_ = start;
  node = {};
  node.said = true;
  if (periodic(node)) {
    recurrence_details(node);
    return true;
  }
  at_ = start;
  if (one_in_n(node)) return true;
  at_ = start;
  while (skip_article()) {
  }
  if (const auto set = value(Term::weekday_set)) {
    node.unit = Unit::week;
    node.weekdays = *set == 0 ? working_days : weekend_days;
    return true;
  }
  at_ = start;
  while (skip_article()) {
  }
  if (is(Term::weekdays) && weekday_list(node)) {
    node.unit = Unit::week;
    return true;
  }
  at_ = start;
  if (take(Term::once) && take(Term::per)) {
    if (const auto unit = value(Term::unit); unit && static_cast<Unit>(*unit) >= Unit::day) {
      node.unit = static_cast<Unit>(*unit);
      recurrence_details(node);
      return true;
    }
  }
  at_ = start;
  return false;
}

bool DateGrammar::every(RecurrenceNode& node, Stretch& part) {
  if (!take(Term::every)) return false;
  const std::size_t start = at_;
  RecurrenceNode best = node;
  std::size_t best_end = start;
  Stretch best_part;
  using Form = bool (DateGrammar::*)(RecurrenceNode&);
  static constexpr Form forms[] = {&DateGrammar::every_unit, &DateGrammar::every_nth, &DateGrammar::every_date};
  for (const Form form : forms) {
    at_ = start;
    RecurrenceNode attempt = node;
    if ((this->*form)(attempt) && at_ > best_end) {
      best = attempt;
      best_end = at_;
    }
  }
  at_ = start;
  if (day_part(best_part) && at_ > best_end) {
    part = best_part;
    node.unit = Unit::day;
    return true;
  }
  at_ = best_end;
  node = best;
  return best_end > start;
}

// Every day, every 2 weeks, every other Thursday, tous les lundis et jeudis.
bool DateGrammar::every_unit(RecurrenceNode& node) {
  const std::size_t start = at_;
  if (const auto other = value(Term::other)) {
    node.interval = *other;
  } else if (const auto nth = ordinal(); nth && *nth > 1) {
    node.interval = *nth;
    if (is(Term::weekday)) return false;  // every third Friday: of the month
  } else {
    at_ = start;
    const bool named = is(Term::unit);  // quinze jours: a fortnight
    if (const auto number = named ? std::nullopt : cardinal(); number && *number > 0) node.interval = *number;
  }
  if (const auto set = value(Term::weekday_set)) {
    node.unit = Unit::week;
    node.weekdays = *set == 0 ? working_days : weekend_days;
    return true;
  }
  if (is(Term::weekday) || is(Term::weekdays)) {
    node.unit = Unit::week;
    return weekday_list(node);
  }
  const auto unit = value(Term::unit);
  if (!unit || static_cast<Unit>(*unit) < Unit::day) return false;
  node.unit = static_cast<Unit>(*unit);
  if (node.unit == Unit::business_day) {
    if (node.interval != 1) return false;
    node.unit = Unit::week;
    node.weekdays = working_days;
  } else if (node.unit == Unit::weekend) {
    node.unit = Unit::week;
    node.weekdays = weekend_days;
  } else if (node.unit == Unit::fortnight) {
    node.unit = Unit::week;
    node.interval *= 2;
  }
  recurrence_details(node);
  return true;
}

// Every first Monday of the month, every 15th, tous les 15 du mois, every last Friday.
bool DateGrammar::every_nth(RecurrenceNode& node) {
  anchored_ = true;
  const NodeIndex found = nth_thing();
  anchored_ = false;
  node.date = found;
  if (found != 0 && tree_.nodes[found].kind == DateNode::Kind::nth_weekday && tree_.nodes[found].days != 0) {
    node.unit = Unit::month;
    node.nth_weekdays = tree_.nodes[found].days;
    node.weekday_of_nth = tree_.nodes[found].weekday;
    return true;
  }
  if (found != 0 && tree_.nodes[found].kind == DateNode::Kind::nth_weekday) {
    const DateNode& nth = tree_.nodes[found];
    const DateNode& base = tree_.nodes[nth.base];
    const bool month = nth.base == 0 || (base.kind == DateNode::Kind::unit_at && base.unit == Unit::month);
    const bool named = nth.base != 0 && base.kind == DateNode::Kind::calendar && base.day == 0 && base.year == 0;
    if (!month && !named) return false;
    node.unit = named ? Unit::year : Unit::month;
    node.month = named ? base.month : std::int8_t{0};
    node.nth = nth.n;
    node.weekday_of_nth = nth.weekday;
    return true;
  }
  if (found != 0) {
    const DateNode& nth = tree_.nodes[found];
    const DateNode& base = tree_.nodes[nth.base];
    const bool month = nth.kind == DateNode::Kind::nth_unit && base.kind == DateNode::Kind::unit_at &&
                       base.unit == Unit::month && (nth.unit == Unit::day || nth.unit == Unit::business_day);
    if (!month || nth.base == 0) return false;
    node.unit = Unit::month;
    node.nth = nth.n;
    node.nth_unit = nth.unit;
    return true;
  }
  return false;
}

// Chaque 24 décembre, every December 24, every January, chaque Noël, every 15th.
bool DateGrammar::every_date(RecurrenceNode& node) {
  const bool anchored = anchored_;
  anchored_ = true;
  const NodeIndex found = best_of(at_);
  anchored_ = anchored;
  if (found == 0) return false;
  node.date = found;
  const DateNode& date = tree_.nodes[found];
  if (date.year != 0 || date.weekday >= 0 || date.deictic) return false;
  if (date.kind == DateNode::Kind::holiday && date.base == 0) {
    node.unit = Unit::year;
    node.holiday = date.day;
    return true;
  }
  if (date.kind == DateNode::Kind::day_list || (date.kind == DateNode::Kind::calendar && date.month == 0)) {
    node.unit = Unit::month;
    node.days = date.days;
    const std::size_t after = at_;
    take(Term::of);
    take(Term::the);
    const auto unit = value(Term::unit);
    if (!unit || static_cast<Unit>(*unit) != Unit::month) at_ = after;
    return node.days != 0;
  }
  if (date.kind != DateNode::Kind::calendar || date.base != 0) return false;
  node.unit = Unit::year;
  node.month = date.month;
  node.days = date.day != 0 && date.day <= 31 ? 1U << date.day : 0;
  return true;
}

bool DateGrammar::periodic(RecurrenceNode& node) {
  auto period = value(Term::periodic);
  if (!period) period = value(Term::periodic_adjective);
  if (!period) return false;
  struct Step {
    Unit unit;
    int interval;
  };
  static constexpr Step steps[] = {{Unit::day, 1},   {Unit::week, 1},  {Unit::week, 2}, {Unit::month, 1},
                                   {Unit::month, 3}, {Unit::month, 6}, {Unit::year, 1}, {Unit::week, 1}};
  node.unit = steps[*period].unit;
  node.interval = steps[*period].interval;
  if (static_cast<Period>(*period) == Period::working_days) node.weekdays = working_days;
  return true;
}

// Un vendredi sur deux, une semaine sur trois.
bool DateGrammar::one_in_n(RecurrenceNode& node) {
  const auto one = cardinal();
  if (!one || *one != 1) return false;
  const auto weekday = value(Term::weekday);
  const auto unit = weekday ? std::nullopt : value(Term::unit);
  if (!weekday && (!unit || static_cast<Unit>(*unit) < Unit::day)) return false;
  if (!take(Term::one_in)) return false;
  const auto number = cardinal();
  if (!number || *number < 2) return false;
  node.interval = *number;
  node.unit = weekday ? Unit::week : static_cast<Unit>(*unit);
  if (weekday) node.weekdays = bit(*weekday);
  if (node.unit == Unit::weekend) {
    node.unit = Unit::week;
    node.weekdays = weekend_days;
  }
  return node.unit != Unit::business_day;
}

// Which days of the week, behind «toutes les semaines»: le jeudi, on Monday and Friday, from Monday to Friday.
void DateGrammar::recurrence_details(RecurrenceNode& node) {
  const std::size_t start = at_;
  if (node.unit != Unit::week && node.unit != Unit::day) return;
  if (node.unit == Unit::day) {  // tous les jours de la semaine
    const auto unit = take(Term::of) ? value(Term::unit) : std::nullopt;
    if (unit && static_cast<Unit>(*unit) == Unit::week) return;
    at_ = start;
  }
  const bool from = take(Term::from);
  const bool marked = from || mark(U',') || take(Term::on) || take(Term::the) || take(Term::of);
  RecurrenceNode days = node;
  days.weekdays = 0;
  const std::size_t list = at_;
  if (weekday_list(days) && !(node.unit == Unit::day && !marked)) {
    const bool one_day = (days.weekdays & (days.weekdays - 1)) == 0;
    const bool dated = is_number() || is(Term::ordinal) || (from && one_day);
    if (!dated || at_ == list) {
      node.weekdays = days.weekdays;
      node.unit = Unit::week;
      return;
    }
  }
  at_ = start;
}

}  // namespace jalon
