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

}  // namespace

std::string read_text(std::string_view value) {
  const std::unique_ptr<icalvalue, Free> read(icalvalue_new_from_string(ICAL_TEXT_VALUE, std::string(value).c_str()));
  const char* text = read == nullptr ? nullptr : icalvalue_get_text(read.get());
  return text == nullptr ? std::string() : std::string(text);
}

std::optional<Moment> read_moment(std::string_view value) {
  const icaltimetype time = icaltime_from_string(std::string(value).c_str());
  if (!is_valid(time)) return std::nullopt;
  const Day day{std::chrono::year{time.year} / time.month / time.day};
  if (time.is_date != 0) return Moment{day, false};
  return Moment{day + std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} +
                std::chrono::seconds{time.second}};
}

}  // namespace jalon
