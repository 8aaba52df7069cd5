#include "text/list/agenda.h"

#include "text/list/schedule.h"

namespace jalon::list {
namespace {

constexpr std::uint32_t times = said_start_time | said_end_time | said_part_of_day | said_duration;
constexpr std::uint32_t counted = times | said_weekday | said_relative | said_bound;

bool is_within(const When& when, const Agenda& agenda) {
  return agenda.first <= when.first_day() && when.first_day() <= agenda.last;
}

}  // namespace

std::optional<Agenda> agenda_of(const Reading& heading) {
  constexpr std::chrono::days month{31};
  const When& when = heading.when;
  const bool days = heading.verdict == Reading::Verdict::when && when.kind == WhenKind::event && !when.recurrence;
  if (!days || (heading.said & said_bound) != 0) return std::nullopt;
  if (when.last_day() - when.first_day() >= month) return std::nullopt;
  return Agenda{when.first_day(), when.last_day()};
}

std::optional<Reading> read_within(PhraseReader& phrases, std::string_view phrase, const Reading& reading,
                                   const Agenda& agenda) {
  const bool by_weekday = (reading.said & said_weekday) != 0;
  const bool by_time = (reading.said & times) != 0 && agenda.first == agenda.last;
  const bool leans = (reading.said & said_relative) != 0 && (reading.said & ~counted) == 0;
  if (!leans || !(by_weekday || by_time) || reading.when.recurrence) return std::nullopt;
  // A weekday is the first one after the day from which it is read.
  Reading placed = read_as_of(phrases, agenda.first - std::chrono::days{by_weekday ? 1 : 0}, phrase);
  if (placed.verdict != Reading::Verdict::when || !is_within(placed.when, agenda)) return std::nullopt;
  return placed;
}

}  // namespace jalon::list
