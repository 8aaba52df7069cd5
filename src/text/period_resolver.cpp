// The part of the resolver that places periods and holidays: weeks, months, quarters, seasons, and parts of them.

#include <cstdlib>

#include "base/catalogue.h"
#include "text/date_resolver.h"
#include "text/day_arithmetic.h"
#include "text/holidays.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::weeks;
using Kind = DateNode::Kind;

// Astronomical seasons, by the usual days of their beginning; the winter of a year ends in the next one.
Day season_start(int year, int season) {
  struct Start {
    unsigned month, day;
  };
  static constexpr Start starts[] = {{3, 20}, {6, 21}, {9, 22}, {12, 21}};
  const Start& start = starts[season % 4];
  const std::chrono::year turned{year + season / 4};
  return Day{turned / std::chrono::month{start.month} / std::chrono::day{start.day}};
}

Span season_span(int year, int season) {
  return {season_start(year, season), season_start(year, season + 1) - days{1}, Unit::quarter};
}

// An ISO week, a quarter or a half of a year.
Span numbered_span(Kind kind, int number, int year) {
  if (kind == Kind::iso_week) return week_of(iso_week_start(year, number));
  const Unit unit = kind == Kind::quarter ? Unit::quarter : Unit::half_year;
  const int size = months_in(unit);
  return months_span(std::chrono::year{year} / std::chrono::January + months{(number - 1) * size}, size, unit);
}

int most_of(Kind kind) {
  if (kind == Kind::iso_week) return 53;
  return kind == Kind::quarter ? 4 : 2;
}

}  // namespace

std::optional<Span> DateResolver::unit_at(const DateNode& node, Day day) const {
  const Day monday = week_start(day) + weeks{node.n};
  if (node.unit == Unit::day) return single(day + days{node.n});
  if (node.unit == Unit::week) return week_of(monday);
  if (node.unit == Unit::weekend) return weekend_of(monday);
  if (node.unit == Unit::business_day && node.n != 0) return single(add_business_days(day, node.n, work_));
  if (months_in(node.unit) == 0) return std::nullopt;
  return block(day, node.unit, node.n);
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
    const int size = node.unit == Unit::week ? count : 2 * count;
    const Day first = week_start(today_) + weeks{past ? -size : 1};
    return Span{first, first + days{7 * size - 1}, Unit::week};
  }
  if (months_in(node.unit) == 0) return std::nullopt;
  return block(today_, node.unit, past ? -count : 1, count);
}

std::optional<Span> DateResolver::unit_near(const DateNode& node) {
  const auto base = resolve(node.base);
  if (!base) return std::nullopt;
  if (node.unit != Unit::weekend) return unit_at(node, node.n > 0 ? base->last : base->first);
  const Day saturday = weekday_from(node.n > 0 ? base->last + days{1} : base->first - days{8}, std::chrono::Saturday);
  return Span{saturday, saturday + days{1}, Unit::weekend};
}

std::optional<Span> DateResolver::unit_of(const DateNode& node) {
  const auto base = resolve(node.base);
  if (!base || base->grain > Unit::week) return std::nullopt;
  const Day monday = week_start(base->first);
  return node.unit == Unit::weekend ? weekend_of(monday) : week_of(monday);
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
  if (base->grain == Unit::week) return cut(2, 4);
  if (base->grain == Unit::month) return cut(10, 20);
  const int size = months_in(base->grain) / 3;
  if (size == 0) return std::nullopt;
  return months_span(month_holding(base->first) + months{third * size}, size, Unit::month);
}

std::optional<Span> DateResolver::holiday(const DateNode& node) {
  const auto which = static_cast<Holiday>(node.day);
  const auto in = [&](int year) { return day_of(which, std::chrono::year{year}); };
  if (node.year != 0) return single(in(node.year));
  if (node.base != 0) {
    const auto base = resolve(node.base);
    return base ? std::optional(single(in(year_number(base->first)))) : std::nullopt;
  }
  int year = year_number(node.deictic ? today_ : earliest_);
  if (!node.deictic) return single(in(in(year) < earliest_ ? year + 1 : year));
  relative_ = true;
  if (node.n > 0 && in(year) <= today_) ++year;
  if (node.n < 0 && in(year) >= today_) --year;
  return single(in(year));
}

std::optional<Span> DateResolver::season(const DateNode& node) {
  const auto in = [&](int year) { return season_span(year, node.day); };
  if (node.year != 0) return in(node.year);
  int year = year_number(today_) - 1;
  if (!node.deictic) {
    while (in(year).first < earliest_) ++year;
    return in(year);
  }
  relative_ = true;
  while (in(year).last < today_) ++year;  // the present one, or the next to come
  if (node.n > 0 && in(year).first <= today_) ++year;
  return in(node.n < 0 ? year - 1 : year);
}

// Week 50, the last quarter (-1): of the year said, or the one to come.
std::optional<Span> DateResolver::numbered(const DateNode& node, NodeIndex index) {
  const int number = node.n < 0 ? most_of(node.kind) + 1 + node.n : node.n;
  if (number < 1 || number > most_of(node.kind)) return fail(Code::date_day, index);
  int year = node.year;
  if (node.base != 0) {
    const auto base = resolve(node.base);
    if (!base || base->grain != Unit::year) return std::nullopt;
    year = year_number(base->first);
  }
  if (year == 0) {
    year = year_number(earliest_);
    while (numbered_span(node.kind, number, year).first < earliest_) ++year;
  }
  const Span span = numbered_span(node.kind, number, year);
  const bool beyond = node.kind == Kind::iso_week && number == 53 && span.first >= iso_week_start(year + 1, 1);
  return beyond ? fail(Code::date_day, index) : std::optional(span);
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
