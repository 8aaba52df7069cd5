#include "ical/read/properties.h"

#include <libical/ical.h>

#include <algorithm>

namespace jalon {
namespace {

constexpr short unset = ICAL_RECURRENCE_ARRAY_MAX;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return upper(x) == upper(y); });
}

std::optional<Frequency> frequency_of(icalrecurrencetype_frequency frequency) {
  switch (frequency) {
    case ICAL_DAILY_RECURRENCE:
      return Frequency::daily;
    case ICAL_WEEKLY_RECURRENCE:
      return Frequency::weekly;
    case ICAL_MONTHLY_RECURRENCE:
      return Frequency::monthly;
    case ICAL_YEARLY_RECURRENCE:
      return Frequency::yearly;
    default:
      return std::nullopt;
  }
}

template <class T, std::size_t n>
void take_numbers(const short (&values)[n], std::vector<T>& numbers) {
  for (const short value : values) {
    if (value == unset) break;
    numbers.push_back(static_cast<T>(value));
  }
  std::sort(numbers.begin(), numbers.end());
}

bool has_other_parts(const icalrecurrencetype& rule) {
  return rule.by_hour[0] != unset || rule.by_minute[0] != unset || rule.by_second[0] != unset ||
         rule.by_year_day[0] != unset || rule.by_week_no[0] != unset || rule.rscale != nullptr;
}

void take_days(const icalrecurrencetype& rule, Recurrence& recurrence) {
  for (const short day : rule.by_day) {
    if (day == unset) break;
    const int weekday = static_cast<int>(icalrecurrencetype_day_day_of_week(day));
    if (weekday < 1) continue;
    recurrence.by_day.push_back({static_cast<std::int8_t>(icalrecurrencetype_day_position(day)),
                                 std::chrono::weekday{static_cast<unsigned>(weekday - 1)}});
  }
}

}  // namespace

std::string_view property_value(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return line.substr(i + 1);
  }
  return {};
}

std::string property_parameter(std::string_view line, std::string_view name) {
  const std::string_view head = line.substr(0, line.size() - property_value(line).size());
  bool quoted = false;
  std::size_t begin = std::string_view::npos;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '"') quoted = !quoted;
    const bool ends = !quoted && (head[i] == ';' || (head[i] == ':' && i + 1 == head.size()));
    if (!ends) continue;
    const std::string_view part = begin == std::string_view::npos ? std::string_view{} : head.substr(begin, i - begin);
    begin = i + 1;
    const std::size_t sign = part.find('=');
    if (sign == std::string_view::npos || !is_same(part.substr(0, sign), name)) continue;
    std::string value(part.substr(sign + 1));
    std::erase(value, '"');
    return value;
  }
  return {};
}

std::vector<std::string_view> split_values(std::string_view values) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t end = 0; begin < values.size(); end = begin) {
    while (end < values.size() && values[end] != ',') end += values[end] == '\\' ? 2 : 1;
    end = std::min(end, values.size());
    if (end > begin) parts.push_back(values.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<ZonedMoment> read_zoned(std::string_view line, std::string_view value) {
  const auto moment = read_moment(value);
  if (!moment) return std::nullopt;
  ZonedMoment result{*moment, ClockKind::floating, property_parameter(line, "TZID")};
  if (value.ends_with('Z')) {
    result.clock = ClockKind::utc;
  } else if (!result.zone.empty() && moment->timed) {
    result.clock = ClockKind::zoned;
  }
  return result;
}

std::optional<Rule> read_rule(std::string_view value) {
  const icalrecurrencetype read = icalrecurrencetype_from_string(std::string(value).c_str());
  const auto frequency = frequency_of(read.freq);
  if (!frequency || has_other_parts(read) || read.interval < 1 || read.count < 0 || read.count > 0xffff)
    return std::nullopt;
  Rule rule;
  rule.recurrence.frequency = *frequency;
  rule.recurrence.interval = static_cast<std::uint16_t>(read.interval);
  rule.recurrence.count = static_cast<std::uint16_t>(read.count);
  take_numbers(read.by_month, rule.recurrence.by_month);
  take_numbers(read.by_month_day, rule.recurrence.by_month_day);
  take_numbers(read.by_set_pos, rule.recurrence.by_set_position);
  take_days(read, rule.recurrence);
  if (icaltime_is_null_time(read.until) == 0) {
    const char* until = icaltime_as_ical_string(read.until);
    rule.until = read_zoned("", until);
  }
  return rule;
}

std::optional<std::chrono::seconds> read_duration(std::string_view value) {
  const icaldurationtype duration = icaldurationtype_from_string(std::string(value).c_str());
  if (icaldurationtype_is_bad_duration(duration) != 0) return std::nullopt;
  return std::chrono::seconds{icaldurationtype_as_int(duration)};
}

}  // namespace jalon
