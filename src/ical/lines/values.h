// Property values (RFC 5545 section 3.3) as text: dates, times, offsets, durations, numbers.
//
// Years outside 0000 to 9999, which the format cannot hold, are written as the nearest that it can.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "jalon/when.h"

namespace jalon {

// A short text that lives where it is made.
class Value {
 public:
  static constexpr std::size_t room = 31;
  operator std::string_view() const { return {text_, length_}; }
  const char* data() const { return text_; }  // `room` bytes may be read
  std::size_t size() const { return length_; }

 private:
  friend Value date_value(Day day);
  friend Value time_value(LocalTime time);
  friend Value utc_value(std::chrono::sys_seconds time);
  friend Value offset_value(std::chrono::seconds offset);
  friend Value duration_value(std::chrono::minutes length);
  friend Value number_value(std::int64_t number);
  void add(char c) { text_[length_++] = c; }
  void add_number(std::uint64_t number);
  void add_digits(unsigned number, unsigned digits);
  void add_date(Day day);
  void add_time(LocalTime time);

  char text_[room] = {};
  unsigned char length_ = 0;
};

Value date_value(Day day);                          // 20181225
Value time_value(LocalTime time);                   // 20181225T170000
Value utc_value(std::chrono::sys_seconds time);     // 20181225T220000Z
Value offset_value(std::chrono::seconds offset);    // -0500, -004430
Value duration_value(std::chrono::minutes length);  // -P1DT15H: days are days of the calendar
Value number_value(std::int64_t number);

}  // namespace jalon
