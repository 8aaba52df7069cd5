#include "view/words.h"

#include <array>

#include "base/calendar_words.h"
#include "base/word_pattern.h"

namespace jalon {
namespace {

using std::chrono::days;
using Names = std::array<std::string_view, language_count>;

constexpr std::array<Names, static_cast<std::size_t>(ViewWord::count_)> words = {{
    {"aujourd'hui", "today"},
    {"demain", "tomorrow"},
    {"dans {} jours", "in {} days"},
    {"en retard d'un jour", "1 day late"},
    {"en retard de {} jours", "{} days late"},
    {"Semaine {}", "Week {}"},
    {"du {} au {}", "{} to {}"},
    {"En retard", "Overdue"},
    {"Sans date", "No date"},
    {"Rien de prévu.", "Nothing planned."},
    {"échéance", "due"},
    {"pour {}", "by {}"},
    {"d'ici le {}", "by {}"},
    {"jusqu'au {}", "until {}"},
    {"{} – {}", "{}–{}"},
    {"+ {}", "+ {}"},
    {"Conflits", "Conflicts"},
    {"{}: deux choses à la fois", "{}: two things at once"},
    {"Lignes non comprises", "Lines not understood"},
    {"Aller au plan", "Go to the plan"},
    {"Le {} · fuseau {}", "{} · time zone {}"},
}};

constexpr std::array<Names, 7> weekdays = {{{"dim.", "Sun"},
                                            {"lun.", "Mon"},
                                            {"mar.", "Tue"},
                                            {"mer.", "Wed"},
                                            {"jeu.", "Thu"},
                                            {"ven.", "Fri"},
                                            {"sam.", "Sat"}}};
constexpr std::array<Names, 12> months = {{{"janv.", "Jan"},
                                           {"févr.", "Feb"},
                                           {"mars", "Mar"},
                                           {"avril", "Apr"},
                                           {"mai", "May"},
                                           {"juin", "Jun"},
                                           {"juil.", "Jul"},
                                           {"août", "Aug"},
                                           {"sept.", "Sep"},
                                           {"oct.", "Oct"},
                                           {"nov.", "Nov"},
                                           {"déc.", "Dec"}}};

std::string_view in(const Names& names, Language language) { return names[static_cast<std::size_t>(language)]; }

}  // namespace

std::string view_word(ViewWord id, Language language, std::initializer_list<std::string_view> values) {
  return fill(in(words[static_cast<std::size_t>(id)], language), values);
}

std::string short_weekday(std::chrono::weekday weekday, Language language) {
  return std::string(in(weekdays[weekday.c_encoding()], language));
}

std::string short_month(std::chrono::month month, Language language) {
  return std::string(in(months[static_cast<unsigned>(month) - 1], language));
}

std::string short_day(Day day, Language language) {
  const std::chrono::year_month_day date{day};
  const auto number = static_cast<unsigned>(date.day());
  const bool ordinal = language == Language::french && number == 1;
  return std::to_string(number) + (ordinal ? "er " : " ") + short_month(date.month(), language);
}

std::string weekday_and_day(Day day, Language language) {
  return short_weekday(std::chrono::weekday{day}, language) + " " + short_day(day, language);
}

std::string days_left(Day today, Day due, Language language) {
  const auto left = (due - today).count();
  if (left == 0) return view_word(ViewWord::today, language);
  if (left == 1) return view_word(ViewWord::tomorrow, language);
  if (left > 1) return view_word(ViewWord::in_days, language, {std::to_string(left)});
  if (left == -1) return view_word(ViewWord::yesterday, language);
  return view_word(ViewWord::days_late, language, {std::to_string(-left)});
}

std::string time_range(LocalTime start, LocalTime end, Language language) {
  std::string from = format_time_of_day(start, language);
  if (end <= start) return from;
  return view_word(ViewWord::from_to, language, {from, format_time_of_day(end, language)});
}

int iso_week(Day day) {
  const Day thursday = monday_of(day) + days{3};
  const Day first{std::chrono::year_month_day{thursday}.year() / 1 / 1};
  return static_cast<int>((thursday - first).count() / 7) + 1;
}

Day monday_of(Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

}  // namespace jalon
