// The part of the resolver that makes recurrences: which days, from when, until when, at what time.

#include <algorithm>
#include <utility>

#include "base/catalogue.h"
#include "text/day_arithmetic.h"
#include "text/holidays.h"
#include "text/phrase_resolver.h"
#include "text/range_ends.h"
#include "text/recurrences.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Kind = DateNode::Kind;

void add_weekdays(Recurrence& rule, std::uint8_t mask) {
  for (int i = 1; i <= 7; ++i) {  // Monday first, as weeks run
    if ((mask >> (i % 7) & 1U) != 0) rule.by_day.push_back({0, weekday_of(i % 7)});
  }
}

void add_days(Recurrence& rule, std::uint32_t bits) {
  for (int day = 1; day <= 31; ++day) {
    if ((bits >> day & 1U) != 0) rule.by_month_day.push_back(static_cast<std::int8_t>(day));
  }
}

void add_nth_business_day(Recurrence& rule, int nth, const WorkDays& work_days) {
  add_weekdays(rule, work_days.weekdays());
  rule.by_set_position.push_back(static_cast<std::int16_t>(nth));
}

void add_nth_weekdays(Recurrence& rule, std::uint32_t nths, int weekday) {
  for (int nth = 1; nth <= 5; ++nth) {
    if ((nths >> nth & 1U) != 0) rule.by_day.push_back({static_cast<std::int8_t>(nth), weekday_of(weekday)});
  }
  if ((nths & 1U) != 0) rule.by_day.push_back({-1, weekday_of(weekday)});
}

bool says_days(const Recurrence& rule) {
  return !rule.by_day.empty() || !rule.by_month_day.empty() || !rule.by_month.empty();
}

void set_frequency(Recurrence& rule, Unit unit, int interval) {
  int scale = 1;
  switch (unit) {
    case Unit::day:
      rule.frequency = Frequency::daily;
      break;
    case Unit::week:
      rule.frequency = Frequency::weekly;
      break;
    case Unit::quarter:
      scale = 3;
      rule.frequency = Frequency::monthly;
      break;
    case Unit::half_year:
      scale = 6;
      rule.frequency = Frequency::monthly;
      break;
    case Unit::year:
      rule.frequency = Frequency::yearly;
      break;
    default:
      rule.frequency = Frequency::monthly;
      break;
  }
  rule.interval = static_cast<std::uint16_t>(std::clamp(interval * scale, 1, 1000));
}

}  // namespace

// A range whose ends are days; its first end may carry the hour of the whole series.
bool PhraseResolver::range_of_days() const {
  const Point& second = phrase_.second;
  return phrase_.range && !second.timed() && (second.date != 0 || second.day);
}

// The hours of a point: of its time, for as long as the phrase says, or of its part of the day.
std::optional<PhraseResolver::Times> PhraseResolver::times_at(const Point& point) {
  if (!point.has_time()) return Times{point.part.begin, point.part.end};
  const auto minute = minute_of(point);
  if (!minute) return std::nullopt;
  const bool lasts = phrase_.has_length && phrase_.length.unit == Unit::minute;
  return Times{*minute,
               *minute + (lasts ? phrase_.length.minutes : static_cast<int>(context_.default_duration.count()))};
}

std::optional<PhraseResolver::Times> PhraseResolver::times_between(Point& begin, Point& finish) {
  const auto one_day = time_range(begin, finish, dates_.today(), std::nullopt);
  if (!one_day) return std::nullopt;
  return Times{static_cast<int>((one_day->start - dates_.today()) / minutes{1}),
               static_cast<int>((one_day->end - dates_.today()) / minutes{1})};
}

