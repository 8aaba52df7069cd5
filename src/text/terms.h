// The terms of the date grammar: what a word can be in any language, and what its value then counts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace jalon {

enum class Unit : std::int8_t {
  minute,
  hour,
  day,
  business_day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  half_year,
  year
};

enum class Term : std::uint8_t {
  weekday,         // 0 Sunday … 6 Saturday
  weekdays,        // the same as a plural that repeats: Mondays
  month,           // 1 … 12
  unit,            // Unit
  number,          // cardinal
  tens,            // 20, 30 … that a smaller number may follow
  ordinal,         // 1, 2 …; -1 last, -2 the one before
  ordinal_suffix,  // er, th, e: behind digits
  relative_day,    // days from as-of
  relative_part,   // tonight: a DayPart of today
  deictic,         // -1 last, 0 this, 1 next, 2 the one after next
  day_part,        // DayPart
  clock,           // noon, midnight: minutes from midnight
  meridiem,        // 0 am, 1 pm
  hour_mark,       // h, heures, o'clock
  fraction,        // minutes: quarter 15, half 30
  past,            // half PAST nine, neuf heures ET quart
  to_hour,         // quarter TO nine, MOINS le quart
  half,            // half an hour
  at,              // before a time
  on,              // before a day
  the,
  of,
  genitive,  // what makes a complement of a title: the meeting OF 15 January
  from,      // opens a range
  to,        // between the two ends of a range
  and_,
  between,
  bound,         // Bound
  bound_suffix,  // Bound, behind the date
  in_time,       // in 3 days, dans 3 jours
  within,        // within 10 days
  ago,           // before or behind a length of time
  from_now,      // behind a length of time
  before,        // 10 days BEFORE Christmas
  after,
  for_time,  // for 90 minutes
  every,
  other,               // every OTHER: 2
  one_in,              // un vendredi SUR deux
  periodic,            // Period: daily, weekly as adverbs
  periodic_adjective,  // the same as adjectives: hebdomadaire
  times,               // 5 TIMES
  once,                // ONCE a week
  per,                 // once A week
  except,
  excluding,  // after, not before: the date behind it is none on which a thing is due or takes place
  starting,
  holiday,  // Holiday
  season,   // 0 spring … 3 winter
  part,     // 0 beginning, 1 middle, 2 end
  end_of,   // EOD, EOW …: Unit
  eve,      // days from the day that follows: la veille de, le lendemain de
  week_of,
  weekday_set,     // 0 Monday to Friday, 1 Saturday and Sunday, 2 the days that are worked
  half_month,      // première quinzaine
  quarter_letter,  // T1, Q1
  half_letter,     // H1
  week_letter,     // S50, W50
  later_weeks,     // jeudi EN HUIT: weeks to add
  weeks_by_days,   // lundi EN 8, EN 15: in as many days
  iso_t,           // the T of 2018-12-14T17:00
  utc,             // Z
  approximate,     // vers, around
  now,
  filler,     // says nothing more
  year_word,  // l'AN 2019
  digits,     // a number in figures: what no word of a table is
  mark,       // a mark that may stand in a date: no word either
  count_
};

enum class Bound : std::int8_t { before, by, until };
enum class DayPart : std::int8_t { morning, midday, afternoon, evening, night, workday };
enum class Period : std::int8_t { daily, weekly, biweekly, monthly, quarterly, half_yearly, yearly, working_days };

// What a token can be, and what a part of the grammar may begin with: whether they meet costs less than trying.
class TermSet {
 public:
  constexpr TermSet() = default;
  constexpr TermSet(std::initializer_list<Term> terms) {
    for (const Term term : terms) add(term);
  }

  constexpr void add(Term term) { bits_[index(term) / 64] |= bit(term); }
  constexpr bool has(Term term) const { return (bits_[index(term) / 64] & bit(term)) != 0; }
  constexpr bool meets(const TermSet& other) const {
    return ((bits_[0] & other.bits_[0]) | (bits_[1] & other.bits_[1])) != 0;
  }
  constexpr bool empty() const { return (bits_[0] | bits_[1]) == 0; }
  friend constexpr TermSet operator|(TermSet one, const TermSet& other) {
    one.bits_[0] |= other.bits_[0];
    one.bits_[1] |= other.bits_[1];
    return one;
  }

 private:
  static constexpr std::size_t index(Term term) { return static_cast<std::size_t>(term); }
  static constexpr std::uint64_t bit(Term term) { return std::uint64_t{1} << index(term) % 64; }
  std::array<std::uint64_t, 2> bits_{};
};
static_assert(static_cast<std::size_t>(Term::count_) <= 128);

}  // namespace jalon
