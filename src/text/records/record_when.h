// When an action takes place, from the date fields of its record.
//
// A time of day in a field of its own goes to its date; a date at 0:00 among dates is a day (programs that know no days
// write them so); an all-day event has no times, and one that ends at 0:00 ends the day before (Outlook). The rest is
// combined as the attributes of a list are (list/schedule.h). Faults go to the plan's diagnostics, at their fields.
#pragma once

#include <chrono>
#include <optional>

#include "text/list/settings.h"
#include "text/records/moments.h"
#include "text/records/record.h"

namespace jalon::records {

struct RecordWhen {
  When when;
  SourceSpan span;                             // of the field that says it
  bool failed = false;                         // something was said and is no date
  std::optional<std::chrono::minutes> effort;  // a length that is no event's
};

class RecordScheduler {
 public:
  RecordScheduler(Plan& plan, PhraseReader& phrases, const When& fallback)
      : plan_(plan), phrases_(phrases), fallback_(fallback), moments_(phrases) {}

  RecordWhen read(const Record& record);
  // A length of time; a bare number counts in the unit of its column.
  std::optional<std::chrono::minutes> read_length(const RecordField& field);
  const Moment& last_moment() const { return last_; }
  Moment moment(const RecordField& field);

 private:
  struct Part {
    const RecordField* field = nullptr;
    Moment moment;
    explicit operator bool() const { return field != nullptr; }
  };

  void collect(const Record& record);
  void take(const RecordField& field);
  void take_date(Part& part, Part& time, const RecordField& field);
  void place_times();
  void put_time(Part& date, Part& time);
  void settle_midnights();
  void make_all_day();
  bool is_all_day() const;
  bool make_simply();
  void make_by_grammar();
  void fill(std::optional<list::DateValue>& value, const Part& part);
  void tell_faults(const Part& part);
  static bool is_at_midnight(const Part& part);

  Plan& plan_;
  PhraseReader& phrases_;
  const When& fallback_;
  Moments moments_;
  Moment last_;
  Part when_, start_, end_, due_, time_, start_time_, end_time_, due_time_;
  const RecordField* all_day_ = nullptr;
  const RecordField* every_ = nullptr;
  std::optional<std::chrono::minutes> duration_;
  RecordWhen result_;
};

}  // namespace jalon::records
