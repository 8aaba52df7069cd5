#include "text/holidays.h"

#include <iterator>

namespace jalon {
namespace {

using Kind = HolidayRule::Kind;

constexpr std::int8_t small(int value) { return static_cast<std::int8_t>(value); }
constexpr HolidayRule fixed(int month, int day) { return {Kind::fixed, small(month), small(day), 0, 0, 0}; }
constexpr HolidayRule from_easter(int days) { return {Kind::easter, 0, 0, 0, 0, small(days)}; }
constexpr HolidayRule nth(int count, int weekday, int month, int shift = 0) {
  return {Kind::nth_weekday, small(month), 0, small(count), small(weekday), small(shift)};
}
constexpr HolidayRule before(int weekday, int month, int day) {
  return {Kind::before_date, small(month), small(day), 0, small(weekday), 0};
}

constexpr HolidayRule rules[] = {
    fixed(1, 1),       // new_year
    fixed(1, 6),       // epiphany
    nth(3, 1, 1),      // martin_luther_king
    fixed(2, 2),       // candlemas
    fixed(2, 2),       // groundhog
    fixed(2, 14),      // valentine
    nth(3, 1, 2),      // presidents_day
    nth(3, 1, 2),      // family_day
    from_easter(-47),  // mardi_gras
    from_easter(-46),  // ash_wednesday
    fixed(3, 8),       // womens_day
    fixed(3, 14),      // pi_day
    fixed(3, 17),      // saint_patrick
    fixed(4, 1),       // april_fools
    from_easter(-7),   // palm_sunday
    from_easter(-3),   // maundy_thursday
    from_easter(-2),   // good_friday
    from_easter(-1),   // holy_saturday
    from_easter(0),    // easter
    from_easter(1),    // easter_monday
    fixed(4, 22),      // earth_day
    fixed(4, 15),      // tax_day
    fixed(5, 1),       // may_day
    fixed(5, 5),       // cinco_de_mayo
    fixed(5, 8),       // victory_day
    nth(2, 0, 5),      // mothers_day
    before(1, 5, 25),  // victoria_day
    from_easter(39),   // ascension
    from_easter(49),   // pentecost
    from_easter(50),   // whit_monday
    from_easter(56),   // trinity
    from_easter(60),   // corpus_christi
    nth(-1, 1, 5),     // memorial_day
    fixed(6, 14),      // flag_day
    nth(3, 0, 6),      // fathers_day
    fixed(6, 19),      // juneteenth
    fixed(6, 21),      // music_day
    fixed(6, 24),      // saint_john
    fixed(7, 1),       // canada_day
    fixed(7, 4),       // independence_day
    fixed(7, 14),      // bastille_day
    nth(1, 1, 8),      // civic_holiday
    fixed(8, 15),      // assumption
    nth(1, 1, 9),      // labour_day
    fixed(9, 30),      // truth_day
    nth(2, 1, 10),     // thanksgiving_canada
    nth(4, 4, 11),     // thanksgiving_us
    nth(2, 1, 10),     // columbus_day
    fixed(10, 31),     // halloween
    fixed(11, 1),      // all_saints
    fixed(11, 2),      // all_souls
    fixed(11, 5),      // guy_fawkes
    fixed(11, 11),     // remembrance
    fixed(11, 25),     // saint_catherine
    nth(4, 4, 11, 1),  // black_friday
    nth(4, 4, 11, 4),  // cyber_monday
    nth(4, 4, 11, 5),  // giving_tuesday
    before(0, 12, 4),  // advent: the Sunday between 27 November and 3 December
    fixed(12, 6),      // saint_nicholas
    fixed(12, 8),      // immaculate
    fixed(12, 24),     // christmas_eve
    fixed(12, 25),     // christmas
    fixed(12, 26),     // boxing_day
    fixed(12, 31),     // new_years_eve
};
static_assert(std::size(rules) == static_cast<std::size_t>(Holiday::count_));

}  // namespace

const HolidayRule& rule_of(Holiday holiday) { return rules[static_cast<std::size_t>(holiday)]; }

// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
Day easter_sunday(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const int a = y % 19, b = y / 100, c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return Day{year / (n / 31) / (n % 31 + 1)};
}

Day nth_weekday_of(std::chrono::year_month month, int nth, std::chrono::weekday weekday) {
  if (nth < 0) return Day{month / weekday[std::chrono::last]} - std::chrono::weeks{-nth - 1};
  return Day{month / weekday[1]} + std::chrono::weeks{nth - 1};
}

Day day_of(Holiday holiday, std::chrono::year year) {
  const HolidayRule& rule = rule_of(holiday);
  const std::chrono::weekday weekday{static_cast<unsigned>(rule.weekday)};
  const std::chrono::days shift{rule.shift};
  if (rule.kind == Kind::easter) return easter_sunday(year) + shift;
  const auto month = year / std::chrono::month{static_cast<unsigned>(rule.month)};
  if (rule.kind == Kind::nth_weekday) return nth_weekday_of(month, rule.nth, weekday) + shift;
  const Day day{month / std::chrono::day{static_cast<unsigned>(rule.day)}};
  if (rule.kind == Kind::fixed) return day;
  const Day eve = day - std::chrono::days{1};
  return eve - (std::chrono::weekday{eve} - weekday);
}

}  // namespace jalon
