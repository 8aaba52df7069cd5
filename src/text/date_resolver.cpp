#include "text/date_resolver.h"

#include <algorithm>

#include "base/catalogue.h"
#include "text/day_arithmetic.h"
#include "text/holidays.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using Kind = DateNode::Kind;

year_month month_holding(Day day) {
  const year_month_day date{day};
  return date.year() / date.month();
}

Span month_span(year_month month) { return {Day{month / 1}, Day{month / std::chrono::last}, Unit::month}; }

Span months_span(year_month first, int count, Unit grain) {
  return {Day{first / 1}, Day{(first + months{count - 1}) / std::chrono::last}, grain};
}

Span year_span(int year) { return months_span(std::chrono::year{year} / 1, 12, Unit::year); }

int year_number(Day day) { return static_cast<int>(year_month_day{day}.year()); }
int month_number(Day day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month())); }

std::chrono::weekday weekday_of(int number) { return std::chrono::weekday{static_cast<unsigned>(number)}; }

// The first day from `day` on that is such a weekday.
Day weekday_from(Day day, std::chrono::weekday weekday) { return day + (weekday - std::chrono::weekday{day}); }

Span single(Day day) { return {day, day, Unit::day}; }

// The month, quarter … that holds a day, `n` of them later.
Span block(Day day, Unit unit, int n, int count = 1) {
  const int size = months_in(unit);
  const int first = (month_number(day) - 1) / size * size;
  const auto start = std::chrono::year{year_number(day)} / std::chrono::January + months{first + n * size};
  return months_span(start, size * count, unit);
}

}  // namespace

DateResolver::DateResolver(const DateTree& tree, LocalTime as_of)
    : tree_(tree), today_(std::chrono::floor<days>(as_of)), earliest_(add_months(today_, -3)) {}

std::nullopt_t DateResolver::fail(Code code, NodeIndex node, std::vector<Argument> arguments) {
  if (!fault_) fault_ = DateFault{code, node, std::move(arguments)};
  return std::nullopt;
}

int DateResolver::year_for(int said, unsigned month, unsigned day) const {
  if (said != 0) return said;
  const int year = year_number(earliest_);
  const auto limit = year_month_day{earliest_};
  const auto wanted = std::chrono::month{month} / std::chrono::day{day};
  return wanted < limit.month() / limit.day() ? year + 1 : year;
}

std::optional<Span> DateResolver::resolve(const DateNode& node, NodeIndex index) {
  switch (node.kind) {
    case Kind::calendar:
      return calendar(node, index);
    case Kind::day_list:
      return std::nullopt;
    case Kind::days_from:
      return counted(node);
    case Kind::unit_at:
      relative_ = true;
      return unit_at(node, today_);
    case Kind::units_ahead:
      relative_ = true;
      return units_ahead(node);
    case Kind::weekday:
      relative_ = true;
      return weekday(node);
    case Kind::weekday_in: {
      const auto base = resolve(node.base);
      if (!base) return std::nullopt;
      return single(weekday_from(week_start(base->first), weekday_of(node.weekday)));
    }
    case Kind::weekday_near:
      return weekday_near(node);
    case Kind::unit_near:
      return unit_near(node);
    case Kind::nth_weekday:
      return nth_weekday(node, index);
    case Kind::nth_unit:
      return nth_unit(node, index);
    case Kind::part:
      return part(node);
    case Kind::holiday:
      return holiday(node);
    case Kind::unit_of: {
      const auto base = resolve(node.base);
      if (!base || base->grain > Unit::week) return std::nullopt;
      const Day monday = week_start(base->first);
      if (node.unit == Unit::weekend) return Span{monday + days{5}, monday + days{6}, Unit::weekend};
      return Span{monday, monday + days{6}, Unit::week};
    }
    case Kind::iso_week:
    case Kind::quarter:
    case Kind::half_year:
      return numbered(node, index);
    case Kind::season:
      return season(node);
    case Kind::half_month:
      return half_month(node);
  }
  return std::nullopt;
}

std::optional<Span> DateResolver::resolve_from(const DateNode& node, NodeIndex index, Day from) {
  const Day kept_today = today_, kept_earliest = earliest_;
  earliest_ = from;
  if (node.kind == Kind::weekday && !node.deictic) today_ = from - days{1};
  const bool kept_relative = relative_;
  const auto found = resolve(node, index);
  if (node.kind == Kind::weekday) relative_ = kept_relative;
  today_ = kept_today;
  earliest_ = kept_earliest;
  return found;
}

