#include "ical/write/recurrence_value.h"

#include <array>

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> frequencies = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> weekdays = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

std::string item(int number) { return std::to_string(number); }

std::string item(const NthWeekday& day) {
  return (day.nth == 0 ? "" : std::to_string(day.nth)) + std::string(weekdays[day.weekday.c_encoding()]);
}

template <class Items>
void add_list(std::string& rule, std::string_view name, const Items& items) {
  std::string_view separator = name;
  for (const auto& each : items) {
    rule += separator;
    rule += item(each);
    separator = ",";
  }
}

void add_limit(std::string& rule, const Recurrence& recurrence, std::string_view until) {
  if (recurrence.count > 0) {
    rule += ";COUNT=" + std::to_string(recurrence.count);
  } else if (!until.empty()) {
    rule.append(";UNTIL=").append(until);
  }
}

}  // namespace

std::string rule_value(const Recurrence& recurrence, std::string_view until) {
  std::string rule = "FREQ=";
  rule += frequencies[static_cast<std::size_t>(recurrence.frequency)];
  if (recurrence.interval > 1) rule += ";INTERVAL=" + std::to_string(recurrence.interval);
  add_limit(rule, recurrence, until);
  add_list(rule, ";BYMONTH=", recurrence.by_month);
  add_list(rule, ";BYMONTHDAY=", recurrence.by_month_day);
  add_list(rule, ";BYDAY=", recurrence.by_day);
  add_list(rule, ";BYSETPOS=", recurrence.by_set_position);
  return rule;
}

}  // namespace jalon
