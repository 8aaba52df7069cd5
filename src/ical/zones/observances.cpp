#include "ical/zones/observances.h"

#include <algorithm>
#include <cstdint>

namespace jalon {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

// A change of the clocks, by the clocks before it.
struct Onset {
  sys_seconds at;
  Observance once;
  year_month_day date;
  seconds time_of_day;
};

// Fewer years than this are clearer as single observances.
constexpr std::size_t fewest_years = 3;

// Two changes that one rule may produce in different years.
bool alike(const Onset& a, const Onset& b) {
  return a.date.month() == b.date.month() && a.time_of_day == b.time_of_day && a.once.from == b.once.from &&
         a.once.to == b.once.to && a.once.daylight == b.once.daylight && a.once.name == b.once.name;
}

unsigned day_number(const Onset& onset) { return static_cast<unsigned>(onset.date.day()); }
std::chrono::weekday weekday_of(const Onset& onset) { return std::chrono::weekday{Day{onset.date}}; }

unsigned shortest_length(std::chrono::month month) {
  return static_cast<unsigned>((year{2001} / month / std::chrono::last).day());
}

// The seven days among which this weekday always fell: the last of the month, or an nth, or others.
YearlyRule weekday_rule(const Onset& onset, unsigned least, unsigned most) {
  const unsigned last_seven = shortest_length(onset.date.month()) - 6;
  const unsigned nth_seven = (least - 1) / 7 * 7 + 1;
  const unsigned other = most <= nth_seven + 6 ? nth_seven : most - 6;
  return {onset.date.month(), last_seven <= least ? last_seven : other, weekday_of(onset)};
}

using Onsets = std::vector<Onset>;
using Run = std::vector<std::size_t>;  // indexes: one change a year, in years without a gap

enum class Fixed : std::uint8_t { weekday, day };  // what a rule holds fast from year to year

// The changes from `first` on that such a rule may have produced.
Run run_from(const Onsets& onsets, std::size_t first, const std::vector<bool>& taken, Fixed fixed) {
  Run run{first};
  unsigned least = day_number(onsets[first]), most = least;
  for (std::size_t i = first + 1; i < onsets.size(); ++i) {
    const Onset& next = onsets[i];
    const years gap = next.date.year() - onsets[run.back()].date.year();
    if (gap > years{1}) break;
    if (gap < years{1} || taken[i] || !alike(next, onsets[first])) continue;
    least = std::min(least, day_number(next));
    most = std::max(most, day_number(next));
    const bool on_weekday = weekday_of(next) == weekday_of(onsets[first]) && most - least < 7;
    if (fixed == Fixed::day ? least != most : !on_weekday) break;
    run.push_back(i);
  }
  return run;
}

YearlyRule rule_of(const Onsets& onsets, const Run& run, Fixed fixed) {
  const Onset& first = onsets[run.front()];
  if (fixed == Fixed::day) return {first.date.month(), day_number(first), std::nullopt};
  const auto earlier = [&](std::size_t a, std::size_t b) { return day_number(onsets[a]) < day_number(onsets[b]); };
  const auto [least, most] = std::minmax_element(run.begin(), run.end(), earlier);
  return weekday_rule(first, day_number(onsets[*least]), day_number(onsets[*most]));
}

bool reproduces(const YearlyRule& rule, const Onsets& onsets, const Run& run) {
  return std::all_of(run.begin(), run.end(),
                     [&](std::size_t i) { return rule.in(onsets[i].date.year()) == onsets[i].date; });
}

// The first year for whose changes nothing is listed any more: what comes back until then comes back for ever.
year horizon(LocalTime from) { return std::max(year{2400}, year_month_day{floor<days>(from)}.year() + years{30}); }

LocalTime local_start(const Transition& change) {
  return LocalTime{change.at.time_since_epoch() + change.offset_before};
}

Onset onset_of(const Transition& change, LocalTime start, bool daylight) {
  const Day day = floor<days>(start);
  return {change.at,
          {start, change.offset_before, change.offset, change.abbreviation, daylight, std::nullopt, std::nullopt},
          year_month_day{day},
          start - day};
}

// Readers expect daylight time to be ahead of standard time. The data of some zones have it the other way round
// (Europe/Dublin); and where only the name changes, it stays what it was.
bool is_ahead(const Transition& change, bool daylight_before) {
  return change.daylight == daylight_before ? change.daylight : change.offset > change.offset_before;
}

// What is in force at the beginning; where it always was, it begins at a day that every reader can count from.
Onset first_onset(const Zone& zone, const Transition& state, LocalTime begin) {
  if (state.at == sys_seconds::min()) {
    return onset_of(state, std::min(begin, LocalTime{Day{year{1970} / 1 / 1}}), state.daylight);
  }
  const bool daylight_before = zone.state_at(state.at - seconds{1}).daylight;
  return onset_of(state, local_start(state), is_ahead(state, daylight_before));
}

Onsets onsets_of(const Zone& zone, LocalTime begin) {
  const sys_seconds from{begin.time_since_epoch()};
  const Transition state = zone.state_at(from);
  Onsets onsets{first_onset(zone, state, begin)};
  bool daylight = state.daylight;
  for (const auto& change : zone.transitions(from, std::chrono::sys_days{horizon(begin) / 1 / 1})) {
    onsets.push_back(onset_of(change, local_start(change), is_ahead(change, daylight)));
    daylight = change.daylight;
  }
  return onsets;
}

// The longest run from `first` on that a rule reproduces.
Observance observance_from(const Onsets& onsets, std::size_t first, std::vector<bool>& taken, year end) {
  Observance result = onsets[first].once;
  Run best;
  for (const Fixed fixed : {Fixed::weekday, Fixed::day}) {
    const Run run = run_from(onsets, first, taken, fixed);
    const YearlyRule rule = rule_of(onsets, run, fixed);
    if (run.size() < fewest_years || run.size() <= best.size() || !reproduces(rule, onsets, run)) continue;
    best = run;
    result.rule = rule;
  }
  for (const std::size_t i : best) taken[i] = true;
  if (!best.empty() && onsets[best.back()].date.year() < end - years{1}) result.until = onsets[best.back()].at;
  return result;
}

}  // namespace

year_month_day YearlyRule::in(std::chrono::year year) const {
  const Day first{year / month / std::chrono::day{first_day}};
  return year_month_day{weekday ? first + (*weekday - std::chrono::weekday{first}) : first};
}

std::vector<Observance> make_observances(const Zone& zone, LocalTime earliest, std::optional<LocalTime> latest) {
  // From the start of the year before, so that a yearly rule stands whole before the first date.
  const LocalTime begin{Day{(year_month_day{floor<days>(earliest)}.year() - years{1}) / 1 / 1}};
  const Onsets onsets = onsets_of(zone, begin);
  std::vector<bool> taken(onsets.size());
  std::vector<Observance> result;
  for (std::size_t i = 0; i < onsets.size(); ++i) {
    if (latest && onsets[i].once.start > *latest + years{1}) break;
    if (!taken[i]) result.push_back(observance_from(onsets, i, taken, horizon(begin)));
  }
  return result;
}

}  // namespace jalon
