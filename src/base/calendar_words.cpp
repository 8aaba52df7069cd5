#include "base/calendar_words.h"

#include <array>

namespace jalon {
namespace {

using Names = std::array<std::string_view, language_count>;

constexpr std::array<Names, 7> weekdays = {{{"dimanche", "Sunday"},
                                            {"lundi", "Monday"},
                                            {"mardi", "Tuesday"},
                                            {"mercredi", "Wednesday"},
                                            {"jeudi", "Thursday"},
                                            {"vendredi", "Friday"},
                                            {"samedi", "Saturday"}}};
constexpr std::array<Names, 12> months = {{{"janvier", "January"},
                                           {"février", "February"},
                                           {"mars", "March"},
                                           {"avril", "April"},
                                           {"mai", "May"},
                                           {"juin", "June"},
                                           {"juillet", "July"},
                                           {"août", "August"},
                                           {"septembre", "September"},
                                           {"octobre", "October"},
                                           {"novembre", "November"},
                                           {"décembre", "December"}}};

std::string two_digits(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string_view weekday_name(std::chrono::weekday weekday, Language language) {
  return weekdays[weekday.c_encoding()][static_cast<std::size_t>(language)];
}

std::string_view month_name(std::chrono::month month, Language language) {
  return months[static_cast<unsigned>(month) - 1][static_cast<std::size_t>(language)];
}

std::string format_day(std::chrono::local_days day, Language language) {
  const std::chrono::year_month_day date{day};
  const auto number = static_cast<unsigned>(date.day());
  const bool ordinal = language == Language::french && number == 1;
  return std::to_string(number) + (ordinal ? "er " : " ") + std::string(month_name(date.month(), language)) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string format_day_with_weekday(std::chrono::local_days day, Language language) {
  return std::string(weekday_name(std::chrono::weekday{day}, language)) + " " + format_day(day, language);
}

std::string format_time_of_day(std::chrono::local_seconds time, Language language) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time));
  const auto hour = minutes.count() / 60;
  const auto minute = minutes.count() % 60;
  if (language == Language::english) return std::to_string(hour) + ":" + two_digits(minute);
  return std::to_string(hour) + " h" + (minute == 0 ? "" : " " + two_digits(minute));
}

}  // namespace jalon
