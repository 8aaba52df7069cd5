#include "text/date_resolver.h"

#include <algorithm>
#include <cstdlib>

#include "base/catalogue.h"
#include "text/day_arithmetic.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using Kind = DateNode::Kind;

// For a month alone its 28th: it counts as to come until its last day is more than three months gone.
std::chrono::month_day month_day_of(const DateNode& node) {
  const int day = node.day == 0 ? 28 : std::clamp(node.day, 1, 31);
  return std::chrono::month{static_cast<unsigned>(node.month)} / day;
}

// «Du mois»: the present unit, which nothing but «du» says.
bool is_plain_present(const DateNode& node) { return node.kind == Kind::unit_at && node.n == 0 && !node.deictic; }

}  // namespace

DateResolver::DateResolver(const DateTree& tree, const PhraseContext& context)
    : tree_(tree),
      work_(context.work_days != nullptr ? *context.work_days : WorkDays::usual()),
      today_(std::chrono::floor<days>(context.as_of)),
      earliest_(add_months(today_, -3)) {}

std::nullopt_t DateResolver::fail(Code code, NodeIndex node, std::vector<Argument> arguments) {
  if (!fault_) fault_ = DateFault{code, node, std::move(arguments)};
  return std::nullopt;
}

// The year said, or else the first that does not put the day before the earliest one.
int DateResolver::year_for(const DateNode& node) const {
  if (node.year != 0) return node.year;
  const year_month_day limit{earliest_};
  const int year = static_cast<int>(limit.year());
  return month_day_of(node) < limit.month() / limit.day() ? year + 1 : year;
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
      return unit_at(is_plain_present(node) ? later(node) : node, today_);
    case Kind::units_ahead:
      relative_ = true;
      return units_ahead(node);
    case Kind::weekday:
      relative_ = true;
      return weekday(node);
    case Kind::weekday_in:
      return weekday_in(node);
    case Kind::weekday_near:
      return weekday_near(node);
    case Kind::unit_near:
      return unit_near(node);
    case Kind::nth_weekday:
      return to_come(node, index, &DateResolver::nth_weekday);
    case Kind::nth_unit:
      return to_come(node, index, &DateResolver::nth_unit);
    case Kind::part:
      return part(node);
    case Kind::holiday:
      return holiday(node);
    case Kind::unit_of:
      return unit_of(node);
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
  if (node.is_calendar_day() && node.month == 0) today_ = from;
  const bool kept_relative = relative_;
  const auto found = resolve(node, index);
  if (node.kind == Kind::weekday) relative_ = kept_relative;
  today_ = kept_today;
  earliest_ = kept_earliest;
  return found;
}

std::optional<Span> DateResolver::calendar(const DateNode& node, NodeIndex index) {
  if (node.month == 0 && node.day == 0) return year_of(node);
  if (node.month > 12) return fail(Code::date_day, index);
  if (node.month == 0) return day_of_month(node, index);
  if (node.day == 0) return month_of(node);
  if (node.short_year && !is_likely_year(node)) return std::nullopt;
  if (const auto named = year_first(node)) return named;
  return checked_day(node, index, node.deictic ? deictic_year(node) : year_for(node));
}

std::optional<Span> DateResolver::year_of(const DateNode& node) {
  if (node.year == 0) return std::nullopt;
  return months_span(std::chrono::year{node.year} / std::chrono::January, 12, Unit::year);
}

// 4 décembre 26: the year that such a day has without one, or one not far in which its weekday is right.
bool DateResolver::is_likely_year(const DateNode& node) const {
  DateNode open = node;
  open.year = 0;
  if (year_for(open) == node.year) return true;
  const std::chrono::year_month_day date = std::chrono::year{node.year} / node.month / node.day;
  const bool near = std::abs(node.year - static_cast<int>(year_month_day{today_}.year())) <= 5;
  return near && node.weekday >= 0 && date.ok() && std::chrono::weekday{Day{date}} == weekday_of(node.weekday);
}

// 26-12-04 with the year first, where that is nearer than the other way.
std::optional<Span> DateResolver::year_first(const DateNode& node) const {
  if (node.year_month_day == 0) return std::nullopt;
  const int said = node.year_month_day;
  const year_month_day first = std::chrono::year{2000 + said / 10000} / (said / 100 % 100) / (said % 100);
  const year_month_day last = std::chrono::year{node.year} / node.month / node.day;
  if (!first.ok()) return std::nullopt;
  const auto distance = [&](Day day) { return std::chrono::abs(day - today_); };
  if (last.ok() && distance(Day{last}) <= distance(Day{first})) return std::nullopt;
  const bool right = node.weekday < 0 || std::chrono::weekday{Day{first}} == weekday_of(node.weekday);
  return right ? std::optional(single(Day{first})) : std::nullopt;
}

// «Le 3 décembre prochain»: after as-of; last December 3: before it.
int DateResolver::deictic_year(const DateNode& node) {
  relative_ = true;
  const year_month_day here{today_};
  const auto today = here.month() / here.day();
  const int year = static_cast<int>(here.year());
  if (node.n > 0 && month_day_of(node) <= today) return year + 1;
  return node.n < 0 && month_day_of(node) >= today ? year - 1 : year;
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
  int year = 0;
  if (node.base != 0) {
    const auto base = resolve(node.base);
    if (!base) return std::nullopt;
    year = year_number(base->first);
  } else if (node.deictic) {
    year = deictic_year_of_month(node);
  } else {
    year = year_for(node);
  }
  return months_span(std::chrono::year{year} / node.month, 1, Unit::month);
}

