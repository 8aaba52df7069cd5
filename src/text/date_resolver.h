// Places the dates of a tree in the calendar, counted from as-of: which day or stretch of days each one is.
#pragma once

#include <optional>
#include <vector>

#include "jalon/diagnostic.h"
#include "jalon/when.h"
#include "text/date_tree.h"
#include "text/spans.h"
#include "text/work_days.h"

namespace jalon {

// Why a date has no place: a code of the catalogue and what it speaks of.
struct DateFault {
  Code code;
  NodeIndex node;
  std::vector<Argument> arguments;
};

class DateResolver {
 public:
  DateResolver(const DateTree& tree, const PhraseContext& context);

  Day today() const { return today_; }
  const WorkDays& work_days() const { return work_; }
  // Nothing where the date is no date (then there may be a fault that says why).
  std::optional<Span> resolve(NodeIndex index) { return resolve(tree_.nodes[index], index); }
  std::optional<Span> resolve(const DateNode& node, NodeIndex index);
  // A date without a year is taken in the year that puts it on or after `from`.
  std::optional<Span> resolve_from(const DateNode& node, NodeIndex index, Day from);

  // A past day of the present month is that of the next one, unless it belongs to a range that is not past.
  enum class PastDays : std::uint8_t { next, present };
  void set_past_days(PastDays past_days) { past_days_ = past_days; }

  const std::optional<DateFault>& fault() const { return fault_; }
  bool relative() const { return relative_; }  // some date was counted from as-of

 private:
  std::optional<Span> calendar(const DateNode& node, NodeIndex index);
  std::optional<Span> day_of_month(const DateNode& node, NodeIndex index);
  static std::optional<Span> year_of(const DateNode& node);
  std::optional<Span> month_of(const DateNode& node);
  std::optional<Span> checked_day(const DateNode& node, NodeIndex index, int year);
  std::optional<Span> base_or_today(const DateNode& node);
  std::optional<Span> counted(const DateNode& node);
  std::optional<Span> unit_at(const DateNode& node, Day day) const;
  std::optional<Span> units_ahead(const DateNode& node) const;
  Span weekday(const DateNode& node) const;
  std::optional<Span> weekday_in(const DateNode& node);
  std::optional<Span> weekday_near(const DateNode& node);
  std::optional<Span> unit_near(const DateNode& node);
  std::optional<Span> nth_weekday(const DateNode& node, NodeIndex index);
  std::optional<Span> nth_unit(const DateNode& node, NodeIndex index);
  std::optional<Span> nth_within(const DateNode& node, const Span& base) const;
  static Span nth_week(const DateNode& node, const Span& base);
  std::optional<Span> unit_of(const DateNode& node);
  std::optional<Span> part(const DateNode& node);
  std::optional<Span> holiday(const DateNode& node);
  std::optional<Span> season(const DateNode& node);
  std::optional<Span> numbered(const DateNode& node, NodeIndex index);
  std::optional<Span> half_month(const DateNode& node);
  bool is_likely_year(const DateNode& node) const;
  std::optional<Span> year_first(const DateNode& node) const;
  DateNode later(DateNode node) const;
  using Nth = std::optional<Span> (DateResolver::*)(const DateNode&, NodeIndex);
  std::optional<Span> to_come(const DateNode& node, NodeIndex index, Nth nth);
  std::optional<Span> in_next_year(const DateNode& node, NodeIndex index, Nth nth);
  int year_for(const DateNode& node) const;
  int deictic_year(const DateNode& node);
  int deictic_year_of_month(const DateNode& node);
  std::nullopt_t fail(Code code, NodeIndex node, std::vector<Argument> arguments = {});

  const DateTree& tree_;
  const WorkDays& work_;
  Day today_;
  Day earliest_;  // a date without a year is not before this one
  std::optional<DateFault> fault_;
  bool relative_ = false;
  bool retrying_ = false;
  PastDays past_days_ = PastDays::next;
  int later_ = 0;  // units to add to the present one
};

}  // namespace jalon
