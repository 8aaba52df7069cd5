#include "text/spans.h"

#include "text/day_arithmetic.h"

namespace jalon {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

Span months_span(year_month first, int count, Unit grain) {
  return {Day{first / 1}, Day{(first + months{count - 1}) / std::chrono::last}, grain};
}

Span block(Day day, Unit unit, int n, int count) {
  const int size = months_in(unit);
  const int first = (month_number(day) - 1) / size * size;
  const auto start = std::chrono::year{year_number(day)} / std::chrono::January + months{first + n * size};
  return months_span(start, size * count, unit);
}

year_month month_holding(Day day) {
  const year_month_day date{day};
  return date.year() / date.month();
}

int year_number(Day day) { return static_cast<int>(year_month_day{day}.year()); }

int month_number(Day day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month())); }

}  // namespace jalon
