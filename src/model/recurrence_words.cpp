#include <algorithm>
#include <array>
#include <chrono>

#include "base/calendar_words.h"
#include "base/word_pattern.h"
#include "model/when_words.h"

namespace jalon {
namespace {

using Pair = std::array<std::string_view, language_count>;

// «{}» stands for the interval, the days or the months.
constexpr std::array<Pair, 4> every_one = {{{"chaque jour", "every day"},
                                            {"chaque semaine", "every week"},
                                            {"chaque mois", "every month"},
                                            {"chaque année", "every year"}}};
constexpr std::array<Pair, 4> every_few = {{{"tous les {} jours", "every {} days"},
                                            {"toutes les {} semaines", "every {} weeks"},
                                            {"tous les {} mois", "every {} months"},
                                            {"tous les {} ans", "every {} years"}}};
constexpr std::array<Pair, 5> ordinals = {{{"premier", "first"},
                                           {"deuxième", "second"},
                                           {"troisième", "third"},
                                           {"quatrième", "fourth"},
                                           {"cinquième", "fifth"}}};
constexpr Pair last_of = {"dernier", "last"};
constexpr Pair last_but_one = {"avant-dernier", "last but one"};
constexpr Pair nth_from_last = {"{}e avant-dernier", "{}th last"};
constexpr Pair nth = {"{}e", "{}th"};
constexpr Pair the_nth = {"le {} {}", "the {} {}"};
constexpr Pair day_word = {"jour", "day"};
constexpr Pair working_day = {"jour ouvrable", "working day"};
constexpr Pair weekdays_only = {"du lundi au vendredi", "from Monday to Friday"};
constexpr Pair every_of = {"chaque {}", "every {}"};
constexpr Pair and_word = {" et ", " and "};

std::string_view said(const Pair& pair, Language language) { return pair[static_cast<std::size_t>(language)]; }

std::string joined(const std::vector<std::string>& items, Language language) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) result += i + 1 == items.size() ? said(and_word, language) : ", ";
    result += items[i];
  }
  return result;
}

std::string period(const Recurrence& rule, Language language) {
  const auto index = static_cast<std::size_t>(rule.frequency);
  if (rule.interval == 1) return std::string(said(every_one[index], language));
  return fill(said(every_few[index], language), {std::to_string(rule.interval)});
}

std::string ordinal(int position, Language language) {
  if (position > 0 && position <= 5)
    return std::string(said(ordinals[static_cast<std::size_t>(position - 1)], language));
  if (position == -1) return std::string(said(last_of, language));
  if (position == -2) return std::string(said(last_but_one, language));
  return fill(said(position > 0 ? nth : nth_from_last, language), {std::to_string(std::abs(position))});
}

bool is_monday_to_friday(const std::vector<NthWeekday>& days) {
  const auto plain = [](const NthWeekday& d) { return d.nth == 0 && d.weekday.iso_encoding() <= 5; };
  return days.size() == 5 && std::all_of(days.begin(), days.end(), plain);
}

std::vector<std::string> weekday_names(const std::vector<NthWeekday>& days, Language language) {
  std::vector<std::string> names;
  names.reserve(days.size());
  for (const NthWeekday& day : days) names.emplace_back(weekday_name(day.weekday, language));
  return names;
}

// English puts its suffix on the number of a day, French only on the first.
std::string month_day(int day, Language language) {
  if (day < 0) return fill(said(the_nth, language), {ordinal(day, language), said(day_word, language)});
  if (language == Language::french) return "le " + std::to_string(day) + (day == 1 ? "er" : "");
  const bool teen = day >= 11 && day <= 13;
  const std::string_view suffix = teen || day % 10 > 3 || day % 10 == 0 ? "th"
                                  : day % 10 == 1                       ? "st"
                                  : day % 10 == 2                       ? "nd"
                                                                        : "rd";
  return "the " + std::to_string(day) + std::string(suffix);
}

std::string nth_weekday(const NthWeekday& day, Language language) {
  return fill(said(the_nth, language), {ordinal(day.nth, language), weekday_name(day.weekday, language)});
}

std::string set_position(const Recurrence& rule, int position, Language language) {
  const std::string days = is_monday_to_friday(rule.by_day) ? std::string(said(working_day, language))
                                                            : joined(weekday_names(rule.by_day, language), language);
  return fill(said(the_nth, language), {ordinal(position, language), days});
}