// When in the day the series takes place; {-1, -1} all day.
std::optional<PhraseResolver::Times> PhraseResolver::times_of_series() {
  Point& first = phrase_.first;
  if (phrase_.has_hours && !phrase_.closing.empty()) return times_between(phrase_.opening, phrase_.closing);
  if (phrase_.has_hours) return times_at(phrase_.opening);
  if (phrase_.range && !range_of_days()) {
    if (!settle_ends(tree_, first, phrase_.second)) return std::nullopt;
    return times_between(first, phrase_.second);
  }
  const Point& point = phrase_.bounded && phrase_.limit.date == 0 && phrase_.limit.timed() ? phrase_.limit : first;
  if (point.timed()) return times_at(point);
  if (!phrase_.limit.due && !first.due) return Times{};
  const int end_of_day = static_cast<int>(context_.end_of_day.count());
  return Times{end_of_day, end_of_day};
}

// «Chaque lundi de décembre», every day this week: the series runs within a period, the present one from as-of on.
bool PhraseResolver::limit_to_period(Recurrence& rule, Day& from) {
  const NodeIndex index = phrase_.first.date;
  const DateNode& node = tree_.nodes[index];
  const bool month_or_year = node.kind == Kind::calendar && node.day == 0;
  const bool other = node.kind == Kind::unit_at || node.kind == Kind::units_ahead || node.kind == Kind::part ||
                     node.kind == Kind::unit_of || node.kind == Kind::iso_week || node.kind == Kind::quarter ||
                     node.kind == Kind::season;
  if (index == 0 || rule.frequency == Frequency::yearly || (!month_or_year && !other)) return false;
  const auto span = dates_.resolve(index);
  const Unit least = rule.frequency == Frequency::monthly ? Unit::quarter : Unit::weekend;
  if (!span || span->grain < least) return false;
  const bool present = node.kind == Kind::unit_at && node.n == 0;
  from = present ? std::max(dates_.today(), span->first) : span->first;
  rule.until = span->last;
  phrase_.first.date = 0;
  return true;
}

// From which day the series runs, and until when.
bool PhraseResolver::series_bounds(Recurrence& rule, Day& from) {
  from = dates_.today();
  if (phrase_.has_starting) {
    const auto start = phrase_.starting.date != 0 ? dates_.resolve(phrase_.starting.date) : std::nullopt;
    if (!start) return false;
    from = start->first;
    if (phrase_.starting.has_time() && !phrase_.first.has_time()) phrase_.first.time = phrase_.starting.time;
  } else if (!limit_to_period(rule, from)) {
    relative_ = true;
  }
  if (range_of_days()) {  // every day from Dec 3 to Dec 7
    if (!settle_ends(tree_, phrase_.first, phrase_.second)) return false;
    share_dates(tree_, phrase_.first, phrase_.second);
    const auto start = phrase_.first.date != 0 ? dates_.resolve(phrase_.first.date) : std::nullopt;
    const auto end = start && phrase_.second.date != 0 ? span_after(phrase_.second, start->first) : std::nullopt;
    if (!end) return false;
    from = start->first;
    rule.until = end->last;
    phrase_.first.date = 0;
  }
  if (phrase_.bounded && phrase_.limit.date != 0) {
    const DateNode& limit = tree_.nodes[phrase_.limit.date];
    const bool of_each = limit.kind == Kind::calendar && limit.month == 0 && limit.weekday < 0 && limit.year == 0;
    if (of_each && phrase_.bound != Bound::until) return true;  // avant le 5 de chaque mois: a deadline
    const auto span = phrase_.has_starting ? span_after(phrase_.limit, from) : dates_.resolve(phrase_.limit.date);
    if (!span) return false;
    rule.until = phrase_.bound == Bound::before && !(limit.kind == Kind::part && limit.n == 2) ? span->first - days{1}
                                                                                               : span->last;
    phrase_.bounded = false;
  }
  rule.count = static_cast<std::uint16_t>(phrase_.count);
  return true;
}

