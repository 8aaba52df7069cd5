#include "app/json.h"

#include <fmt/format.h>

#include <array>

#include "model/when_words.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 4> kinds = {"undated", "event", "deadline", "window"};
constexpr std::array<std::string_view, 4> frequencies = {"daily", "weekly", "monthly", "yearly"};
constexpr std::array<std::string_view, 7> weekdays = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

Json time_in(const When& when, LocalTime time) {
  return when.timed ? json_time(time) : json_time(std::chrono::floor<std::chrono::days>(time));
}

Json weekdays_of(const Recurrence& rule) {
  Json days = Json::array();
  for (const NthWeekday& day : rule.by_day) {
    days.push_back({{"nth", day.nth}, {"weekday", weekdays[day.weekday.c_encoding()]}});
  }
  return days;
}

Json exceptions_of(const Recurrence& rule) {
  Json days = Json::array();
  for (const Day day : rule.exceptions) days.push_back(json_time(day));
  return days;
}

Json recurrence_of(const Recurrence& rule) {
  Json json;
  json["frequency"] = frequencies[static_cast<std::size_t>(rule.frequency)];
  json["interval"] = rule.interval;
  json["count"] = rule.count == 0 ? Json() : Json(rule.count);
  json["until"] = rule.until == Day::max() ? Json() : Json(json_time(rule.until));
  json["by_month"] = rule.by_month;
  json["by_month_day"] = rule.by_month_day;
  json["by_day"] = weekdays_of(rule);
  json["by_set_position"] = rule.by_set_position;
  json["exceptions"] = exceptions_of(rule);
  return json;
}

}  // namespace

std::string json_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string json_time(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string json_time(LocalTime time) {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - LocalTime{day}};
  return fmt::format("{}T{:02}:{:02}:{:02}", json_time(day), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

void add_when(Json& json, const When& when, Language language) {
  json["kind"] = kinds[static_cast<std::size_t>(when.kind)];
  json["timed"] = when.timed;
  const bool starts = when.kind == WhenKind::event || when.kind == WhenKind::window;
  json["start"] = starts ? time_in(when, when.start) : Json();
  json["end"] = when.kind == WhenKind::undated ? Json() : time_in(when, when.end);
  json["words"] = words_of(when, language);
  json["recurrence"] = when.recurrence ? recurrence_of(*when.recurrence) : Json();
}

}  // namespace jalon