std::optional<Span> DateResolver::calendar(const DateNode& node, NodeIndex index) {
  if (node.month == 0 && node.day == 0) return node.year != 0 ? std::optional(year_span(node.year)) : std::nullopt;
  if (node.month > 12) return fail(Code::date_day, index);
  if (node.month == 0) return day_of_month(node, index);
  if (node.day == 0) return month_of(node);
  const auto month = static_cast<unsigned>(node.month);
  const auto day = static_cast<unsigned>(std::clamp<int>(node.day, 1, 31));
  int year = year_for(node.year, month, day);
  if (node.deictic) {
    year = year_number(today_);
    const auto here = year_month_day{today_};
    const auto wanted = std::chrono::month{month} / std::chrono::day{day};
    if (node.n > 0 && wanted <= here.month() / here.day()) ++year;
    if (node.n < 0 && wanted >= here.month() / here.day()) --year;
    relative_ = true;
  }
  return checked_day(node, index, year);
}

std::optional<Span> DateResolver::checked_day(const DateNode& node, NodeIndex index, int year) {
  const auto date = std::chrono::year{year} / node.month / node.day;
  if (!date.ok() || node.day < 1) return fail(Code::date_day, index);
  const Day day{date};
  const std::chrono::weekday actual{day};
  if (node.weekday >= 0 && actual != weekday_of(node.weekday)) {
    return fail(Code::date_weekday, index, {day, actual, weekday_of(node.weekday)});
  }
  return single(day);
}

// «Le 15»: this month's, or the first one to come that has such a day.
std::optional<Span> DateResolver::day_of_month(const DateNode& node, NodeIndex index) {
  if (node.day < 1 || node.day > 31) return fail(Code::date_day, index);
  relative_ = true;
  const auto here = year_month_day{today_};
  year_month month = here.year() / here.month();
  if (static_cast<unsigned>(node.day) < static_cast<unsigned>(here.day())) month += months{1};
  while (!(month / std::chrono::day{static_cast<unsigned>(node.day)}).ok()) month += months{1};
  DateNode placed = node;
  placed.month = static_cast<int>(static_cast<unsigned>(month.month()));
  return checked_day(placed, index, static_cast<int>(month.year()));
}

std::optional<Span> DateResolver::month_of(const DateNode& node) {
  const auto month = static_cast<unsigned>(node.month);
  int year = 0;
  if (node.base != 0) {
    const auto base = resolve(node.base);
    if (!base) return std::nullopt;
    year = year_number(base->first);
  } else if (node.deictic) {
    relative_ = true;
    year = year_number(today_);
    const int here = month_number(today_);
    if (node.n > 0 && node.month <= here) ++year;
    if (node.n < 0 && node.month >= here) --year;
    if (node.n == 0) year = year_for(0, month, 28);
  } else {
    // A month counts as to come until its last day is more than three months gone.
    year = year_for(node.year, month, 28);
  }
  return month_span(std::chrono::year{year} / std::chrono::month{month});
}

std::optional<Span> DateResolver::counted(const DateNode& node) {
  Span base = single(today_);
  if (node.base == 0) {
    relative_ = true;
  } else {
    const auto found = resolve(node.base);
    if (!found) return std::nullopt;
    base = *found;
  }
  auto day = add_units(node.n < 0 ? base.first : base.last, node.unit, node.n);
  if (day && node.more != 0) day = add_units(*day, node.more_unit, node.more);
  if (!day) return std::nullopt;
  return single(*day);
}

std::optional<Span> DateResolver::unit_at(const DateNode& node, Day day) const {
  const Day monday = week_start(day) + std::chrono::weeks{node.n};
  switch (node.unit) {
    case Unit::day:
      return single(day + days{node.n});
    case Unit::business_day:
      return node.n == 0 ? std::nullopt : std::optional(single(add_business_days(day, node.n)));
    case Unit::week:
      return Span{monday, monday + days{6}, Unit::week};
    case Unit::weekend:
      return Span{monday + days{5}, monday + days{6}, Unit::weekend};
    case Unit::month:
    case Unit::quarter:
    case Unit::half_year:
    case Unit::year:
      return block(day, node.unit, node.n);
    default:
      return std::nullopt;
  }
}

std::optional<Span> DateResolver::units_ahead(const DateNode& node) const {
  const int count = std::abs(node.n);
  if (count > 1000) return std::nullopt;
  const bool past = node.n < 0;
  if (node.unit == Unit::day) {
    const Day first = past ? today_ - days{count} : today_ + days{1};
    return Span{first, first + days{count - 1}, Unit::week};
  }
  if (node.unit == Unit::week || node.unit == Unit::fortnight) {
    const int weeks = node.unit == Unit::week ? count : 2 * count;
    const Day first = week_start(today_) + std::chrono::weeks{past ? -weeks : 1};
    return Span{first, first + days{7 * weeks - 1}, Unit::week};
  }
  if (months_in(node.unit) == 0) return std::nullopt;
  return block(today_, node.unit, past ? -count : 1, count);
}

