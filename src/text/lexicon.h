// The words of dates. A language is a table: each row gives a term of the grammar, its value and the words for it,
// separated by `|`. The grammar (date_grammar.cpp) knows terms only, so a new language is a new table.
//
// Words are written as people do; accents, case, apostrophes and hyphens do not matter.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  starting,
  holiday,  // Holiday
  season,   // 0 spring … 3 winter
  part,     // 0 beginning, 1 middle, 2 end
  end_of,   // EOD, EOW …: Unit
  eve,      // days from the day that follows: la veille de, le lendemain de
  week_of,
  weekday_set,     // 0 Monday to Friday, 1 Saturday and Sunday
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
};

enum class Bound : std::int8_t { before, by, until };
enum class DayPart : std::int8_t { morning, midday, afternoon, evening, night, workday };
enum class Period : std::int8_t { daily, weekly, biweekly, monthly, quarterly, half_yearly, yearly, working_days };

struct Words {
  Term term;
  int value;
  std::string_view alternatives;
};

struct LanguageTable {
  std::string_view code;  // RFC 5646
  bool day_first;         // 5/12 is 5 December
  std::span<const Words> words;
};

extern const LanguageTable french_words;
extern const LanguageTable english_words;

struct Sense {
  Term term;
  std::uint8_t table;   // index into the lexicon's tables
  std::uint8_t tokens;  // how many it takes
  std::int16_t value;
};

// Numbers the words of all tables and lists what a sequence of them can mean.
class Lexicon {
 public:
  static constexpr std::uint32_t no_word = 0;

  explicit Lexicon(std::span<const LanguageTable* const> tables);
  static const Lexicon& standard();  // French and English

  std::span<const LanguageTable* const> tables() const { return tables_; }
  std::uint32_t word(std::string_view folded) const;  // no_word where no table has it

  // What begins with a word: its sense, and the words that must follow it.
  struct Entry {
    Sense sense;
    std::uint32_t rest_begin = 0;
    std::uint32_t rest_size = 0;
  };
  std::span<const Entry> entries(std::uint32_t word) const;
  std::span<const std::uint32_t> rest(const Entry& entry) const {
    return {rest_.data() + entry.rest_begin, entry.rest_size};
  }

 private:
  using Found = std::pair<std::uint32_t, Entry>;
  void add(std::uint8_t table, const Words& words, std::vector<Found>& found);
  std::uint32_t number(const std::string& folded);
  std::size_t slot_of(std::string_view folded) const;
  void grow();

  std::vector<const LanguageTable*> tables_;
  std::vector<std::string> spellings_ = {""};  // spellings_[word]
  std::vector<std::uint32_t> slots_;           // open addressing: words by hash of their spelling
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> first_;  // entries of a word: first_[word] … first_[word + 1]
  std::vector<std::uint32_t> rest_;
};

}  // namespace jalon