bool PhraseResolver::holiday_days(Recurrence& rule, int holiday) {
  const HolidayRule& days_of = rule_of(static_cast<Holiday>(holiday));
  rule.by_month.push_back(static_cast<std::uint8_t>(days_of.month));
  if (days_of.kind == HolidayRule::Kind::fixed) {
    rule.by_month_day.push_back(days_of.day);
    return true;
  }
  if (days_of.kind != HolidayRule::Kind::nth_weekday || days_of.shift != 0) return false;
  rule.by_day.push_back({days_of.nth, weekday_of(days_of.weekday)});
  return true;
}

// What a date beside the recurrence says of its days: every year on Dec 24, le 15 de chaque mois.
bool PhraseResolver::days_from_node(Recurrence& rule, const DateNode& node) {
  const bool monthly = rule.frequency == Frequency::monthly, yearly = rule.frequency == Frequency::yearly;
  const DateNode* base = node.base != 0 ? &tree_.nodes[node.base] : nullptr;
  const bool named_month = base != nullptr && base->kind == Kind::calendar && base->day == 0 && base->year == 0;
  const bool any_month = base == nullptr || (base->kind == Kind::unit_at && base->n == 0);
  switch (node.kind) {
    case Kind::weekday:
      if (node.deictic && node.n == -1 && monthly) {  // «le dernier vendredi» of each
        rule.by_day.push_back({-1, weekday_of(node.weekday)});
        return true;
      }
      if (node.deictic || node.weeks != 0 || rule.frequency != Frequency::weekly) return false;
      rule.by_day.push_back({0, weekday_of(node.weekday)});
      return true;
    case Kind::calendar:
      if (node.year != 0 || node.deictic || node.base != 0 || node.day > 31) return false;
      if (monthly && node.month == 0 && node.weekday < 0) {
        rule.by_month_day.push_back(static_cast<std::int8_t>(node.day));
        return node.day >= 1;
      }
      if (!yearly || node.month == 0) return false;
      rule.by_month.push_back(static_cast<std::uint8_t>(node.month));
      if (node.day != 0) rule.by_month_day.push_back(static_cast<std::int8_t>(node.day));
      return node.day >= 0;
    case Kind::day_list:
      add_days(rule, node.days);
      return monthly;
    case Kind::holiday:
      return yearly && node.year == 0 && !node.deictic && holiday_days(rule, node.day);
    case Kind::nth_weekday:
      if (node.days != 0) {
        add_nth_weekdays(rule, node.days, node.weekday);
        return monthly;
      }
      if (yearly && named_month) rule.by_month.push_back(static_cast<std::uint8_t>(base->month));
      rule.by_day.push_back({static_cast<std::int8_t>(node.n), weekday_of(node.weekday)});
      return (monthly && any_month) || (yearly && named_month);
    case Kind::unit_at: {  // «le dernier jour» of each
      if (node.n != -1 || !node.deictic) return false;
      DateNode last = node;
      last.kind = Kind::nth_unit;
      return days_from_node(rule, last);
    }
    case Kind::nth_unit:
      if (!monthly || !any_month) return false;
      if (rule.interval == 3) quarter_month_ = node.n < 0 ? 3 : 1;
      if (node.unit == Unit::business_day) {
        add_nth_business_day(rule, node.n, work_days());
        return true;
      }
      rule.by_month_day.push_back(static_cast<std::int8_t>(node.n));
      return node.unit == Unit::day && node.n >= -31 && node.n <= 31;
    default:
      return false;
  }
}

