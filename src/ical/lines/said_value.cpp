#include "ical/lines/said_value.h"

#include <algorithm>

#include "ical/lines/values.h"

namespace jalon {
namespace {

Value value_of(LocalTime time, const When& when) {
  return when.timed ? time_value(time) : date_value(std::chrono::floor<std::chrono::days>(time));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 8 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const auto date = std::chrono::year{number(text.substr(0, 4))} / number(text.substr(4, 2)) / number(text.substr(6));
  return date.ok() ? std::optional(Day{date}) : std::nullopt;
}

std::optional<std::chrono::seconds> parse_time_of_day(std::string_view text) {
  if (text.size() != 6 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const std::chrono::hours hours{number(text.substr(0, 2))};
  if (hours >= std::chrono::days{1}) return std::nullopt;
  return hours + std::chrono::minutes{number(text.substr(2, 2))} + std::chrono::seconds{number(text.substr(4))};
}

std::optional<LocalTime> parse_moment(std::string_view text) {
  const auto separator = text.find('T');
  const auto day = parse_day(text.substr(0, separator));
  const auto time =
      separator == std::string_view::npos ? std::chrono::seconds{0} : parse_time_of_day(text.substr(separator + 1));
  if (!day || !time) return std::nullopt;
  return *day + *time;
}

}  // namespace

void put_said(ContentLines& lines, const When& when) {
  if (when.kind == WhenKind::deadline) {
    lines.put("deadline ");
  } else {
    lines.put(when.kind == WhenKind::event ? "event " : "window ");
    lines.put(value_of(when.start, when));
    lines.put("/");
  }
  lines.put(value_of(when.end, when));
}

std::optional<When> parse_said(std::string_view value) {
  const auto space = std::min(value.find(' '), value.size());
  const std::string_view kind = value.substr(0, space);
  const std::string_view times = value.substr(std::min(space + 1, value.size()));
  const auto slash = times.find('/');
  const auto start = parse_moment(times.substr(0, slash));
  const auto end = slash == std::string_view::npos ? start : parse_moment(times.substr(slash + 1));
  if (!start || !end || *end < *start) return std::nullopt;
  When when;
  when.kind = kind == "deadline" ? WhenKind::deadline : kind == "window" ? WhenKind::window : WhenKind::event;
  when.timed = times.find('T') != std::string_view::npos;
  when.start = *start;
  when.end = *end;
  return when;
}

}  // namespace jalon
