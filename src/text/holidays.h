// Holidays by name and the day on which they fall: the Christian ones (fixed, and movable from Easter), the
// statutory ones of Québec, Canada, France and the United States, and the usual commercial ones. Pure.
#pragma once

#include <chrono>
#include <cstdint>

#include "jalon/when.h"

namespace jalon {

enum class Holiday : std::uint8_t {
  new_year,
  epiphany,
  martin_luther_king,
  candlemas,
  groundhog,
  valentine,
  presidents_day,
  family_day,
  mardi_gras,
  ash_wednesday,
  womens_day,
  pi_day,
  saint_patrick,
  april_fools,
  palm_sunday,
  maundy_thursday,
  good_friday,
  holy_saturday,
  easter,
  easter_monday,
  earth_day,
  tax_day,
  may_day,
  cinco_de_mayo,
  victory_day,
  mothers_day,
  victoria_day,
  ascension,
  pentecost,
  whit_monday,
  trinity,
  corpus_christi,
  memorial_day,
  flag_day,
  fathers_day,
  juneteenth,
  music_day,
  saint_john,
  canada_day,
  independence_day,
  bastille_day,
  civic_holiday,
  assumption,
  labour_day,
  truth_day,
  thanksgiving_canada,
  thanksgiving_us,
  columbus_day,
  halloween,
  all_saints,
  all_souls,
  guy_fawkes,
  remembrance,
  saint_catherine,
  black_friday,
  cyber_monday,
  giving_tuesday,
  advent,
  saint_nicholas,
  immaculate,
  christmas_eve,
  christmas,
  boxing_day,
  new_years_eve,
  count_
};

// How a holiday repeats; what is counted from Easter Sunday has no recurrence rule.
struct HolidayRule {
  enum class Kind : std::uint8_t { fixed, easter, nth_weekday, before_date };
  Kind kind;
  std::int8_t month;    // fixed, nth_weekday, before_date
  std::int8_t day;      // fixed: of the month; before_date: the weekday strictly before this day
  std::int8_t nth;      // nth_weekday: 1 … 4, -1 the last
  std::int8_t weekday;  // 0 Sunday
  std::int8_t shift;    // days added; from Easter Sunday for easter
};

const HolidayRule& rule_of(Holiday holiday);
Day day_of(Holiday holiday, std::chrono::year year);
Day easter_sunday(std::chrono::year year);                                                 // Gregorian
Day nth_weekday_of(std::chrono::year_month month, int nth, std::chrono::weekday weekday);  // nth < 0: from the end

}  // namespace jalon
