#include "ical/read/ical_values.h"

#include <libical/ical.h>

#include <memory>

namespace jalon {
namespace {

struct Free {
  void operator()(icalvalue* value) const { icalvalue_free(value); }
};

bool is_valid(const icaltimetype& time) {
  const std::chrono::year_month_day date = std::chrono::year{time.year} / time.month / time.day;
  return icaltime_is_null_time(time) == 0 && date.ok() && time.hour >= 0 && time.hour < 24 && time.minute >= 0 &&
         time.minute < 60 && time.second >= 0 && time.second <= 60;
}

// Digits as a number; -1 where something else is among them.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// 20181225, 20181225T170000, 20181225T170000Z: as jalon writes them. Null in all else, which libical may know.
icaltimetype read_plain(std::string_view value) {
  icaltimetype time = icaltime_null_time();
  const bool is_date = value.size() == 8;
  const bool is_time = (value.size() == 15 || (value.size() == 16 && value[15] == 'Z')) && value[8] == 'T';
  if ((!is_date && !is_time) || number(value.substr(0, 8)) < 0 || (is_time && number(value.substr(9, 6)) < 0))
    return time;
  time.year = number(value.substr(0, 4));
  time.month = number(value.substr(4, 2));
  time.day = number(value.substr(6, 2));
  time.is_date = is_date ? 1 : 0;
  if (is_date) return time;
  time.hour = number(value.substr(9, 2));
  time.minute = number(value.substr(11, 2));
  time.second = number(value.substr(13, 2));
  return time;
}

}  // namespace

// Without a backslash there is nothing to take off.
std::string read_text(std::string_view value) {
  if (value.find('\\') == std::string_view::npos) return std::string(value);
  const std::unique_ptr<icalvalue, Free> read(icalvalue_new_from_string(ICAL_TEXT_VALUE, std::string(value).c_str()));
  const char* text = read == nullptr ? nullptr : icalvalue_get_text(read.get());
  return text == nullptr ? std::string() : std::string(text);
}

std::optional<Moment> read_moment(std::string_view value) {
  icaltimetype time = read_plain(value);
  if (icaltime_is_null_time(time) != 0) time = icaltime_from_string(std::string(value).c_str());
  if (!is_valid(time)) return std::nullopt;
  const Day day{std::chrono::year{time.year} / time.month / time.day};
  if (time.is_date != 0) return Moment{day, false};
  return Moment{day + std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} +
                std::chrono::seconds{time.second}};
}

}  // namespace jalon
