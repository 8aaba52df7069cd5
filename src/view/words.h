// Every word of the views, in both languages, and the short forms of days and times that they use.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "jalon/language.h"
#include "jalon/when.h"

namespace jalon {

enum class ViewWord : std::uint8_t {
  today,
  tomorrow,
  in_days,
  yesterday,
  days_late,
  week,
  week_days,
  overdue,
  undated,
  nothing,
  due,
  due_at,
  due_by,
  until_day,
  from_to,
  more,
  conflicts,
  conflict,
  not_understood,
  to_the_plan,
  as_of,
  count_
};

std::string view_word(ViewWord id, Language language, std::initializer_list<std::string_view> values = {});

std::string short_weekday(std::chrono::weekday weekday, Language language);  // «lun.», "Mon"
std::string short_month(std::chrono::month month, Language language);        // «déc.», "Dec"
std::string short_day(Day day, Language language);                           // «4 déc.», "4 Dec"
std::string weekday_and_day(Day day, Language language);                     // «mar. 4 déc.», "Tue 4 Dec"
std::string days_left(Day today, Day due, Language language);                // «demain», «en retard de 3 jours»
std::string time_range(LocalTime start, LocalTime end, Language language);   // «9 h – 10 h 30»
int iso_week(Day day);                                                       // 1 … 53 (ISO 8601)
Day monday_of(Day day);                                                      // the last Monday up to `day`

}  // namespace jalon
