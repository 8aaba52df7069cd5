// When an action takes place, from all that its line and its attributes say: the date in the title, `due:`, `start:`,
// `end:`, `when:`, `duration:`, `every:`, and the same from the marks of other tools.
//
// How they go together: `when:` takes the place of the date in the title, `due:` makes a deadline, and a start before
// it a window; `start:` and `end:` move the ends of an event, a time of day alone going to the day that is known
// already; an end without a start is a deadline, and the last day of what recurs; `every:` recurs from the day that is
// known, or from as-of. A length belongs to events; that of a deadline is effort. Where two dates disagree, the
// attribute counts, with a warning. Pure but for the phrase reader, whose as-of is put back.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/when.h"

namespace jalon::list {

enum class Grain : std::uint8_t { day, time };  // a time of day alone waits for its day

struct DateValue {
  std::string_view text;  // as it is written
  SourceSpan span;
  Reading reading;
  Grain grain = Grain::day;
  std::string phrase;  // of `every:`, the phrase that its value stands for
};

struct Dates {
  std::optional<DateValue> title, when, due, start, scheduled, threshold, end, every;
  std::optional<std::chrono::minutes> duration;
  std::optional<Recurrence> repetition;
};

// Reads the value of an attribute; nothing where it is no date. Diagnostics' spans count in the value.
std::optional<DateValue> read_date_value(PhraseReader& phrases, std::string_view value);
// The value of `every:`: «mardi», "2 weeks", «tous les mois».
std::optional<DateValue> read_every_value(PhraseReader& phrases, std::string_view value);

// Reads a phrase as of another day than the plan's.
Reading read_as_of(PhraseReader& phrases, Day day, std::string_view phrase);

// What is said as the day or the days on which something is due.
When as_deadline(const When& when);

struct Schedule {
  When when;
  bool failed = false;                         // something was said and is no date: nothing else takes its place
  std::optional<std::chrono::minutes> effort;  // a `duration:` that is no event's
};

// `fallback` is the default deadline of the section or the plan.
Schedule make_schedule(const Dates& dates, const When& fallback, PhraseReader& phrases,
                       std::vector<Diagnostic>& diagnostics);

}  // namespace jalon::list
