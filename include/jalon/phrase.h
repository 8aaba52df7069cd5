// Reads a date phrase: «avant le 25 décembre», "every Tuesday 10-11am until Dec 18".
//
// Takes UTF-8 (composed or not, any case, with or without accents). A phrase is read whole or not at all:
// what is not understood is `none`, never guessed. Pure: as-of, language and habits come in the context.
// Rules: README «Dates»; recurrences are those of RFC 5545 section 3.3.10, weeks those of ISO 8601.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/diagnostic.h"
#include "jalon/language.h"
#include "jalon/when.h"

namespace jalon {

enum class NumericOrder : std::uint8_t { unknown, day_first, month_first };  // how 5/12 is meant

// Which days are worked, for what is counted in business days.
class WorkDays;
// `holidays`: the regions whose legal holidays are off (QC, CA, FR, US), days off (2018-12-24) and stretches of them
// (2018-12-24/2019-01-04); `working_days`: weekdays, in any language. Each parted by commas; empty: none, and Monday to
// Friday. Null where a part is none of these.
std::shared_ptr<const WorkDays> parse_work_days(std::string_view holidays, std::string_view working_days);
std::string_view holiday_regions();  // "QC, CA …"

struct PhraseContext {
  LocalTime as_of{};                                   // from when phrases are read, local; midnight means the day
  Language language = Language::french;                // tried first; the others after it
  NumericOrder numeric_order = NumericOrder::unknown;  // unknown: the language decides, with a note
  std::chrono::minutes default_duration{60};           // of a timed event without an end
  std::chrono::minutes end_of_day{17 * 60};            // what «EOD» and «fin de journée» mean
  std::shared_ptr<const WorkDays> work_days;           // null: Monday to Friday, without 1 January and 25 December
  // Turns an instant into the plan's local time, for phrases with a UTC offset; empty: they are not understood.
  std::function<LocalTime(std::chrono::sys_seconds)> to_local;
};

// What the words said; the rest of a reading was assumed. Bits.
enum Said : std::uint32_t {
  said_year = 1,
  said_month = 2,
  said_day = 4,
  said_weekday = 8,
  said_week = 16,
  said_quarter = 32,
  said_start_time = 64,
  said_end_time = 128,
  said_part_of_day = 256,
  said_duration = 512,
  said_bound = 1024,  // avant, by, until …
  said_recurrence = 2048,
  said_holiday = 4096,
  said_relative = 8192,  // counted from as-of: demain, lundi, in 3 days
};

struct Reading {
  enum class Verdict : std::uint8_t { none, when, error };
  Verdict verdict = Verdict::none;
  When when;
  std::uint32_t said = 0;
  std::vector<Diagnostic> diagnostics;  // spans count in the bytes of the phrase given
};

// Where a date stands in an action's line, and what it says.
struct FoundWhen {
  Reading reading;       // `none` where something is set apart as a date and is not understood; spans count in the line
  SourceSpan phrase;     // the words themselves
  SourceSpan cut;        // what leaves the title: the phrase, its separator, its brackets
  SourceSpan other_cut;  // behind it, what else leaves: the hour of a date that stands first, if any
};

// A month or a weekday that was mistyped.
struct Mistyped {
  SourceSpan word;         // counts in the phrase
  std::string_view meant;  // as dates write it: «décembre»
};

class PhraseReader {
 public:
  explicit PhraseReader(PhraseContext context);
  ~PhraseReader();
  PhraseReader(PhraseReader&&) noexcept;
  PhraseReader& operator=(PhraseReader&&) noexcept;

  const PhraseContext& context() const;
  void set_context(PhraseContext context);

  // The whole phrase.
  Reading read(std::string_view phrase);
  // The date in an action's title, attributes already taken out: first, last, behind a separator, or alone in
  // brackets; in the middle it is part of the title.
  std::optional<FoundWhen> find(std::string_view title);
  // For a phrase that read() does not understand: its word that would be the one to mend, «décmebre» of «15 décmebre»;
  // nothing where it would not be a date with another month or weekday either.
  std::optional<Mistyped> find_mistyped(std::string_view phrase);
  // A length of time: «2 h», "45 min", «1,5 h», «3 jours», "half an hour". Nothing where it is none.
  std::optional<std::chrono::minutes> read_duration(std::string_view text);

  struct Impl;  // src/text/phrase_reader.h

 private:
  std::unique_ptr<Impl> impl_;
};

// The one-line form of a reading, as tests and `jalon when` show it:
//   event DAY | event DAY/LASTDAY | event START/END | deadline DAY-OR-TIME | window DAY/LASTDAY | error KIND | none
// a recurrence adds " ; RRULE" with UNTIL as the last local day, exceptions add ";EXDATE=DAY,DAY".
std::string format_reading(const Reading& reading);

// Which language a text is in, by its words; nothing where it does not show.
std::optional<Language> detect_language(std::string_view text);

}  // namespace jalon
