// Days and stretches of days. Pure.
#pragma once

#include <chrono>

#include "jalon/when.h"
#include "text/terms.h"

namespace jalon {

// Days from first to last, both included; `grain` tells a day from a week, a month …
struct Span {
  Day first;
  Day last;
  Unit grain = Unit::day;
};

inline Span single(Day day) { return {day, day, Unit::day}; }
inline Span week_of(Day monday) { return {monday, monday + std::chrono::days{6}, Unit::week}; }
inline Span weekend_of(Day monday) {
  return {monday + std::chrono::days{5}, monday + std::chrono::days{6}, Unit::weekend};
}
Span months_span(std::chrono::year_month first, int count, Unit grain);
// The month, quarter … that holds a day, `n` of them later.
Span block(Day day, Unit unit, int n, int count = 1);

std::chrono::year_month month_holding(Day day);
int year_number(Day day);
int month_number(Day day);
inline std::chrono::weekday weekday_of(int number) { return std::chrono::weekday{static_cast<unsigned>(number)}; }
// The first day from `day` on that is such a weekday.
inline Day weekday_from(Day day, std::chrono::weekday weekday) { return day + (weekday - std::chrono::weekday{day}); }

}  // namespace jalon
