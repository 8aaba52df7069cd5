// The part of the resolver that tells: faults, notes, and what was said.

#include <algorithm>

#include "base/catalogue.h"
#include "text/phrase_resolver.h"

namespace jalon {
namespace {

using Kind = DateNode::Kind;

// The 3rd, the first Monday, the last day.
bool names_day(const DateNode& node) {
  const bool nth_day = node.kind == Kind::nth_unit && (node.unit == Unit::day || node.unit == Unit::business_day);
  return node.is_calendar_day() || node.kind == Kind::nth_weekday || nth_day;
}

}  // namespace

std::nullopt_t PhraseResolver::fail(Code code, const Point& point, std::vector<Argument> arguments) {
  if (!fault_) fault_ = Diagnostic{code, span_of_tokens(point.first_token, point.last_token), std::move(arguments)};
  return std::nullopt;
}

void PhraseResolver::report_fault(Reading& reading) {
  if (!fault_ && dates_.fault()) {
    const DateFault& fault = *dates_.fault();
    const DateNode& node = tree_.nodes[fault.node];
    fault_ = Diagnostic{fault.code, span_of_tokens(node.first_token, node.last_token), fault.arguments};
    if (fault_->arguments.empty()) fault_->arguments.emplace_back(words(fault_->span));
  }
  if (!fault_) return;
  reading.verdict = Reading::Verdict::error;
  if (fault_->code == Code::date_day) reading.said = said();  // 30/02/2027 says a year as any date does
  reading.diagnostics.push_back(*fault_);
}

// The dates of the phrase, each with those it is counted from; what the grammar tried in vain is no part of it.
template <class Visit>
void PhraseResolver::for_each_node(Visit visit) const {
  const auto with_bases = [&](NodeIndex index) {
    for (; index != 0; index = tree_.nodes[index].base) visit(tree_.nodes[index]);
  };
  for (const Point* point : {&phrase_.first, &phrase_.second, &phrase_.limit, &phrase_.starting}) {
    with_bases(point->date);
  }
  with_bases(phrase_.recurrence.date);
  for (std::size_t i = 0; i < phrase_.exception_count; ++i) {
    with_bases(phrase_.exceptions[i].first);
    with_bases(phrase_.exceptions[i].last);
  }
}

void PhraseResolver::note_assumed_order(Reading& reading) const {
  for_each_node([&](const DateNode& node) {
    if (!node.order_assumed || !reading.diagnostics.empty()) return;
    const SourceSpan span = span_of_numbers(node.first_token, node.last_token);
    const Day day = reading.when.kind == WhenKind::event ? reading.when.first_day() : reading.when.last_day();
    reading.diagnostics.push_back({Code::date_numeric_order, span, {words(span), day}});
  });
}

SourceSpan PhraseResolver::span_of_tokens(std::size_t first, std::size_t last) const {
  const auto tokens = line_.tokens();
  last = std::min(last, tokens.size());
  if (first >= last) return {0, static_cast<std::uint32_t>(text_.size())};
  return {tokens[first].begin, tokens[last - 1].end};
}

// From the first number to the last: without a weekday that stands before or behind.
SourceSpan PhraseResolver::span_of_numbers(std::size_t first, std::size_t last) const {
  const auto is_number = [&](std::size_t i) { return line_.tokens()[i].kind == Token::Kind::number; };
  while (first < last && !is_number(first)) ++first;
  while (first < last && !is_number(last - 1)) --last;
  return span_of_tokens(first, last);
}

std::string PhraseResolver::words(SourceSpan span) const {
  return std::string(text_.substr(span.begin, span.end - span.begin));
}

std::uint32_t PhraseResolver::said() const {
  std::uint32_t bits = 0;
  const auto say = [&](bool is_said, std::uint32_t bit) { bits |= is_said ? bit : 0; };
  for_each_node([&](const DateNode& node) {
    say(node.year != 0, said_year);
    say(node.month != 0, said_month);
    say(names_day(node), said_day);
    say(node.weekday >= 0, said_weekday);
    say(node.kind == Kind::iso_week, said_week);
    say(node.kind == Kind::quarter, said_quarter);
    say(node.kind == Kind::holiday, said_holiday);
  });
  const auto say_point = [&](const Point& point, std::uint32_t time) {
    say(point.has_time(), time);
    say(point.part.begin >= 0, said_part_of_day);
  };
  say_point(phrase_.first, said_start_time);
  say_point(phrase_.second, said_end_time);
  say_point(phrase_.limit, said_end_time);
  say_point(phrase_.opening, said_start_time);
  say_point(phrase_.closing, said_end_time);
  const RecurrenceNode& recurrence = phrase_.recurrence;
  say(recurrence.weekdays != 0 || recurrence.on_work_days, said_weekday);
  say(recurrence.said, said_recurrence);
  say(phrase_.has_length, said_duration);
  say(phrase_.bounded || phrase_.has_within, said_bound);
  say(relative_ || dates_.relative(), said_relative);
  return bits;
}

}  // namespace jalon
