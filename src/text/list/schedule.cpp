#include "text/list/schedule.h"

#include <array>
#include <memory>

#include "base/catalogue.h"
#include "text/list/letters.h"

namespace jalon::list {
namespace {

using std::chrono::days;
using std::chrono::floor;

bool is_when(const Reading& reading) { return reading.verdict == Reading::Verdict::when; }

std::string iso_day(Day day) {
  const std::chrono::year_month_day date{day};
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day()));
}

Reading read_on(PhraseReader& phrases, Day day, std::string_view time) {
  return phrases.read(iso_day(day) + " " + std::string(time));
}

// A time of day that goes with any day: «9 h 30», not «ce soir».
bool says_only_a_time(PhraseReader& phrases, std::string_view value, const Reading& reading) {
  constexpr std::uint32_t times = said_start_time | said_end_time | said_part_of_day | said_duration | said_relative;
  if (!is_when(reading) || !reading.when.timed || (reading.said & ~times) != 0) return false;
  const Reading on_a_day = read_on(phrases, Day{}, value);
  return is_when(on_a_day) && on_a_day.when.timed;
}

bool same_recurrence(const When& a, const When& b) {
  if (a.recurrence == nullptr || b.recurrence == nullptr) return a.recurrence == b.recurrence;
  return *a.recurrence == *b.recurrence;
}

bool same(const When& a, const When& b) {
  return a.kind == b.kind && a.timed == b.timed && a.start == b.start && a.end == b.end && same_recurrence(a, b);
}

When deadline_at(LocalTime time, bool timed) {  // NOLINT: the two are one moment
  When when;
  when.kind = WhenKind::deadline;
  when.timed = timed;
  when.start = when.end = time;
  return when;
}

// The moment at which something ends that is said as a date: the last day of days, the time said of a day.
LocalTime end_said(const When& when) { return when.kind == WhenKind::event && when.timed ? when.start : when.end; }

class Scheduler {
 public:
  Scheduler(const Dates& dates, const When& fallback, PhraseReader& phrases, std::vector<Diagnostic>& diagnostics)
      : dates_(dates), fallback_(fallback), phrases_(phrases), diagnostics_(diagnostics) {}

  Schedule make() {
    for (const auto* value : {&dates_.title, &dates_.when, &dates_.due, &dates_.start, &dates_.scheduled,
                              &dates_.threshold, &dates_.end, &dates_.every}) {
      if (*value && (*value)->reading.verdict == Reading::Verdict::error) result_.failed = true;
    }
    if (!result_.failed) combine();
    if (result_.failed) result_.when = {};
    return std::move(result_);
  }

 private:
  void combine() {
    take_title_and_when();
    if (dates_.due) take_due(*dates_.due);
    take_start();
    take_recurrence();
    if (dates_.end) take_end(*dates_.end);
    if (dates_.duration) take_duration(*dates_.duration);
    if (when().kind == WhenKind::undated && !result_.failed) when() = fallback_;
  }

  When& when() { return result_.when; }

  void fail(Code code, const DateValue& value, std::vector<Argument> arguments) {
    diagnostics_.push_back({code, value.span, std::move(arguments)});
    result_.failed = true;
  }

  void fail_order(const DateValue& value, LocalTime start, LocalTime end) {
    fail(Code::date_order, value, {floor<days>(start), floor<days>(end)});
  }

  // The value counts; what was known is named where it says something else.
  void take(const DateValue& value, const When& meant) {
    const bool disagree = origin_ != nullptr && when().kind != WhenKind::undated && !same(when(), meant);
    if (disagree)
      diagnostics_.push_back({Code::list_two_dates, value.span, {std::string(origin_->text), std::string(value.text)}});
    when() = meant;
    origin_ = &value;
  }

  void take_title_and_when() {
    for (const auto* value : {&dates_.title, &dates_.when}) {
      if (!*value) continue;
      if ((*value)->grain == Grain::time) {
        take_time(**value);
      } else {
        take(**value, (*value)->reading.when);
      }
    }
  }

