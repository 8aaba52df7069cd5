#include "app/settings.h"

#include <algorithm>
#include <charconv>

namespace jalon {
namespace {

// Reads the digits that `text` begins with, at least `least` and at most `most`, and takes them off.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  while (size < text.size() && size < most && text[size] >= '0' && text[size] <= '9') ++size;
  if (size < least) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + size, value);
  text.remove_prefix(size);
  return value;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto year = take_number(text, 4, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_number(text, 1, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_number(text, 1, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

// HH:MM with optional seconds, which only a moment has.
std::optional<std::chrono::seconds> take_clock_time(std::string_view& text) {
  const auto hour = take_number(text, 1, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_number(text, 2, 2);
  const auto second = minute && take(text, ":") ? take_number(text, 2, 2) : std::optional(0);
  if (!minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

void skip_spaces(std::string_view& text) {
  while (take(text, " ") || take(text, "\u00a0") || take(text, "\u202f")) continue;
}

}  // namespace

std::optional<LocalTime> parse_moment(std::string_view text) {
  const auto day = take_day(text);
  if (!day) return std::nullopt;
  if (text.empty()) return LocalTime{*day};
  if (!take(text, "T") && !take(text, " ")) return std::nullopt;
  const auto time = take_clock_time(text);
  if (!time || !text.empty()) return std::nullopt;
  return LocalTime{*day} + *time;
}

NumericOrder numeric_order_of(std::string_view tag) {
  const std::string_view country = tag.substr(std::min(tag.find_first_of("-_"), tag.size()));
  if (country.size() < 3 || parse_language(tag) != Language::english) return NumericOrder::unknown;
  const bool american = (country[1] | 0x20) == 'u' && (country[2] | 0x20) == 's';
  return american ? NumericOrder::month_first : NumericOrder::day_first;
}

std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
  const auto hour = take_number(text, 1, 2);
  skip_spaces(text);
  const bool separated = take(text, ":") || take(text, "h") || take(text, "H");
  skip_spaces(text);
  const auto minute = text.empty() ? std::optional(0) : take_number(text, 2, 2);
  const bool minutes_stand_alone = !separated && minute.value_or(0) > 0;
  if (!hour || !minute || !text.empty() || *hour > 23 || *minute > 59 || minutes_stand_alone) return std::nullopt;
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute};
}

}  // namespace jalon
