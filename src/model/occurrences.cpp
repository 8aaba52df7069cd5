#include "model/occurrences.h"

#include <algorithm>

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;
using Days = std::vector<Day>;

Day first_of(std::chrono::year_month month) { return Day{month / 1}; }
Day last_of(std::chrono::year_month month) { return Day{month / std::chrono::last}; }
std::chrono::year_month month_of(Day day) {
  const year_month_day date{day};
  return date.year() / date.month();
}
Day monday_of(Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

template <class List, class Value>
bool contains(const List& list, Value value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool fits_month(const Recurrence& rule, Day day) {
  return rule.by_month.empty() || contains(rule.by_month, static_cast<unsigned>(year_month_day{day}.month()));
}

bool fits_month_day(const Recurrence& rule, Day day) {
  if (rule.by_month_day.empty()) return true;
  const int from_start = static_cast<int>((day - first_of(month_of(day))).count()) + 1;
  const int from_end = static_cast<int>((day - last_of(month_of(day))).count()) - 1;
  return contains(rule.by_month_day, from_start) || contains(rule.by_month_day, from_end);
}

DayRange month_around(Day day) { return {first_of(month_of(day)), last_of(month_of(day))}; }

DayRange year_around(Day day) {
  const std::chrono::year year = year_month_day{day}.year();
  return {Day{year / 1 / 1}, Day{year / 12 / 31}};
}

// One after the other: the days, weeks, months or years in which the rule is looked at.
class Periods {
 public:
  Periods(const Recurrence& rule, Day start) : rule_(rule), start_(start) {}

  DayRange at(long index) const {
    const long steps = index * rule_.interval;
    switch (rule_.frequency) {
      case Frequency::daily:
        return {start_ + days{steps}, start_ + days{steps}};
      case Frequency::weekly: {
        const Day monday = monday_of(start_) + days{7 * steps};
        return {monday, monday + days{6}};
      }
      case Frequency::monthly: {
        const std::chrono::year_month month = month_of(start_) + months{static_cast<int>(steps)};
        return {first_of(month), last_of(month)};
      }
      case Frequency::yearly:
        break;
    }
    return year_around(Day{(year_month_day{start_}.year() + years{static_cast<int>(steps)}) / 1 / 1});
  }

  // One that is not after the period of `day`, and not far before.
  long near(Day day) const {
    static constexpr long longest[] = {1, 7, 31, 366};
    const long length = longest[static_cast<std::size_t>(rule_.frequency)] * rule_.interval;
    return std::max(0L, static_cast<long>((day - start_).count()) / length - 1);
  }

 private:
  const Recurrence& rule_;
  Day start_;
};

// What the rule leaves to the first day of the series: its weekday, its number in the month, its month.
bool fits_start(const Recurrence& rule, Day day, Day start) {
  if (!rule.by_day.empty() || !rule.by_month_day.empty()) return true;
  const year_month_day date{day}, first{start};
  switch (rule.frequency) {
    case Frequency::daily:
      return true;
    case Frequency::weekly:
      return std::chrono::weekday{day} == std::chrono::weekday{start};
    case Frequency::monthly:
      return date.day() == first.day();
    case Frequency::yearly:
      return date.day() == first.day() && (!rule.by_month.empty() || date.month() == first.month());
  }
  return true;
}

// An nth weekday of a yearly rule is one of the year, unless the rule names months.
DayRange counted_in(const Recurrence& rule, Day day) {
  return rule.frequency == Frequency::yearly && rule.by_month.empty() ? year_around(day) : month_around(day);
}

bool fits_weekday(const Recurrence& rule, const NthWeekday& wanted, Day day) {
  if (std::chrono::weekday{day} != wanted.weekday) return false;
  if (wanted.nth == 0) return true;
  const DayRange whole = counted_in(rule, day);
  return wanted.nth > 0 ? (day - whole.first).count() / 7 + 1 == wanted.nth
                        : (whole.last - day).count() / 7 + 1 == -wanted.nth;
}

bool fits_weekdays(const Recurrence& rule, Day day) {
  return rule.by_day.empty() || std::any_of(rule.by_day.begin(), rule.by_day.end(),
                                            [&](const NthWeekday& wanted) { return fits_weekday(rule, wanted, day); });
}

bool fits(const Recurrence& rule, Day day, Day start) {
  return fits_month(rule, day) && fits_month_day(rule, day) && fits_start(rule, day, start) && fits_weekdays(rule, day);
}

Days at_positions(const Days& all, const std::vector<std::int16_t>& positions) {
  Days chosen;
  for (const int position : positions) {
    const auto index = position > 0 ? position - 1 : static_cast<int>(all.size()) + position;
    if (index >= 0 && index < static_cast<int>(all.size())) chosen.push_back(all[static_cast<std::size_t>(index)]);
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

Days days_in(const Recurrence& rule, Day start, DayRange period) {
  Days found;
  for (Day day = period.first; day <= period.last; day += days{1}) {
    if (fits(rule, day, start)) found.push_back(day);
  }
  return rule.by_set_position.empty() ? found : at_positions(found, rule.by_set_position);
}

}  // namespace

std::vector<Day> occurrences(const Recurrence& rule, Day start, DayRange range) {
  const Day last = std::min(range.last, rule.until);
  const Periods periods(rule, start);
  Days result;
  std::size_t counted = 0;
  for (long i = rule.count == 0 ? periods.near(range.first) : 0; periods.at(i).first <= last; ++i) {
    for (const Day day : days_in(rule, start, periods.at(i))) {
      if (day < start) continue;
      if (day > last || (rule.count > 0 && ++counted > rule.count)) return result;
      if (day >= range.first && !contains(rule.exceptions, day)) result.push_back(day);
    }
  }
  return result;
}

}  // namespace jalon
