// From what a phrase says to when that is: event, deadline, window, recurrence, or the fault that forbids it.
#pragma once

#include <optional>

#include "jalon/phrase.h"
#include "text/date_resolver.h"
#include "text/tokens.h"

namespace jalon {

class PhraseResolver {
 public:
  PhraseResolver(const TokenLine& line, std::string_view text, DateTree& tree, const PhraseContext& context);
  Reading read();

 private:
  const WorkDays& work_days() const { return dates_.work_days(); }
  // A point in the calendar: a stretch of days, or a time with what follows from it.
  struct Place {
    Span span{};
    bool timed = false;
    LocalTime start{};
    LocalTime end{};  // of a part of the day
    bool has_end = false;
  };
  struct Times {  // of one day, in minutes
    int start = -1;
    int end = -1;
  };

  std::optional<When> when();
  std::optional<When> within();
  std::optional<When> single();
  std::optional<When> deadline();
  std::optional<When> range();
  std::optional<When> day_range(const Span& first, const Span& second);
  std::optional<When> time_range(Point& begin, Point& finish, Day first,
                                 std::optional<Day> last);  // nothing: of one day
  std::optional<When> recurring();
  std::optional<When> range_of_times();
  std::optional<When> each_day(const When& days);
  bool is_bare_week() const;
  std::optional<When> range_of_dates();
  std::optional<When> range_from_dates();
  std::optional<Place> place(const Point& point);
  std::optional<Point> hour_beside_weekday(const Point& point) const;
  std::optional<Span> span_of(const Point& point);
  std::optional<Span> span_after(const Point& point, Day from);
  std::optional<int> minute_of(const Point& point);
  bool merge_limit();
  std::optional<Times> times_of_series();
  std::optional<Times> times_between(Point& begin, Point& finish);
  std::optional<Times> times_at(const Point& point);
  bool leave_weekdays(Recurrence& rule);
  bool limit_to_period(Recurrence& rule, Day& from);
  static bool move_to_day_before(Recurrence& rule);
  std::optional<When> series(Recurrence rule, Day from);
  bool series_bounds(Recurrence& rule, Day& from);
  bool series_days(Recurrence& rule, Day from);
  bool days_from_node(Recurrence& rule, const DateNode& node);
  bool holiday_days(Recurrence& rule, int holiday);
  void default_days(Recurrence& rule, Day from) const;
  bool exceptions(Recurrence& rule, Day first);
  bool has_instance(const Recurrence& rule, Day first) const;
  void add_length(When& result) const;
  bool range_of_days() const;
  bool has_time_of_day() const;
  std::nullopt_t fail(Code code, const Point& point, std::vector<Argument> arguments);
  void report_fault(Reading& reading);
  void note_assumed_order(Reading& reading) const;
  std::uint32_t said() const;
  template <class Visit>
  void for_each_node(Visit visit) const;
  SourceSpan span_of_tokens(std::size_t first, std::size_t last) const;
  SourceSpan span_of_numbers(std::size_t first, std::size_t last) const;
  std::string words(SourceSpan span) const;

  const TokenLine& line_;
  std::string_view text_;
  DateTree& tree_;
  PhraseTree& phrase_;
  const PhraseContext& context_;
  DateResolver dates_;
  std::optional<Diagnostic> fault_;
  bool relative_ = false;
  int quarter_month_ = 0;  // of an interval of quarters: 1 first, 3 last month
};

inline LocalTime at_minute(Day day, int minute) { return day + std::chrono::minutes{minute}; }

}  // namespace jalon