int DateResolver::deictic_year_of_month(const DateNode& node) {
  relative_ = true;
  if (node.n == 0) return year_for(node);
  const int year = year_number(today_), here = month_number(today_);
  if (node.n > 0) return node.month <= here ? year + 1 : year;
  return node.month >= here ? year - 1 : year;
}

std::optional<Span> DateResolver::base_or_today(const DateNode& node) {
  if (node.base != 0) return resolve(node.base);
  relative_ = true;
  return single(today_);
}

std::optional<Span> DateResolver::counted(const DateNode& node) {
  const auto base = base_or_today(node);
  if (!base) return std::nullopt;
  auto day = add_units(node.n < 0 ? base->first : base->last, node.unit, node.n, work_);
  if (day && node.more != 0) day = add_units(*day, node.more_unit, node.more, work_);
  return day ? std::optional(single(*day)) : std::nullopt;
}

Span DateResolver::weekday(const DateNode& node) const {
  const auto wanted = weekday_of(node.weekday);
  const Day after = weekday_from(today_ + days{1}, wanted);
  if (node.deictic && node.n < 0) return single(weekday_from(today_ - days{7}, wanted));
  if (node.deictic && node.n == 0) return single(weekday_from(today_, wanted));
  return single(after + std::chrono::weeks{node.weeks + (node.deictic && node.n == 2 ? 1 : 0)});
}

std::optional<Span> DateResolver::weekday_in(const DateNode& node) {
  const auto base = resolve(node.base);
  if (!base) return std::nullopt;
  return single(weekday_from(week_start(base->first), weekday_of(node.weekday)));
}

std::optional<Span> DateResolver::weekday_near(const DateNode& node) {
  const auto base = base_or_today(node);
  if (!base) return std::nullopt;
  const auto wanted = weekday_of(node.weekday);
  if (node.n > 0) return single(weekday_from(base->last + days{1}, wanted) + std::chrono::weeks{node.n - 1});
  return single(weekday_from(base->first - days{7}, wanted) + std::chrono::weeks{node.n + 1});
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

// «Le 15 du mois», when the 15th is past, is that of the next month: as all days are that say no month.
std::optional<Span> DateResolver::to_come(const DateNode& node, NodeIndex index, Nth nth) {
  const auto found = (this->*nth)(node, index);
  const bool open = node.base != 0 ? is_plain_present(tree_.nodes[node.base]) : node.unit == Unit::business_day;
  if (!found || !open || past_days_ == PastDays::present || found->last >= today_) return found;
  ++later_;
  const auto next = (this->*nth)(node, index);
  --later_;
  return next;
}

DateNode DateResolver::later(DateNode node) const {
  node.n += later_;
  return node;
}

std::optional<Span> DateResolver::nth_unit(const DateNode& node, NodeIndex index) {
  DateNode month;  // «le dernier jour ouvrable»: of the month
  month.unit = Unit::month;
  const bool of_the_month = node.base == 0 && node.unit == Unit::business_day && node.n == -1;
  if (of_the_month) relative_ = true;
  const auto base = node.base != 0 ? resolve(node.base) : of_the_month ? unit_at(later(month), today_) : std::nullopt;
  if (!base || base->grain < Unit::week || node.n == 0) return std::nullopt;
  if (const auto later = in_next_year(node, index, &DateResolver::nth_unit)) return later;
  const auto span = nth_within(node, *base);
  if (!span) return std::nullopt;
  const bool inside = span->first >= base->first && span->first <= base->last;
  return inside ? span : fail(Code::date_day, index);
}

// The nth of its unit from the start of a stretch, or from its end.
std::optional<Span> DateResolver::nth_within(const DateNode& node, const Span& base) const {
  const bool forward = node.n > 0;
  if (node.unit == Unit::day) return single(forward ? base.first + days{node.n - 1} : base.last + days{node.n + 1});
  if (node.unit == Unit::business_day) {
    return single(add_business_days(forward ? base.first - days{1} : base.last + days{1}, node.n, work_));
  }
  if (node.unit == Unit::week || node.unit == Unit::weekend) return nth_week(node, base);
  if (node.unit >= base.grain || months_in(node.unit) == 0) return std::nullopt;
  return forward ? block(base.first, node.unit, node.n - 1) : block(base.last, node.unit, node.n + 1);
}

Span DateResolver::nth_week(const DateNode& node, const Span& base) {
  const bool whole = node.unit == Unit::week;
  const auto opening = whole ? std::chrono::Monday : std::chrono::Saturday;
  const days length{whole ? 6 : 1};
  const Day first = node.n > 0 ? weekday_from(base.first, opening) + std::chrono::weeks{node.n - 1}
                               : weekday_from(base.last - length - days{6}, opening) + std::chrono::weeks{node.n + 1};
  return {first, first + length, node.unit};
}

}  // namespace jalon