bool PhraseResolver::series_days(Recurrence& rule, Day from) {
  const RecurrenceNode& node = phrase_.recurrence;
  const unsigned worked = node.on_work_days ? work_days().weekdays() : 0U;
  add_weekdays(rule, static_cast<std::uint8_t>(node.weekdays | worked));
  add_days(rule, node.days);
  if (node.month != 0) rule.by_month.push_back(static_cast<std::uint8_t>(node.month));
  if (node.holiday >= 0 && !holiday_days(rule, node.holiday)) return false;
  if (node.nth_weekdays != 0) {
    add_nth_weekdays(rule, node.nth_weekdays, node.weekday_of_nth);
  } else if (node.weekday_of_nth >= 0) {
    rule.by_day.push_back({static_cast<std::int8_t>(node.nth), weekday_of(node.weekday_of_nth)});
  } else if (node.nth != 0 && node.nth_unit == Unit::business_day) {
    add_nth_business_day(rule, node.nth, work_days());
  } else if (node.nth != 0) {
    if (node.unit == Unit::quarter) quarter_month_ = node.nth < 0 ? 3 : 1;
    rule.by_month_day.push_back(static_cast<std::int8_t>(node.nth));
  }
  const NodeIndex beside = phrase_.first.date;
  if (beside != 0) {
    if (says_days(rule) || !days_from_node(rule, tree_.nodes[beside])) return false;
  }
  if (phrase_.bounded && phrase_.limit.date != 0) {  // before the 5th of each month
    if (says_days(rule) || rule.frequency != Frequency::monthly) return false;
    const int day = tree_.nodes[phrase_.limit.date].day - (phrase_.bound == Bound::before ? 1 : 0);
    if (day < 1 || day > 31) return false;
    rule.by_month_day.push_back(static_cast<std::int8_t>(day));
  }
  if (!says_days(rule)) default_days(rule, from);
  return true;
}

// A series that names no day takes those of its start.
void PhraseResolver::default_days(Recurrence& rule, Day from) const {
  const std::chrono::year_month_day date{from};
  if (rule.frequency == Frequency::weekly) rule.by_day.push_back({0, std::chrono::weekday{from}});
  if (rule.frequency == Frequency::yearly) {
    rule.by_month.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(date.month())));
  }
  if (rule.frequency == Frequency::yearly || rule.frequency == Frequency::monthly) {
    rule.by_month_day.push_back(static_cast<std::int8_t>(static_cast<unsigned>(date.day())));
  }
}

// Takes the weekdays that are excepted out of those of the rule; false where the rule cannot say it so.
bool PhraseResolver::leave_weekdays(Recurrence& rule) {
  const std::uint8_t excepted = phrase_.excepted_weekdays;
  if (excepted == 0) return true;
  const auto is_excepted = [&](const NthWeekday& day) { return (excepted >> day.weekday.c_encoding() & 1U) != 0; };
  if (rule.frequency == Frequency::daily && !says_days(rule)) {
    add_weekdays(rule, static_cast<std::uint8_t>(~excepted & 0b1111111U));
    if (rule.interval == 1) rule.frequency = Frequency::weekly;
  } else {
    const std::size_t said = rule.by_day.size();
    rule.by_day.erase(std::remove_if(rule.by_day.begin(), rule.by_day.end(), is_excepted), rule.by_day.end());
    const bool weekly =
        rule.frequency == Frequency::weekly && (phrase_.recurrence.weekdays != 0 || phrase_.recurrence.on_work_days);
    if (!weekly || rule.by_day.size() == said) return false;
  }
  if (rule.by_day.empty()) fail(Code::date_empty, phrase_.limit, {});
  return !rule.by_day.empty();
}

// «Avant chaque vendredi»: due on Thursdays.
bool PhraseResolver::move_to_day_before(Recurrence& rule) {
  if (rule.frequency != Frequency::weekly) return false;
  std::uint8_t mask = 0;
  for (const NthWeekday& day : std::exchange(rule.by_day, {})) {
    mask = static_cast<std::uint8_t>(mask | 1U << (day.weekday - days{1}).c_encoding());
  }
  add_weekdays(rule, mask);
  return mask != 0;
}

