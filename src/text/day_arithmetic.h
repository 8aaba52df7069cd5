// Counting days by the units that people count in. Pure.
#pragma once

#include <optional>

#include "jalon/when.h"
#include "text/terms.h"
#include "text/work_days.h"

namespace jalon {

int months_in(Unit unit);  // 0 where it is no whole number of months
Day week_start(Day day);   // its Monday (ISO 8601)
Day iso_week_start(int year, int week);
Day add_months(Day day, int count);  // the last day of the month where the month is shorter
Day add_business_days(Day day, int count, const WorkDays& work);
std::optional<Day> add_units(Day day, Unit unit, int n, const WorkDays& work);

}  // namespace jalon
