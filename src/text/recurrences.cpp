#include "text/recurrences.h"

#include <algorithm>
#include <string_view>

#include "text/date_resolver.h"
#include "text/day_arithmetic.h"

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int longest_gap = 366 * 9;  // days: 29 February across a year that is no leap year

int last_day_of(const year_month_day& date) {
  return static_cast<int>(static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day()));
}

bool fits_weekday(const NthWeekday& wanted, const year_month_day& date) {
  if (std::chrono::weekday{Day{date}} != wanted.weekday) return false;
  const int day = static_cast<int>(static_cast<unsigned>(date.day()));
  if (wanted.nth > 0) return (day - 1) / 7 + 1 == wanted.nth;
  if (wanted.nth < 0) return (last_day_of(date) - day) / 7 + 1 == -wanted.nth;
  return true;
}

// BYSETPOS over the weekdays of a month: the last business day.
bool fits_position(const Recurrence& rule, const year_month_day& date) {
  const auto counts = [&](int day) {
    const year_month_day other = date.year() / date.month() / std::chrono::day{static_cast<unsigned>(day)};
    return std::any_of(rule.by_day.begin(), rule.by_day.end(),
                       [&](const NthWeekday& wanted) { return fits_weekday(wanted, other); });
  };
  const int day = static_cast<int>(static_cast<unsigned>(date.day()));
  int before = 0, after = 0;
  for (int other = 1; other <= last_day_of(date); ++other) {
    if (other < day && counts(other)) ++before;
    if (other > day && counts(other)) ++after;
  }
  return std::any_of(rule.by_set_position.begin(), rule.by_set_position.end(),
                     [&](int position) { return position > 0 ? before == position - 1 : after == -position - 1; });
}

long period_of(const Recurrence& rule, Day day) {
  const year_month_day date{day};
  switch (rule.frequency) {
    case Frequency::daily:
      return day.time_since_epoch().count();
    case Frequency::weekly:
      return week_start(day).time_since_epoch().count() / 7;
    case Frequency::monthly:
      return static_cast<int>(date.year()) * 12L + static_cast<long>(static_cast<unsigned>(date.month()));
    case Frequency::yearly:
      return static_cast<int>(date.year());
  }
  return 0;
}

std::string_view weekday_code(std::chrono::weekday weekday) {
  static constexpr std::string_view codes[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  return codes[weekday.c_encoding()];
}

template <class List, class Write>
void append_list(std::string& out, std::string_view name, const List& list, Write write) {
  if (list.empty()) return;
  out += name;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    out += write(list[i]);
  }
}

}  // namespace

bool fits(const Recurrence& rule, Day day) {
  const year_month_day date{day};
  const auto month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
  if (!rule.by_month.empty() && std::find(rule.by_month.begin(), rule.by_month.end(), month) == rule.by_month.end()) {
    return false;
  }
  if (!rule.by_month_day.empty()) {
    const int number = static_cast<int>(static_cast<unsigned>(date.day()));
    const int from_end = number - last_day_of(date) - 1;
    const bool found = std::any_of(rule.by_month_day.begin(), rule.by_month_day.end(),
                                   [&](int wanted) { return wanted == number || wanted == from_end; });
    if (!found) return false;
  }
  if (rule.by_day.empty()) return true;
  const bool found = std::any_of(rule.by_day.begin(), rule.by_day.end(),
                                 [&](const NthWeekday& wanted) { return fits_weekday(wanted, date); });
  return found && (rule.by_set_position.empty() || fits_position(rule, date));
}

std::optional<Day> first_instance(const Recurrence& rule, Day from) {
  for (int i = 0; i < longest_gap; ++i) {
    if (fits(rule, from + days{i})) return from + days{i};
  }
  return std::nullopt;
}

std::optional<Day> next_instance(const Recurrence& rule, Day start, Day day) {
  const long origin = period_of(rule, start);
  for (int i = 1; i < longest_gap * std::max<int>(1, rule.interval); ++i) {
    const Day candidate = day + days{i};
    if (candidate > rule.until) return std::nullopt;
    if ((period_of(rule, candidate) - origin) % rule.interval == 0 && fits(rule, candidate)) return candidate;
  }
  return std::nullopt;
}

std::string format_rule(const Recurrence& rule) {
  static constexpr std::string_view frequencies[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  std::string out = "FREQ=";
  out += frequencies[static_cast<std::size_t>(rule.frequency)];
  if (rule.interval > 1) out += ";INTERVAL=" + std::to_string(rule.interval);
  const auto number = [](auto value) { return std::to_string(static_cast<int>(value)); };
  append_list(out, ";BYMONTH=", rule.by_month, number);
  append_list(out, ";BYMONTHDAY=", rule.by_month_day, number);
  append_list(out, ";BYDAY=", rule.by_day, [](const NthWeekday& day) {
    return (day.nth != 0 ? std::to_string(day.nth) : std::string()) + std::string(weekday_code(day.weekday));
  });
  append_list(out, ";BYSETPOS=", rule.by_set_position, number);
  if (rule.count > 0) out += ";COUNT=" + std::to_string(rule.count);
  return out;
}

}  // namespace jalon