bool PhraseResolver::exceptions(Recurrence& rule, Day first) {
  for (std::size_t i = 0; i < phrase_.exception_count; ++i) {
    const auto& [one, other] = phrase_.exceptions[i];
    const NodeIndex base = tree_.nodes[one].base;
    const bool of_each = base != 0 && tree_.nodes[base].kind == Kind::unit_at && !tree_.nodes[base].deictic;
    if (of_each) return false;  // sauf le 1er du mois
    const auto span = dates_.resolve_from(tree_.nodes[one], one, first);
    const auto end = span && other != 0 ? dates_.resolve_from(tree_.nodes[other], other, span->first) : span;
    if (!end || end->last < span->first || end->last - span->first > days{400}) return false;
    const std::size_t before = rule.exceptions.size();
    for (Day day = span->first; day <= end->last; day += days{1}) {
      if (fits(rule, day)) rule.exceptions.push_back(day);
    }
    const DateNode& node = tree_.nodes[one];
    const bool lone_day = node.is_calendar_day() && node.month == 0;
    if (lone_day && rule.exceptions.size() == before) return false;  // the 25th of a month that nothing says
  }
  std::sort(rule.exceptions.begin(), rule.exceptions.end());
  rule.exceptions.erase(std::unique(rule.exceptions.begin(), rule.exceptions.end()), rule.exceptions.end());
  return true;
}

bool PhraseResolver::has_instance(const Recurrence& rule, Day first) const {
  std::optional<Day> day = first;
  const std::size_t most = rule.count > 0 ? rule.count : rule.exceptions.size() + 1;
  for (std::size_t i = 0; i < most && day && *day <= rule.until; ++i) {
    if (!std::binary_search(rule.exceptions.begin(), rule.exceptions.end(), *day)) return true;
    day = next_instance(rule, first, *day);
  }
  return false;
}

std::optional<When> PhraseResolver::recurring() {
  Recurrence rule;
  set_frequency(rule, phrase_.recurrence.unit, phrase_.recurrence.interval);
  Day from;
  if (!series_bounds(rule, from) || !series_days(rule, from)) return std::nullopt;
  return series(std::move(rule), from);
}

// The series of a rule whose days are said, from a day on: its first instance, its hours, its exceptions.
std::optional<When> PhraseResolver::series(Recurrence rule, Day from) {
  if (!leave_weekdays(rule)) return std::nullopt;
  const auto times = times_of_series();
  if (!times) return std::nullopt;
  const bool day_before = phrase_.bounded && phrase_.bound == Bound::before && phrase_.limit.date == 0;
  if (day_before && times->start < 0 && !move_to_day_before(rule)) return std::nullopt;
  auto first = first_instance(rule, from);
  while (first && quarter_month_ != 0) {
    const auto month = static_cast<unsigned>(std::chrono::year_month_day{*first}.month());
    if ((month - 1) % 3 + 1 == static_cast<unsigned>(quarter_month_)) break;
    first = first_instance(rule, *first + days{1});
  }
  if (!first || *first > rule.until) return fail(Code::date_empty, phrase_.limit, {});
  if (phrase_.has_length && phrase_.length.unit != Unit::minute) {  // for 5 weeks: how long the series runs
    const auto end = add_units(*first, phrase_.length.unit, phrase_.length.n, work_days());
    if (!end || rule.until != Day::max() || rule.count > 0) return std::nullopt;
    rule.until = *end - days{1};
  }
  if (!exceptions(rule, *first)) return std::nullopt;
  if (!has_instance(rule, *first)) return fail(Code::date_empty, phrase_.limit, {});
  When result;
  const bool due = phrase_.bounded || phrase_.first.due;
  result.kind = due ? WhenKind::deadline : WhenKind::event;
  result.timed = times->start >= 0;
  result.start = *first + minutes{std::max(times->start, 0)};
  result.end = result.timed && !due ? *first + minutes{times->end} : result.start;
  const RecurrenceNode& node = phrase_.recurrence;
  if (!result.timed && node.month != 0 && node.days == 0 && node.nth == 0) return std::nullopt;  // every January
  result.recurrence = std::make_shared<const Recurrence>(std::move(rule));
  return result;
}

}  // namespace jalon
