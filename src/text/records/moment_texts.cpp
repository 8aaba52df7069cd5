#include "text/records/moment_texts.h"

#include "text/list/letters.h"

namespace jalon::records {
namespace {

using list::is_digit;

// The number that `text` begins with, of `least` to `most` digits; -1 where it does not begin so.
int take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  int value = 0;
  while (size < text.size() && size < most && is_digit(text[size])) value = value * 10 + (text[size++] - '0');
  const bool goes_on = size < text.size() && is_digit(text[size]);
  if (size < least || goes_on) return -1;
  text.remove_prefix(size);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> day_of(int year, int month, int day) {
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional(Day{date}) : std::nullopt;
}

std::optional<Day> take_iso_day(std::string_view& text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::string_view rest = text;
  const int year = take_number(rest, 4, 4);
  if (year < 1000 || !take(rest, '-')) return std::nullopt;
  const int month = take_number(rest, 2, 2);
  if (!take(rest, '-')) return std::nullopt;
  const auto result = day_of(year, month, take_number(rest, 2, 2));
  if (result) text = rest;
  return result;
}

std::optional<Day> take_numeric_day(std::string_view& text, NumericOrder order) {
  std::string_view rest = text;
  const int first = take_number(rest, 1, 2);
  if (first < 0 || rest.empty() || (rest[0] != '/' && rest[0] != '.')) return std::nullopt;
  const char sign = rest[0];
  take(rest, sign);
  const int second = take_number(rest, 1, 2);
  if (second < 0 || !take(rest, sign)) return std::nullopt;
  const int year = take_number(rest, 4, 4);
  const bool day_first = order == NumericOrder::day_first;
  if (year < 1000) return std::nullopt;
  const auto result = day_first ? day_of(year, second, first) : day_of(year, first, second);
  if (result) text = rest;
  return result;
}

bool is_letter(std::string_view text, std::size_t at) { return list::is_letter_at(text, at); }

// «24/Dec/18 9:41 AM»: with slashes the grammar would take the year for an hour.
std::optional<std::string> with_plain_month(std::string_view text) {
  std::string_view rest = text;
  const int day = take_number(rest, 1, 2);
  if (day < 0 || rest.empty() || (rest[0] != '/' && rest[0] != '-') || !is_letter(rest, 1)) return std::nullopt;
  const char sign = rest[0];
  const std::size_t behind = rest.find(sign, 1);
  if (behind == std::string_view::npos) return std::nullopt;
  const std::string_view month = rest.substr(1, behind - 1);
  rest.remove_prefix(behind + 1);
  std::string_view year_text = rest;
  const int year = take_number(rest, 2, 4);
  if (year < 0) return std::nullopt;
  const std::string_view digits = year_text.substr(0, year_text.size() - rest.size());
  return std::to_string(day) + " " + std::string(month) + (digits.size() == 2 ? " 20" : " ") + std::string(digits) +
         std::string(rest);
}

// 20181224T190000Z, 20181224 (ISO 8601 basic format).
std::optional<std::string> from_basic_format(std::string_view text) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    for (std::size_t i = at; i < at + count; ++i) {
      if (i >= text.size() || !is_digit(text[i])) return false;
    }
    return true;
  };
  if (!digits(0, 8)) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t count) { return std::string(text.substr(at, count)); };
  const std::string day = part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2);
  if (text.size() == 8) return day;
  const bool timed = text[8] == 'T' && digits(9, 6) && (text.size() == 15 || (text.size() == 16 && text[15] == 'Z'));
  if (!timed) return std::nullopt;
  return day + "T" + part(9, 2) + ":" + part(11, 2) + ":" + part(13, 2) + part(15, 1);
}

// 2018-12-24T14:30:00.000Z: the fraction of a second goes.
std::optional<std::string> without_fraction(std::string_view text) {
  constexpr std::size_t at = 19;
  if (text.size() < 21 || text[4] != '-' || text[13] != ':' || text[16] != ':' || text[at] != '.') return std::nullopt;
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  return std::string(text.substr(0, at)) + std::string(text.substr(end));
}

}  // namespace

std::optional<Day> take_day(std::string_view& text, NumericOrder order) {
  if (const auto day = take_iso_day(text)) return day;
  return order == NumericOrder::unknown ? std::nullopt : take_numeric_day(text, order);
}

std::optional<std::chrono::minutes> take_clock(std::string_view& text) {
  std::string_view rest = text;
  const int hour = take_number(rest, 1, 2);
  if (hour < 0 || hour > 23 || !take(rest, ':')) return std::nullopt;
  const int minute = take_number(rest, 2, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  if (take(rest, ':')) {
    const int second = take_number(rest, 2, 2);
    if (second < 0 || second > 59) return std::nullopt;
  }
  text = rest;
  return std::chrono::hours{hour} + std::chrono::minutes{minute};
}

std::string as_phrase(std::string_view text) {
  if (const auto basic = from_basic_format(text)) return *basic;
  if (const auto plain = with_plain_month(text)) return *plain;
  if (const auto whole = without_fraction(text)) return *whole;
  std::string result(text);
  constexpr std::string_view arrow = " → ";
  if (const std::size_t at = result.find(arrow); at != std::string::npos) result.replace(at, arrow.size(), " - ");
  return result;
}

}  // namespace jalon::records
