#include "text/formats/json_when.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "text/records/moment_texts.h"

namespace jalon::formats {
namespace {

constexpr std::array<std::string_view, 4> kinds = {"undated", "event", "deadline", "window"};
constexpr std::array<std::string_view, 4> frequencies = {"daily", "weekly", "monthly", "yearly"};
constexpr std::array<std::string_view, 7> weekdays = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

template <std::size_t n>
std::optional<std::size_t> place_in(const std::array<std::string_view, n>& words, std::string_view word) {
  const auto place = std::find(words.begin(), words.end(), word);
  return place == words.end() ? std::nullopt : std::optional(static_cast<std::size_t>(place - words.begin()));
}

std::string_view text_of(const JsonRecord& record, std::string_view name) {
  const JsonValue* member = find_member(record, name);
  return member != nullptr && member->kind == JsonKind::text ? member->text : std::string_view{};
}

std::optional<int> number_of(const JsonValue& value) {
  int number = 0;
  const char* const end = value.text.data() + value.text.size();
  const auto [past, fault] = std::from_chars(value.text.data(), end, number);
  const bool whole = value.kind == JsonKind::number && fault == std::errc{} && past == end;
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<Day> day_of(std::string_view text) {
  const auto day = records::take_day(text, NumericOrder::unknown);
  return text.empty() ? day : std::nullopt;
}

struct Time {
  LocalTime time;
  bool timed = false;
};

// To the second: a plan's own times are.
std::optional<Time> time_of(std::string_view text) {
  const auto day = records::take_day(text, NumericOrder::unknown);
  if (!day) return std::nullopt;
  if (text.empty()) return Time{*day, false};
  if (text[0] != 'T' && text[0] != ' ') return std::nullopt;
  text.remove_prefix(1);
  const std::string_view whole = text;
  const auto clock = records::take_clock(text);
  if (!clock || !text.empty()) return std::nullopt;
  constexpr std::size_t with_seconds = 8;
  const int seconds = whole.size() == with_seconds ? (whole[6] - '0') * 10 + (whole[7] - '0') : 0;
  return Time{*day + *clock + std::chrono::seconds{seconds}, true};
}

// Numbers of a list within bounds; false where one is not.
template <class T>
bool read_numbers(const JsonRecord& record, std::size_t at, int least, int most, std::vector<T>& numbers) {
  if (record[at].kind != JsonKind::list) return false;
  for (std::size_t i = at + 1; i < record[at].past; i = record[i].past) {
    const auto number = number_of(record[i]);
    if (!number || *number < least || *number > most) return false;
    numbers.push_back(static_cast<T>(*number));
  }
  std::sort(numbers.begin(), numbers.end());
  return true;
}

bool read_weekdays(const JsonRecord& record, std::size_t at, std::vector<NthWeekday>& days) {
  constexpr int most = 53;
  if (record[at].kind != JsonKind::list) return false;
  for (std::size_t i = at + 1; i < record[at].past; i = record[i].past) {
    NthWeekday day;
    bool named = false;
    for (std::size_t j = i + 1; j < record[i].past; j = record[j].past) {
      const auto place = place_in(weekdays, record[j].text);
      const auto nth = number_of(record[j]);
      if (record[j].name == "weekday" && place) {
        day.weekday = std::chrono::weekday{static_cast<unsigned>(*place)};
        named = true;
      } else if (record[j].name == "nth" && nth && *nth >= -most && *nth <= most) {
        day.nth = static_cast<std::int8_t>(*nth);
      } else {
        return false;
      }
    }
    if (!named) return false;
    days.push_back(day);
  }
  return true;
}

bool read_days(const JsonRecord& record, std::size_t at, std::vector<Day>& days) {
  if (record[at].kind != JsonKind::list) return false;
  for (std::size_t i = at + 1; i < record[at].past; i = record[i].past) {
    const auto day = day_of(record[i].text);
    if (!day) return false;
    days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  return true;
}

bool read_count(const JsonValue& value, std::uint16_t& count) {
  const auto number = number_of(value);
  if (!number || *number < 1 || *number > 0xffff) return false;
  count = static_cast<std::uint16_t>(*number);
  return true;
}

bool read_part(const JsonRecord& record, std::size_t at, Recurrence& rule) {
  const JsonValue& value = record[at];
  if (value.kind == JsonKind::null) return true;
  if (value.name == "frequency") {
    const auto place = place_in(frequencies, value.text);
    if (place) rule.frequency = static_cast<Frequency>(*place);
    return place.has_value();
  }
  if (value.name == "interval") return read_count(value, rule.interval);
  if (value.name == "count") return read_count(value, rule.count);
  if (value.name == "until") {
    const auto day = day_of(value.text);
    if (day) rule.until = *day;
    return day.has_value();
  }
  if (value.name == "by_month") return read_numbers(record, at, 1, 12, rule.by_month);
  if (value.name == "by_month_day") return read_numbers(record, at, -31, 31, rule.by_month_day);
  if (value.name == "by_day") return read_weekdays(record, at, rule.by_day);
  if (value.name == "by_set_position") return read_numbers(record, at, -366, 366, rule.by_set_position);
  return value.name == "exceptions" && read_days(record, at, rule.exceptions);
}

std::optional<When> times_of(WhenKind kind, const JsonRecord& record) {
  When when;
  when.kind = kind;
  if (kind == WhenKind::undated) return when;
  const auto end =
      time_of(text_of(record, kind == WhenKind::deadline && find_member(record, "end") == nullptr ? "due" : "end"));
  const auto start = time_of(text_of(record, "start"));
  const bool starts = kind != WhenKind::deadline;
  if ((starts && !start) || (!end && kind != WhenKind::event)) return std::nullopt;
  when.timed = end ? end->timed : start->timed;
  when.end = end ? end->time : when.timed ? start->time + std::chrono::hours{1} : start->time;
  when.start = starts ? start->time : when.end;
  if (kind == WhenKind::event && end && start->timed != end->timed) return std::nullopt;
  return when.start <= when.end ? std::optional(when) : std::nullopt;
}

}  // namespace

std::optional<Recurrence> read_recurrence(const JsonRecord& record, std::size_t at) {
  if (record[at].kind != JsonKind::object) return std::nullopt;
  Recurrence rule;
  bool named = false;
  for (std::size_t i = at + 1; i < record[at].past; i = record[i].past) {
    if (!read_part(record, i, rule)) return std::nullopt;
    named = named || record[i].name == "frequency";
  }
  return named ? std::optional(std::move(rule)) : std::nullopt;
}

std::optional<When> read_exact_when(const JsonRecord& record) {
  const auto kind = place_in(kinds, text_of(record, "kind"));
  if (!kind) return std::nullopt;
  auto when = times_of(static_cast<WhenKind>(*kind), record);
  const JsonValue* member = find_member(record, "recurrence");
  if (!when || member == nullptr || member->kind == JsonKind::null) return when;
  auto rule = read_recurrence(record, static_cast<std::size_t>(member - record.data()));
  if (!rule || (rule->until != Day::max() && rule->until < when->first_day())) return std::nullopt;
  when->recurrence = std::make_shared<const Recurrence>(std::move(*rule));
  return when;
}

}  // namespace jalon::formats