Span DateResolver::weekday(const DateNode& node) const {
  const auto wanted = weekday_of(node.weekday);
  const Day after = weekday_from(today_ + days{1}, wanted);
  if (node.deictic && node.n < 0) return single(weekday_from(today_ - days{7}, wanted));
  if (node.deictic && node.n == 0) return single(weekday_from(today_, wanted));
  return single(after + std::chrono::weeks{node.weeks + (node.deictic && node.n == 2 ? 1 : 0)});
}

std::optional<Span> DateResolver::weekday_near(const DateNode& node) {
  if (node.base == 0) relative_ = true;
  const auto base = node.base != 0 ? resolve(node.base) : std::optional(single(today_));
  if (!base) return std::nullopt;
  const auto wanted = weekday_of(node.weekday);
  if (node.n > 0) return single(weekday_from(base->last + days{1}, wanted) + std::chrono::weeks{node.n - 1});
  return single(weekday_from(base->first - days{7}, wanted) + std::chrono::weeks{node.n + 1});
}

std::optional<Span> DateResolver::unit_near(const DateNode& node) {
  const auto base = resolve(node.base);
  if (!base) return std::nullopt;
  DateNode near = node;
  if (node.unit == Unit::weekend) {
    const Day saturday = node.n > 0 ? weekday_from(base->last + days{1}, std::chrono::Saturday)
                                    : weekday_from(base->first - days{8}, std::chrono::Saturday);
    return Span{saturday, saturday + days{1}, Unit::weekend};
  }
  return unit_at(near, node.n > 0 ? base->last : base->first);
}

// A month without a year may have begun too long ago and yet not ended so: then the day itself decides its year.
std::optional<Span> DateResolver::in_next_year(const DateNode& node, NodeIndex index, Nth nth) {
  const DateNode& base = tree_.nodes[node.base];
  if (base.kind != Kind::calendar || base.year != 0 || base.month == 0 || base.base != 0 || base.deictic)
    return std::nullopt;
  if (retrying_) return std::nullopt;
  retrying_ = true;
  const auto found = (this->*nth)(node, index);
  retrying_ = false;
  if (!found || found->first >= earliest_) return std::nullopt;
  const Day kept = earliest_;
  earliest_ += days{31};
  retrying_ = true;
  const auto later = (this->*nth)(node, index);
  retrying_ = false;
  earliest_ = kept;
  return later;
}

std::optional<Span> DateResolver::nth_weekday(const DateNode& node, NodeIndex index) {
  if (node.base == 0) return std::nullopt;
  const auto base = resolve(node.base);
  if (!base || base->grain < Unit::month || node.n == 0) return std::nullopt;
  if (const auto later = in_next_year(node, index, &DateResolver::nth_weekday)) return later;
  const auto wanted = weekday_of(node.weekday);
  Day day = node.n > 0 ? weekday_from(base->first, wanted) + std::chrono::weeks{node.n - 1}
                       : weekday_from(base->last - days{6}, wanted) + std::chrono::weeks{node.n + 1};
  if (day < base->first || day > base->last) return fail(Code::date_day, index);
  return single(day);
}

std::optional<Span> DateResolver::nth_unit(const DateNode& node, NodeIndex index) {
  const auto base = node.base != 0 ? resolve(node.base) : std::nullopt;
  if (!base || base->grain < Unit::week || node.n == 0) return std::nullopt;
  if (const auto later = in_next_year(node, index, &DateResolver::nth_unit)) return later;
  const auto within = [&](Span span) -> std::optional<Span> {
    const bool inside = span.first >= base->first && span.first <= base->last;
    return inside ? std::optional(span) : fail(Code::date_day, index);
  };
  if (node.unit == Unit::day) {
    return within(single(node.n > 0 ? base->first + days{node.n - 1} : base->last + days{node.n + 1}));
  }
  if (node.unit == Unit::business_day) {
    return within(single(node.n > 0 ? add_business_days(base->first - days{1}, node.n)
                                    : add_business_days(base->last + days{1}, node.n)));
  }
  if (node.unit == Unit::week || node.unit == Unit::weekend) {
    const bool whole = node.unit == Unit::week;
    const auto opening = whole ? std::chrono::Monday : std::chrono::Saturday;
    const days length{whole ? 6 : 1};
    const Day first = node.n > 0
                          ? weekday_from(base->first, opening) + std::chrono::weeks{node.n - 1}
                          : weekday_from(base->last - length - days{6}, opening) + std::chrono::weeks{node.n + 1};
    return within({first, first + length, node.unit});
  }
  if (node.unit >= base->grain || months_in(node.unit) == 0) return std::nullopt;
  if (node.n > 0) return within(block(base->first, node.unit, node.n - 1));
  return within(block(base->last, node.unit, node.n + 1));
}