  void take_due(const DateValue& due) {
    if (due.grain == Grain::time) {
      if (const auto meant = on_known_day(due)) when() = as_deadline(*meant);
      return;
    }
    const When meant = as_deadline(due.reading.when);
    const bool same_day = when().kind == WhenKind::event && same(as_deadline(when()), meant);
    if (same_day) when() = meant;
    take(due, meant);
  }

  // A time of day on the day that is known; an error where none is.
  std::optional<When> on_known_day(const DateValue& value) {
    if (when().kind == WhenKind::undated) {
      fail(Code::date_unclear, value, {std::string(value.text)});
      return std::nullopt;
    }
    const Day day = when().is_deadline() ? when().last_day() : when().first_day();
    Reading reading = read_on(phrases_, day, value.text);
    if (is_when(reading)) return reading.when;
    fail(Code::date_unclear, value, {std::string(value.text)});
    return std::nullopt;
  }

  void take_time(const DateValue& value) {
    const auto meant = on_known_day(value);
    if (!meant) return;
    const auto length = when().timed ? when().end - when().start : meant->end - meant->start;
    when().start = meant->start;
    when().end = when().kind == WhenKind::event ? meant->start + length : meant->start;
    when().timed = true;
  }

  void take_start() {
    const bool firm = dates_.start.has_value();
    const auto& value = firm ? dates_.start : dates_.threshold ? dates_.threshold : dates_.scheduled;
    if (!value) return;
    if (when().kind == WhenKind::undated && !firm) when() = fallback_;
    if (when().is_deadline()) return begin_window(*value);
    if (value->grain == Grain::time) return take_time(*value);
    if (when().kind == WhenKind::event && same_start(value->reading.when)) return;
    take(*value, value->reading.when);
  }

  bool same_start(const When& meant) const {
    return result_.when.first_day() == meant.first_day() && (!meant.timed || result_.when.start == meant.start);
  }

  void begin_window(const DateValue& value) {
    if (value.grain == Grain::time) return;  // a deadline has one time of day: when it is due
    const Day first = value.reading.when.first_day();
    if (first > when().last_day()) return fail_order(value, first, when().end);
    if (first == when().last_day()) return;
    when().kind = WhenKind::window;
    when().start = when().timed && value.reading.when.timed ? value.reading.when.start : LocalTime{first};
  }

  void take_end(const DateValue& value) {
    const bool has_start = when().kind == WhenKind::event;
    if (value.grain == Grain::time) return take_end_time(value);
    const LocalTime end = end_said(value.reading.when);
    if (!has_start) return take(value, begun(deadline_at(end, value.reading.when.timed)));
    if (when().recurrence) return end_recurrence(floor<days>(end));
    if (end < (when().timed && value.reading.when.timed ? when().start : LocalTime{when().first_day()})) {
      return fail_order(value, when().start, end);
    }
    // All days count whole; an hour that begins on one day and ends with a day lasts until its midnight.
    when().end = !when().timed ? LocalTime{floor<days>(end)} : value.reading.when.timed ? end : end + days{1};
  }

  // A deadline that replaces another keeps its start.
  When begun(When deadline) {
    if (when().kind == WhenKind::window && when().start <= deadline.end) {
      deadline.kind = WhenKind::window;
      deadline.start = when().start;
    }
    return deadline;
  }

  void take_end_time(const DateValue& value) {
    const auto meant = on_known_day(value);
    if (!meant) return;
    if (when().kind != WhenKind::event) {
      when() = as_deadline(*meant);
    } else if (!when().timed) {
      fail(Code::date_unclear, value, {std::string(value.text)});  // an end in hours without a start in hours
    } else {
      when().end = meant->start > when().start ? meant->start : meant->start + days{1};
    }
  }

  void end_recurrence(Day until) {
    auto recurrence = std::make_shared<Recurrence>(*when().recurrence);
    recurrence->until = until;
    when().recurrence = std::move(recurrence);
  }

  void take_duration(std::chrono::minutes duration) {
    if (when().kind == WhenKind::event && when().timed) {
      when().end = when().start + duration;
    } else if (when().kind == WhenKind::event && duration >= days{1}) {
      when().end = when().start + std::chrono::ceil<days>(duration) - days{1};
    } else {
      result_.effort = duration;
    }
  }

