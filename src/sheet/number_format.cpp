#include "sheet/number_format.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace jalon::sheet {
namespace {

constexpr double minutes_of_day = 1440;
constexpr double last_day = 2958466;  // 9999-12-31 and a day

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The letters of a format that stand for parts of a number or a date; those of an elapsed time, [h], as E.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = lower(code[i]);
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t close = std::min(code.find(']', i), code.size());
      const char inside = i + 1 < close ? lower(code[i + 1]) : ' ';
      const bool elapsed = (inside == 'h' || inside == 's' || inside == 'm') && close - i <= 3;
      if (elapsed) letters += 'E';
      i = close;
    } else {
      letters += c;
    }
  }
  return letters;
}

std::string day_of(std::int64_t days, DateSystem system) {
  using namespace std::chrono;
  // Excel takes 1900 for a leap year, as Lotus 1-2-3 did.
  constexpr std::int64_t false_leap_day = 60;
  const sys_days epoch = system == DateSystem::from_1904 ? sys_days{year{1904} / 1 / 1}
                         : days < false_leap_day         ? sys_days{year{1899} / 12 / 31}
                                                         : sys_days{year{1899} / 12 / 30};
  const year_month_day date{epoch + std::chrono::days{days}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string number_said(double value) {
  const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
  return whole ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
}

}  // namespace

NumberKind kind_of_format(int id) {
  if (id == 9 || id == 10) return NumberKind::percent;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
    return NumberKind::day;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return NumberKind::time;
  if (id == 22) return NumberKind::moment;
  return id == 46 ? NumberKind::elapsed : NumberKind::number;
}

NumberKind kind_of_format(std::string_view code) {
  const std::string letters = letters_of(code);
  const auto has = [&](char c) { return letters.find(c) != std::string::npos; };
  const bool plain = letters.find("general") != std::string::npos || has('#') || has('0');
  const bool seconds_with_fraction = has('s') && !has('#');
  if (has('E')) return NumberKind::elapsed;
  if (has('%')) return NumberKind::percent;
  if (plain && !seconds_with_fraction) return NumberKind::number;
  const bool time = has('h') || has('s');
  const bool day = has('y') || has('d') || (has('m') && !time);
  if (day) return time ? NumberKind::moment : NumberKind::day;
  return time ? NumberKind::time : NumberKind::number;
}

std::string said(double value, NumberKind kind, DateSystem system) {
  if (!std::isfinite(value)) return {};
  if (kind == NumberKind::percent) return number_said(value * 100) + "%";
  const bool date = kind == NumberKind::day || kind == NumberKind::moment;
  if (kind == NumberKind::number || value < 0 || value >= last_day) return number_said(value);
  const auto minutes = std::llround(value * minutes_of_day);
  const auto minute = minutes % 1440;
  if (kind == NumberKind::day) return day_of(static_cast<std::int64_t>(std::floor(value)), system);
  if (kind == NumberKind::elapsed) {
    return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                             : fmt::format("{} h {:02}", minutes / 60, minutes % 60);
  }
  const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  return date ? day_of(minutes / 1440, system) + " " + time : time;
}

}  // namespace jalon::sheet
