#include "model/when_words.h"

#include <array>

#include "base/calendar_words.h"
#include "base/word_pattern.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

constexpr Pair range_of_days = {"du {} au {}", "from {} to {}"};
constexpr Pair between_days = {"entre le {} et le {}", "between {} and {}"};
constexpr Pair by_day = {"au plus tard le {}", "by {}"};
constexpr Pair at_time = {" à {}", " at {}"};
constexpr Pair from_to = {" de {} à {}", " from {} to {}"};
constexpr Pair across_days = {"du {} à {} au {} à {}", "from {} at {} to {} at {}"};
constexpr Pair midnight = {"minuit", "midnight"};
constexpr Pair due = {"échéance ", "due "};
constexpr Pair for_days = {" ({} jours de suite)", " ({} days in a row)"};
constexpr Pair until_day = {" jusqu'au {}", " until {}"};
constexpr Pair since_day = {", dès le {}", ", starting {}"};
constexpr Pair count_times = {", {} fois", ", {} times"};
constexpr Pair once = {", une fois", ", once"};
constexpr Pair except_days = {", sauf le {}", ", except {}"};
constexpr Pair and_day = {" et le {}", " and {}"};
constexpr Pair one_day = {"1 jour", "1 day"};
constexpr Pair some_days = {"{} jours", "{} days"};
constexpr Pair hours_and_minutes = {"{} h {}", "{} h {} min"};

std::string_view said(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

// The first day of a range without the month and year that its last day says too: «lundi 3», «lundi 24 décembre».
std::string first_of_range(Day first, Day last, Language language) {
  const std::chrono::year_month_day a{first}, b{last};
  std::string words = format_day_with_weekday(first, language);
  if (a.year() != b.year()) return words;
  words.resize(words.rfind(' '));
  if (a.month() == b.month()) words.resize(words.rfind(' '));
  return words;
}

std::string days_in(const Pair& pattern, Day first, Day last, Language language) {
  return fill(said(pattern, language),
              {first_of_range(first, last, language), format_day_with_weekday(last, language)});
}

std::string time_of(LocalTime time, Language language) { return format_time_of_day(time, language); }

// The day that a time which ends something belongs to: midnight ends the day before.
Day day_of_end(LocalTime end) { return std::chrono::floor<std::chrono::days>(end - std::chrono::seconds{1}); }

std::string end_time(LocalTime end, Language language) {
  const bool at_midnight = std::chrono::floor<std::chrono::days>(end) == end;
  return at_midnight ? std::string(said(midnight, language)) : time_of(end, language);
}

std::string event_words(const When& when, Language language) {
  const std::string day = format_day_with_weekday(when.first_day(), language);
  if (!when.timed)
    return when.first_day() == when.last_day() ? day
                                               : days_in(range_of_days, when.first_day(), when.last_day(), language);
  const std::string start = time_of(when.start, language);
  if (when.end == when.start) return day + fill(said(at_time, language), {start});
  const Day last = day_of_end(when.end);
  if (last == when.first_day()) return day + fill(said(from_to, language), {start, end_time(when.end, language)});
  return fill(said(across_days, language),
              {day, start, format_day_with_weekday(last, language), end_time(when.end, language)});
}

std::string due_words(const When& when, Language language) {
  std::string words = format_day_with_weekday(when.last_day(), language);
  if (when.timed) words += fill(said(at_time, language), {time_of(when.end, language)});
  return words;
}

bool is_one_day(const When& when) { return when.first_day() == when.last_day(); }

std::string time_words(const When& when, Language language) {
  const auto days = (when.last_day() - when.first_day()).count() + 1;
  if (!when.timed)
    return days > 1 && !when.is_deadline() ? fill(said(for_days, language), {std::to_string(days)}) : std::string();
  if (when.is_deadline() || when.end == when.start) return fill(said(at_time, language), {time_of(when.end, language)});
  return fill(said(from_to, language), {time_of(when.start, language), end_time(when.end, language)});
}

std::string limit_words(const Recurrence& rule, Day first_day, Language language) {
  std::string words;
  if (rule.until != Day::max()) words += fill(said(until_day, language), {format_day(rule.until, language)});
  words += fill(said(since_day, language), {format_day(first_day, language)});
  if (rule.count == 1) words += said(once, language);
  if (rule.count > 1) words += fill(said(count_times, language), {std::to_string(rule.count)});
  for (std::size_t i = 0; i < rule.exceptions.size(); ++i) {
    words += fill(said(i == 0 ? except_days : and_day, language), {format_day(rule.exceptions[i], language)});
  }
  return words;
}

std::string recurring_words(const When& when, Language language) {
  return words_of(*when.recurrence, when.first_day(), language) + time_words(when, language) +
         limit_words(*when.recurrence, when.first_day(), language);
}

}  // namespace

std::string words_beside_kind(const When& when, Language language) {
  if (when.kind == WhenKind::undated) return {};
  if (when.recurrence) return recurring_words(when, language);
  if (when.kind == WhenKind::event) return event_words(when, language);
  if (when.kind == WhenKind::deadline || is_one_day(when)) return due_words(when, language);
  return days_in(range_of_days, when.first_day(), when.last_day(), language);
}

std::string words_of(const When& when, Language language) {
  std::string words = words_beside_kind(when, language);
  if (!when.is_deadline()) return words;
  if (when.recurrence) return std::string(said(due, language)) + words;
  if (when.kind == WhenKind::deadline || is_one_day(when)) return fill(said(by_day, language), {words});
  return days_in(between_days, when.first_day(), when.last_day(), language);
}

std::string words_of(std::chrono::minutes duration, Language language) {
  const auto minutes = duration.count();
  constexpr std::chrono::minutes day = std::chrono::days{1};
  if (minutes > 0 && minutes % day.count() == 0) {
    const auto days = minutes / day.count();
    return days == 1 ? std::string(said(one_day, language)) : fill(said(some_days, language), {std::to_string(days)});
  }
  if (minutes < 60) return std::to_string(minutes) + " min";
  if (minutes % 60 == 0) return std::to_string(minutes / 60) + " h";
  const std::string rest = (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
  return fill(said(hours_and_minutes, language), {std::to_string(minutes / 60), rest});
}

}  // namespace jalon
