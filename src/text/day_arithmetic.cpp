#include "text/day_arithmetic.h"

#include <algorithm>
#include <cstdlib>

namespace jalon {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
      return 3;
    case Unit::half_year:
      return 6;
    case Unit::year:
      return 12;
    default:
      return 0;
  }
}

Day week_start(Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

Day iso_week_start(int year, int week) {
  return week_start(Day{std::chrono::year{year} / 1 / 4}) + std::chrono::weeks{week - 1};
}

Day add_months(Day day, int count) {
  const year_month_day date{day};
  const year_month_day moved = date + months{count};
  return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / std::chrono::last};
}

Day add_business_days(Day day, int count, const WorkDays& work) {
  constexpr int most_days = 40'000;  // where hardly a day is worked
  const days step{count < 0 ? -1 : 1};
  int left = std::min(std::abs(count), 5000);
  for (int passed = 0; left > 0 && passed < most_days; ++passed) {
    day += step;
    if (work.is_worked(day)) --left;
  }
  return day;
}

std::optional<Day> add_units(Day day, Unit unit, int n, const WorkDays& work) {
  if (n > 100000 || n < -100000) return std::nullopt;
  switch (unit) {
    case Unit::day:
      return day + days{n};
    case Unit::business_day:
      return add_business_days(day, n, work);
    case Unit::week:
      return day + std::chrono::weeks{n};
    case Unit::fortnight:
      return day + std::chrono::weeks{2 * n};
    case Unit::month:
    case Unit::quarter:
    case Unit::half_year:
    case Unit::year:
      return n > 2400 || n < -2400 ? std::nullopt : std::optional(add_months(day, n * months_in(unit)));
    default:
      return std::nullopt;
  }
}

}  // namespace jalon
