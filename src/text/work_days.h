// Which days are worked: weekdays, without the legal holidays of regions and the days off of a team. Pure.
//
// Without anything said: Monday to Friday, without 1 January and 25 December, which every country of the tables has
// off. Rules of the regions: Québec, Act respecting labour standards, s. 60, and National Holiday Act; Canada, Canada
// Labour Code, s. 166, and Holidays Act; France, Code du travail, L. 3133-1; United States, 5 U.S.C. 6103.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/when.h"
#include "text/holidays.h"

namespace jalon {

// Where a holiday that falls on a weekend is kept.
enum class Kept : std::uint8_t { that_day, monday_after_sunday, nearest_weekday };

struct RegionalHoliday {
  Holiday holiday;
  Kept kept;
};

struct Region {
  std::string_view code;
  std::vector<RegionalHoliday> holidays;
};

class WorkDays {
 public:
  static const WorkDays& usual();

  bool is_worked(Day day) const;
  std::uint8_t weekdays() const { return weekdays_; }  // bits, from Sunday

  // Each false where the word is not understood.
  bool take_weekday(std::string_view word);  // lundi, Mon; the first one said leaves only those that are said
  bool take_day_off(std::string_view word);  // QC, 2018-12-24, 2018-12-24/2019-01-04

 private:
  struct Stretch {
    Day first, last;
  };

  bool is_holiday(Day day) const;

  std::uint8_t weekdays_ = 0b0111110;  // bits, from Sunday
  bool weekdays_said_ = false;
  std::vector<const Region*> regions_;
  std::vector<Stretch> off_;
};

}  // namespace jalon
