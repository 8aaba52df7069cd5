#include "ical/lines/values.h"

#include <algorithm>
#include <cstdlib>

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::floor;

constexpr Day first_day_of_format{std::chrono::year{0} / 1 / 1};
constexpr Day last_day_of_format{std::chrono::year{9999} / 12 / 31};

}  // namespace

void Value::add_digits(unsigned number, unsigned digits) {
  for (unsigned place = digits; place-- > 0; number /= 10)
    text_[length_ + place] = static_cast<char>('0' + number % 10);
  length_ = static_cast<unsigned char>(length_ + digits);
}

void Value::add_number(std::uint64_t number) {
  char digits[20];
  std::size_t count = 0;
  do {
    digits[count++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number > 0);
  while (count > 0) add(digits[--count]);
}

void Value::add_date(Day day) {
  const std::chrono::year_month_day date{std::clamp(day, first_day_of_format, last_day_of_format)};
  add_digits(static_cast<unsigned>(static_cast<int>(date.year())), 4);
  add_digits(static_cast<unsigned>(date.month()), 2);
  add_digits(static_cast<unsigned>(date.day()), 2);
}

void Value::add_time(LocalTime time) {
  const Day day = floor<days>(time);
  const auto seconds = static_cast<unsigned>((time - day).count());
  add_date(day);
  add('T');
  add_digits(seconds / 3600, 2);
  add_digits(seconds / 60 % 60, 2);
  add_digits(seconds % 60, 2);
}

Value date_value(Day day) {
  Value value;
  value.add_date(day);
  return value;
}

Value time_value(LocalTime time) {
  Value value;
  value.add_time(time);
  return value;
}

Value utc_value(std::chrono::sys_seconds time) {
  Value value = time_value(LocalTime{time.time_since_epoch()});
  value.add('Z');
  return value;
}

Value offset_value(std::chrono::seconds offset) {
  const auto seconds = static_cast<unsigned>(std::abs(offset.count()));
  Value value;
  value.add(offset.count() < 0 ? '-' : '+');
  value.add_digits(seconds / 3600, 2);
  value.add_digits(seconds / 60 % 60, 2);
  if (seconds % 60 != 0) value.add_digits(seconds % 60, 2);
  return value;
}

Value number_value(std::int64_t number) {
  Value value;
  if (number < 0) value.add('-');
  value.add_number(static_cast<std::uint64_t>(std::abs(number)));
  return value;
}

Value duration_value(std::chrono::minutes length) {
  const auto minutes = static_cast<std::uint64_t>(std::abs(length.count()));
  Value value;
  if (length.count() < 0) value.add('-');
  value.add('P');
  const auto part = [&](std::uint64_t count, char unit) {
    if (count == 0) return;
    value.add_number(count);
    value.add(unit);
  };
  part(minutes / 1440, 'D');
  if (minutes % 1440 != 0 || minutes == 0) value.add('T');
  part(minutes / 60 % 24, 'H');
  part(minutes % 60, 'M');
  if (minutes == 0) value.add_digits(0, 1);
  if (minutes == 0) value.add('S');
  return value;
}

}  // namespace jalon
