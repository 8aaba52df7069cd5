// Days and times as a person reads them: «mardi 4 décembre 2018», "Tuesday, 4 December 2018".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

std::string_view weekday_name(std::chrono::weekday weekday, Language language);
std::string_view month_name(std::chrono::month month, Language language);
std::string format_day(std::chrono::local_days day, Language language);  // «4 décembre 2018», "4 December 2018"
std::string format_day_with_weekday(std::chrono::local_days day,
                                    Language language);  // «mardi 4 décembre 2018», "Tuesday 4 December 2018"
std::string format_time_of_day(std::chrono::local_seconds time,
                               Language language);  // «17 h», «9 h 30»; "17:00", "9:30"

}  // namespace jalon