// Which days of its month or year: «le premier lundi», «le 15 et le dernier jour».
std::string days_of(const Recurrence& rule, Day first_day, Language language) {
  std::vector<std::string> days;
  for (const int position : rule.by_set_position) days.push_back(set_position(rule, position, language));
  if (days.empty()) {
    for (const NthWeekday& day : rule.by_day) {
      days.push_back(day.nth == 0 ? fill(said(every_of, language), {weekday_name(day.weekday, language)})
                                  : nth_weekday(day, language));
    }
  }
  for (const std::int8_t day : rule.by_month_day) days.push_back(month_day(day, language));
  if (days.empty()) {
    const std::chrono::year_month_day date{first_day};
    days.push_back(month_day(static_cast<int>(static_cast<unsigned>(date.day())), language));
  }
  return joined(days, language);
}

std::string months_of(const Recurrence& rule, Day first_day, Language language) {
  std::vector<std::string> names;
  for (const unsigned month : rule.by_month) names.emplace_back(month_name(std::chrono::month{month}, language));
  const bool needs_month = rule.frequency == Frequency::yearly && (rule.by_day.empty() || !rule.by_month_day.empty());
  if (names.empty() && needs_month) {
    names.emplace_back(month_name(std::chrono::year_month_day{first_day}.month(), language));
  }
  return joined(names, language);
}

bool starts_with_vowel(std::string_view month) { return month.starts_with('a') || month.starts_with('o'); }

// «le 24 décembre», but «le premier lundi de décembre».
std::string of_months(const Recurrence& rule, const std::string& months, Language language) {
  if (language == Language::english) return " of " + months;
  const bool of_number = rule.by_day.empty() && (rule.by_month_day.empty() || rule.by_month_day.back() > 0);
  if (of_number) return " " + months;
  return (starts_with_vowel(months) ? " d'" : " de ") + months;
}

std::string weekly_words(const Recurrence& rule, Day first_day, Language language) {
  if (is_monday_to_friday(rule.by_day)) {
    Recurrence days = rule;
    if (rule.interval == 1) days.frequency = Frequency::daily;
    return period(days, language) + " " + std::string(said(weekdays_only, language));
  }
  const std::vector<std::string> names =
      rule.by_day.empty()
          ? std::vector<std::string>{std::string(weekday_name(std::chrono::weekday{first_day}, language))}
          : weekday_names(rule.by_day, language);
  if (rule.interval == 1) return fill(said(every_of, language), {joined(names, language)});
  return period(rule, language) + (language == Language::french ? " le " : " on ") + joined(names, language);
}

std::string daily_words(const Recurrence& rule, Language language) {
  if (rule.by_day.empty()) return period(rule, language);
  return period(rule, language) + " (" + joined(weekday_names(rule.by_day, language), language) + ")";
}

std::string monthly_words(const Recurrence& rule, Day first_day, Language language) {
  const std::string days = days_of(rule, first_day, language);
  const std::string months = months_of(rule, first_day, language);
  if (!months.empty()) return days + of_months(rule, months, language) + ", " + period(rule, language);
  if (rule.interval > 1) return period(rule, language) + ", " + days;
  return days + (language == Language::french ? " de " : " of ") + period(rule, language);
}

std::string yearly_words(const Recurrence& rule, Day first_day, Language language) {
  const std::string days = days_of(rule, first_day, language);
  const std::string months = months_of(rule, first_day, language);
  const std::string which = months.empty() ? days : days + of_months(rule, months, language);
  if (months.empty() && rule.interval == 1)
    return which + (language == Language::french ? " de " : " of ") + period(rule, language);
  return period(rule, language) + ", " + which;
}

}  // namespace

std::string words_of(const Recurrence& rule, Day first_day, Language language) {
  switch (rule.frequency) {
    case Frequency::daily:
      return daily_words(rule, language);
    case Frequency::weekly:
      return weekly_words(rule, first_day, language);
    case Frequency::monthly:
      return monthly_words(rule, first_day, language);
    case Frequency::yearly:
      return yearly_words(rule, first_day, language);
  }
  return {};
}

}  // namespace jalon