  void take_recurrence() {
    if (result_.failed || (!dates_.every && !dates_.repetition)) return;
    if (when().kind == WhenKind::undated && fallback_.kind != WhenKind::undated && dates_.repetition)
      when() = fallback_;
    if (dates_.repetition) return recur(*dates_.repetition);
    take_every(*dates_.every);
  }

  void recur(const Recurrence& recurrence) {
    if (when().kind == WhenKind::undated) {
      when().kind = WhenKind::event;
      when().start = when().end = floor<days>(phrases_.context().as_of);
    }
    when().recurrence = std::make_shared<const Recurrence>(recurrence);
  }

  // The recurrence is read from the day that is known, and moves it to its first instance.
  void take_every(const DateValue& every) {
    if (when().kind == WhenKind::undated) {
      when() = every.reading.when;
      return;
    }
    const Reading reading = read_as_of(phrases_, when().first_day(), every.phrase);
    if (!is_when(reading)) return fail(Code::date_unclear, every, {std::string(every.text)});
    const bool brings_time = reading.when.timed && !when().timed && when().kind == WhenKind::event;
    if (brings_time) {
      when() = reading.when;
      return;
    }
    const auto moved = reading.when.first_day() - when().first_day();
    when().start += moved;
    when().end += moved;
    when().recurrence = reading.when.recurrence;
  }

  const Dates& dates_;
  const When& fallback_;
  PhraseReader& phrases_;
  std::vector<Diagnostic>& diagnostics_;
  const DateValue* origin_ = nullptr;  // what said the date that is known
  Schedule result_;
};

std::string_view without_end(std::string_view text, std::string_view end) {
  return text.ends_with(end) ? trim_right(text.substr(0, text.size() - end.size())) : text;
}

}  // namespace

Reading read_as_of(PhraseReader& phrases, Day day, std::string_view phrase) {
  PhraseContext context = phrases.context();
  const LocalTime as_of = context.as_of;
  context.as_of = day;
  phrases.set_context(context);
  Reading reading = phrases.read(phrase);
  context.as_of = as_of;
  phrases.set_context(std::move(context));
  return reading;
}

std::optional<DateValue> read_date_value(PhraseReader& phrases, std::string_view value) {
  DateValue result{value, {}, phrases.read(value), Grain::day, {}};
  if (says_only_a_time(phrases, value, result.reading)) result.grain = Grain::time;
  if (result.reading.verdict != Reading::Verdict::none) return result;
  result.reading = read_on(phrases, floor<days>(phrases.context().as_of), value);
  if (!is_when(result.reading) || !result.reading.when.timed) return std::nullopt;
  result.grain = Grain::time;
  return result;
}

std::optional<DateValue> read_every_value(PhraseReader& phrases, std::string_view value) {
  constexpr std::array<std::string_view, 5> openings = {"", "chaque ", "tous les ", "toutes les ", "every "};
  value = without_end(value, " when done");  // Obsidian's, for what recurs from the day it was done
  for (const std::string_view opening : openings) {
    std::string phrase = std::string(opening) + std::string(value);
    Reading reading = phrases.read(phrase);
    if (!is_when(reading) || reading.when.recurrence == nullptr) continue;
    reading.diagnostics.clear();
    return DateValue{value, {}, std::move(reading), Grain::day, std::move(phrase)};
  }
  return std::nullopt;
}

When as_deadline(const When& when) {
  if (when.kind != WhenKind::event) return when;
  const bool one_moment = when.timed || when.first_day() == when.last_day();
  When deadline = deadline_at(when.timed ? when.start : when.end, when.timed);
  if (!one_moment) {
    deadline.kind = WhenKind::window;
    deadline.start = when.start;
  }
  deadline.recurrence = when.recurrence;
  return deadline;
}

Schedule make_schedule(const Dates& dates, const When& fallback, PhraseReader& phrases,
                       std::vector<Diagnostic>& diagnostics) {
  return Scheduler(dates, fallback, phrases, diagnostics).make();
}

}  // namespace jalon::list