// Thirds: a month's 1-10, 11-20, 21-last; a week's Monday-Tuesday, Wednesday-Thursday, Friday-Sunday.
std::optional<Span> DateResolver::part(const DateNode& node) {
  const auto base = resolve(node.base);
  if (!base) return std::nullopt;
  const int third = node.n;
  const auto cut = [&](int first, int second) -> Span {
    const Day starts[] = {base->first, base->first + days{first}, base->first + days{second}, base->last + days{1}};
    return {starts[third], starts[third + 1] - days{1}, Unit::week};
  };
  switch (base->grain) {
    case Unit::week:
      return cut(2, 4);
    case Unit::month:
      return cut(10, 20);
    case Unit::quarter:
    case Unit::half_year:
    case Unit::year: {
      const int size = months_in(base->grain) / 3;
      return months_span(month_holding(base->first) + months{third * size}, size, Unit::month);
    }
    default:
      return std::nullopt;
  }
}

std::optional<Span> DateResolver::holiday(const DateNode& node) {
  const auto which = static_cast<Holiday>(node.day);
  const auto in = [&](int year) { return day_of(which, std::chrono::year{year}); };
  if (node.year != 0) return single(in(node.year));
  if (node.base != 0) {
    const auto base = resolve(node.base);
    if (!base) return std::nullopt;
    return single(in(year_number(base->first)));
  }
  int year = year_number(node.deictic ? today_ : earliest_);
  if (!node.deictic) {
    if (in(year) < earliest_) ++year;
    return single(in(year));
  }
  relative_ = true;
  if (node.n > 0 && in(year) <= today_) ++year;
  if (node.n < 0 && in(year) >= today_) --year;
  return single(in(year));
}

// Astronomical seasons, by the usual days of their beginning.
std::optional<Span> DateResolver::season(const DateNode& node) {
  struct Start {
    unsigned month, day;
  };
  static constexpr Start starts[] = {{3, 20}, {6, 21}, {9, 22}, {12, 21}};
  const auto start = [&](int year, int which) {
    const int turn = which / 4;
    const Start& s = starts[which % 4];
    return Day{std::chrono::year{year + turn} / std::chrono::month{s.month} / std::chrono::day{s.day}};
  };
  const int which = node.day;
  const auto span = [&](int year) { return Span{start(year, which), start(year, which + 1) - days{1}, Unit::quarter}; };
  if (node.year != 0) return span(node.year);
  int year = year_number(today_) - 1;
  if (node.deictic) {
    relative_ = true;
    while (span(year).last < today_) ++year;  // the present one, or the next to come
    const bool present = span(year).first <= today_;
    if (node.n > 0) return span(present ? year + 1 : year);
    return span(node.n < 0 ? year - 1 : year);
  }
  while (span(year).first < earliest_) ++year;
  return span(year);
}

std::optional<Span> DateResolver::numbered(const DateNode& node, NodeIndex index) {
  const auto in = [&](int year) -> Span {
    if (node.kind == Kind::iso_week) {
      const Day monday = iso_week_start(year, node.n);
      return {monday, monday + days{6}, Unit::week};
    }
    const Unit unit = node.kind == Kind::quarter ? Unit::quarter : Unit::half_year;
    const int size = months_in(unit);
    return months_span(std::chrono::year{year} / std::chrono::January + months{(node.n - 1) * size}, size, unit);
  };
  const int most = node.kind == Kind::iso_week ? 53 : node.kind == Kind::quarter ? 4 : 2;
  int number = node.n;
  DateNode placed = node;
  if (number < 0) number = placed.n = most + 1 + number;
  if (number < 1 || number > most) return fail(Code::date_day, index);
  int year = node.year;
  if (node.base != 0) {
    const auto base = resolve(node.base);
    if (!base || base->grain != Unit::year) return std::nullopt;
    year = year_number(base->first);
  }
  if (node.n < 0) {
    return resolve(placed, index);
  }
  if (year == 0) {
    year = year_number(earliest_);
    while (in(year).first < earliest_) ++year;
  }
  if (node.kind == Kind::iso_week && number == 53 && in(year).first >= iso_week_start(year + 1, 1)) {
    return fail(Code::date_day, index);
  }
  return in(year);
}

std::optional<Span> DateResolver::half_month(const DateNode& node) {
  const auto base = resolve(node.base);
  if (!base) return std::nullopt;
  if (base->grain == Unit::year) return block(base->first, Unit::half_year, node.n - 1);
  if (base->grain != Unit::month) return std::nullopt;
  const Day middle = base->first + days{15};
  return node.n == 1 ? Span{base->first, middle - days{1}, Unit::week} : Span{middle, base->last, Unit::week};
}

}  // namespace jalon
