#include <array>
#include <utility>

#include "app/diagnostic_text.h"
#include "app/json.h"
#include "app/when.h"
#include "base/display.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 3> verdicts = {"none", "when", "error"};
constexpr std::array<std::pair<Said, std::string_view>, 14> parts = {{{said_year, "year"},
                                                                      {said_month, "month"},
                                                                      {said_day, "day"},
                                                                      {said_weekday, "weekday"},
                                                                      {said_week, "week"},
                                                                      {said_quarter, "quarter"},
                                                                      {said_start_time, "start_time"},
                                                                      {said_end_time, "end_time"},
                                                                      {said_part_of_day, "part_of_day"},
                                                                      {said_duration, "duration"},
                                                                      {said_bound, "bound"},
                                                                      {said_recurrence, "recurrence"},
                                                                      {said_holiday, "holiday"},
                                                                      {said_relative, "relative"}}};

// What a reading must have from somewhere: the parts of its day, and of its times where it has some.
std::uint32_t needed(const When& when) {
  if (when.kind == WhenKind::undated) return 0;
  std::uint32_t parts_of_it = said_year | said_month | said_day;
  if (when.timed) parts_of_it |= said_start_time;
  if (when.timed && when.kind == WhenKind::event) parts_of_it |= said_end_time;
  return parts_of_it;
}

// A length of time says when something ends, a part of the day says both times.
std::uint32_t covered(std::uint32_t said) {
  if ((said & said_duration) != 0) said |= said_end_time;
  if ((said & said_part_of_day) != 0) said |= said_start_time | said_end_time;
  return said;
}

Json names_of(std::uint32_t bits) {
  Json names = Json::array();
  for (const auto& [bit, name] : parts) {
    if ((bits & bit) != 0) names.push_back(name);
  }
  return names;
}

Json diagnostics_of(std::string_view phrase, const Reading& reading, Language language) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : reading.diagnostics) {
    const std::size_t begin = std::min<std::size_t>(diagnostic.span.begin, phrase.size());
    const std::size_t end = std::clamp<std::size_t>(diagnostic.span.end, begin, phrase.size());
    const std::size_t column = count_graphemes(phrase.substr(0, begin)) + 1;
    list.push_back({{"severity", severity_name(severity_of(diagnostic), Language::english)},
                    {"code", code_name(diagnostic.code)},
                    {"column", column},
                    {"end_column", column + count_graphemes(phrase.substr(begin, end - begin))},
                    {"message", message_of(diagnostic, language)},
                    {"mend", mend_of(diagnostic, language)}});
  }
  return list;
}

}  // namespace

std::string when_json(std::string_view phrase, const Reading& reading, const Zone& zone, Language language) {
  Json json;
  json["phrase"] = phrase;
  json["reading"] = format_reading(reading);
  json["verdict"] = verdicts[static_cast<std::size_t>(reading.verdict)];
  json["language"] = language_code(language);
  json["timezone"] = zone.name();
  add_when(json, reading.when, language);
  json["said"] = names_of(reading.said);
  json["assumed"] = names_of(needed(reading.when) & ~covered(reading.said));
  json["diagnostics"] = diagnostics_of(phrase, reading, language);
  return json_line(json);
}

}  // namespace jalon
