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

void set_weekdays(RecurrenceNode& node, std::uint8_t weekdays) {
  node.unit = Unit::week;
  node.weekdays = weekdays;
}

void set_work_days(RecurrenceNode& node) {
  node.unit = Unit::week;
  node.on_work_days = true;
}

// Those of Term::weekday_set.
void set_days_of_week(RecurrenceNode& node, int set) {
  if (set == 2) return set_work_days(node);
  set_weekdays(node, set == 0 ? working_days : weekend_days);
}

// Units that are weeks, or days of them.
void set_unit(RecurrenceNode& node, Unit unit) {
  node.unit = unit;
  if (unit == Unit::business_day) set_work_days(node);
  if (unit == Unit::weekend) set_weekdays(node, weekend_days);
  if (unit != Unit::fortnight) return;
  node.unit = Unit::week;
  node.interval *= 2;
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

bool DateGrammar::recurrence_form(Clause& clause) {
  struct Form {
    TermSet first;
    bool (DateGrammar::*read)(Clause&);
  };
  static constexpr Form forms[] = {
      {{Term::of, Term::every}, &DateGrammar::every},
      {{Term::periodic, Term::periodic_adjective}, &DateGrammar::periodic},
      {{Term::digits, Term::number, Term::tens}, &DateGrammar::one_in_n},
      {{Term::on, Term::the, Term::weekday_set}, &DateGrammar::set_of_weekdays},
      {{Term::on, Term::the, Term::weekdays}, &DateGrammar::plural_weekdays},
      {{Term::once}, &DateGrammar::once_per},
      {{Term::part}, &DateGrammar::edge_of_each},
  };
  if (tree_.phrase.recurrence.said) return false;
  const std::size_t start = at_;
  const TermSet& possible = terms();
  for (const Form& form : forms) {
    if (!possible.meets(form.first)) continue;
    clause.recurrence = {};
    clause.recurrence.said = true;
    if ((this->*form.read)(clause)) return true;
    at_ = start;
  }
  return false;
}

// «Tous les», each, every: of what may follow, the longest.
bool DateGrammar::every(Clause& clause) {
  using Form = bool (DateGrammar::*)(RecurrenceNode&);
  static constexpr Form forms[] = {&DateGrammar::every_unit, &DateGrammar::every_nth, &DateGrammar::every_date};
  take(Term::of);
  if (!take(Term::every)) return false;
  const std::size_t start = at_;
  Longest<RecurrenceNode> best{clause.recurrence, start};
  for (const Form form : forms) {
    RecurrenceNode attempt = clause.recurrence;
    if ((this->*form)(attempt)) best.consider(attempt, at_);
    at_ = start;
  }
  Stretch part;
  if (day_part(part) && at_ > best.end) {
    clause.part = part;
    return true;
  }
  at_ = best.end;
  clause.recurrence = best.read;
  return best.end > start;
}

// Every day, every 2 weeks, every other Thursday, tous les lundis et jeudis.
bool DateGrammar::every_unit(RecurrenceNode& node) {
  if (!take_interval(node)) return false;
  if (const auto set = value(Term::weekday_set)) {
    set_days_of_week(node, *set);
    return true;
  }
  if (is(Term::weekday) || is(Term::weekdays)) {
    node.unit = Unit::week;
    return weekday_list(node);
  }
  const auto unit = daily_unit();
  if (!unit || (*unit == Unit::business_day && node.interval != 1)) return false;
  set_unit(node, *unit);
  recurrence_details(node);
  return true;
}

// Other, second, 2: false before what is not counted so.
bool DateGrammar::take_interval(RecurrenceNode& node) {
  const std::size_t start = at_;
  if (const auto other = value(Term::other)) {
    node.interval = *other;
  } else if (const auto nth = ordinal(); nth && *nth > 1) {
    node.interval = *nth;
    return !is(Term::weekday);  // every third Friday: of the month
  } else {
    at_ = start;
    const bool named = is(Term::unit);  // quinze jours: a fortnight
    if (const auto number = named ? std::nullopt : cardinal(); number && *number > 0) node.interval = *number;
  }
  return true;
}

// Every first Monday of the month, every 15th, tous les 15 du mois, every last Friday.
bool DateGrammar::every_nth(RecurrenceNode& node) {
  anchored_ = true;
  node.date = nth_thing();
  anchored_ = false;
  if (node.date == 0) return false;
  const DateNode& nth = tree_.nodes[node.date];
  const DateNode& base = tree_.nodes[nth.base];
  const bool monthly = is_present(nth.base, Unit::month);
  node.nth = nth.n;
  if (nth.kind == DateNode::Kind::nth_unit) {
    node.unit = Unit::month;
    node.nth_unit = nth.unit;
    return monthly && (nth.unit == Unit::day || nth.unit == Unit::business_day);
  }
  if (nth.kind != DateNode::Kind::nth_weekday) return false;
  const bool named = nth.base != 0 && base.kind == DateNode::Kind::calendar && base.day == 0 && base.year == 0;
  node.unit = named ? Unit::year : Unit::month;
  node.month = named ? base.month : 0;
  node.weekday_of_nth = nth.weekday;
  node.nth_weekdays = nth.days;
  return monthly || named || nth.base == 0;
}

// Chaque 24 décembre, every December 24, every January, chaque Noël, every 15th.
bool DateGrammar::every_date(RecurrenceNode& node) {
  const bool anchored = anchored_;
  anchored_ = true;
  node.date = longest_date();
  anchored_ = anchored;
  if (node.date == 0) return false;
  const DateNode& date = tree_.nodes[node.date];
  if (date.year != 0 || date.weekday >= 0 || date.deictic || date.base != 0) return false;
  if (date.kind == DateNode::Kind::holiday) {
    node.unit = Unit::year;
    node.holiday = date.day;
    return true;
  }
  if (date.kind == DateNode::Kind::day_list || (date.kind == DateNode::Kind::calendar && date.month == 0)) {
    node.unit = Unit::month;
    node.days = date.days;
    take_of_the_month();
    return node.days != 0;
  }
  if (date.kind != DateNode::Kind::calendar) return false;
  node.unit = Unit::year;
  node.month = date.month;
  node.days = date.day != 0 && date.day <= 31 ? 1U << date.day : 0;
  return true;
}

// Daily, weekly on Mondays, hebdomadaire.
bool DateGrammar::periodic(Clause& clause) {
  struct Step {
    Unit unit;
    int interval;
  };
  static constexpr Step steps[] = {{Unit::day, 1},   {Unit::week, 1},  {Unit::week, 2}, {Unit::month, 1},
                                   {Unit::month, 3}, {Unit::month, 6}, {Unit::year, 1}, {Unit::week, 1}};
  auto period = value(Term::periodic);
  if (!period) period = value(Term::periodic_adjective);
  if (!period) return false;
  RecurrenceNode& node = clause.recurrence;
  node.unit = steps[*period].unit;
  node.interval = steps[*period].interval;
  node.on_work_days = static_cast<Period>(*period) == Period::working_days;
  recurrence_details(node);
  return true;
}

// Un vendredi sur deux, une semaine sur trois.
bool DateGrammar::one_in_n(Clause& clause) {
  const auto one = cardinal();
  if (!one || *one != 1) return false;
  const auto weekday = value(Term::weekday);
  const auto unit = weekday ? std::optional(Unit::week) : daily_unit();
  if (!unit || !take(Term::one_in)) return false;
  const auto number = cardinal();
  if (!number || *number < 2 || *unit == Unit::business_day) return false;
  RecurrenceNode& node = clause.recurrence;
  node.interval = *number;
  node.unit = *unit;
  if (weekday) node.weekdays = bit(*weekday);
  if (*unit == Unit::weekend) set_weekdays(node, weekend_days);
  return true;
}

// En semaine, on weekdays, les fins de semaine.
bool DateGrammar::set_of_weekdays(Clause& clause) {
  while (skip_article()) {
  }
  const auto set = value(Term::weekday_set);
  if (set) set_days_of_week(clause.recurrence, *set);
  return set.has_value();
}

// Mondays and Thursdays, les mardis.
bool DateGrammar::plural_weekdays(Clause& clause) {
  while (skip_article()) {
  }
  clause.recurrence.unit = Unit::week;
  return is(Term::weekdays) && weekday_list(clause.recurrence);
}

// Once a month, une fois par semaine.
bool DateGrammar::once_per(Clause& clause) {
  const auto unit = take(Term::once) && take(Term::per) ? daily_unit() : std::nullopt;
  if (!unit) return false;
  clause.recurrence.unit = *unit;
  recurrence_details(clause.recurrence);
  return true;
}

// Au début de chaque mois, at the end of each year: the first day, the last day.
bool DateGrammar::edge_of_each(Clause& clause) {
  const auto third = value(Term::part);
  take(Term::of);
  const auto unit = take(Term::every) ? daily_unit() : std::nullopt;
  if (!unit || third == 1) return false;
  const bool first = third == 0;
  RecurrenceNode& node = clause.recurrence;
  node.unit = *unit;
  if (*unit == Unit::year) {
    node.month = first ? 1 : 12;
    node.days = 1U << (first ? 1 : 31);
    return true;
  }
  node.nth = first ? 1 : -1;
  return *unit == Unit::month || *unit == Unit::quarter;
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
