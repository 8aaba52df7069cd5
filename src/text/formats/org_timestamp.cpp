#include "text/formats/org_timestamp.h"

#include <charconv>

#include "text/list/letters.h"
#include "text/records/moment_texts.h"

namespace jalon::formats {
namespace {

constexpr std::size_t longest = 120;  // bytes of one timestamp

std::string_view take_word(std::string_view& text) {
  text = list::trim_left(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

struct Span {
  int count = 0;
  char unit = 0;
};

// «1w»
std::optional<Span> parse_span(std::string_view text) {
  Span span;
  const auto [past, fault] = std::from_chars(text.data(), text.data() + text.size(), span.count);
  const bool unit = fault == std::errc{} && past + 1 == text.data() + text.size();
  if (!unit || span.count < 0 || span.count > 999) return std::nullopt;
  span.unit = *past;
  return span;
}

// «+1w», «++1w», «.+1w», and «.+1d/3d» of habits
std::optional<Recurrence> parse_repeater(std::string_view word) {
  const std::size_t digits = word.find_first_not_of(".+");
  if (digits == std::string_view::npos || digits == 0) return std::nullopt;
  const auto span = parse_span(word.substr(digits, std::min(word.find('/'), word.size()) - digits));
  if (!span || span->count == 0) return std::nullopt;
  constexpr std::string_view units = "dwmy";
  const std::size_t unit = units.find(span->unit);
  if (unit == std::string_view::npos) return std::nullopt;
  Recurrence rule;
  rule.frequency = static_cast<Frequency>(unit);
  rule.interval = static_cast<std::uint16_t>(span->count);
  return rule;
}

// «-2d», «--1w»
std::optional<std::chrono::minutes> parse_warning(std::string_view word) {
  const std::size_t digits = word.find_first_not_of('-');
  if (digits == std::string_view::npos || digits == 0) return std::nullopt;
  const auto span = parse_span(word.substr(digits));
  if (!span) return std::nullopt;
  const int days = span->unit == 'h'   ? 0
                   : span->unit == 'd' ? 1
                   : span->unit == 'w' ? 7
                   : span->unit == 'm' ? 30
                   : span->unit == 'y' ? 365
                                       : -1;
  if (days < 0) return std::nullopt;
  return days == 0 ? std::chrono::minutes{60 * span->count} : std::chrono::days{days} * span->count;
}

void take_part(std::string_view word, OrgStamp& stamp) {
  if (auto rule = parse_repeater(word)) {
    stamp.recurrence = std::move(rule);
  } else if (const auto warning = parse_warning(word)) {
    stamp.warning = warning;
  } else if (const auto time = records::take_clock(word)) {
    stamp.time = time;
    if (!word.starts_with('-')) return;
    word.remove_prefix(1);
    stamp.end_time = records::take_clock(word);
  }
}

std::optional<OrgStamp> parse_one(std::string_view text) {
  if (text.empty() || (text[0] != '<' && text[0] != '[')) return std::nullopt;
  const bool active = text[0] == '<';
  const std::size_t close = text.substr(0, longest).find(active ? '>' : ']');
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inside = text.substr(1, close - 1);
  OrgStamp stamp;
  const auto day = records::take_day(inside, NumericOrder::unknown);
  if (!day) return std::nullopt;
  stamp.kind = active ? StampKind::active : StampKind::inactive;
  stamp.day = *day;
  stamp.whole = text.substr(0, close + 1);
  for (std::string_view word = take_word(inside); !word.empty(); word = take_word(inside)) take_part(word, stamp);
  return stamp;
}

std::string said(Day day, std::optional<std::chrono::minutes> time) {
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::chrono::year_month_day date{day};
  std::string text = std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) +
                     "-" + two(static_cast<unsigned>(date.day()));
  if (!time) return text;
  const auto minutes = static_cast<unsigned>(time->count());
  return text + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

}  // namespace

std::optional<OrgStamp> parse_stamp(std::string_view text) {
  auto stamp = parse_one(text);
  if (!stamp) return std::nullopt;
  const std::string_view rest = text.substr(stamp->whole.size());
  const auto last = rest.starts_with("--") ? parse_one(rest.substr(2)) : std::nullopt;
  if (!last || last->kind != stamp->kind) return stamp;
  stamp->last_day = last->day;
  stamp->last_time = last->time;
  stamp->whole = text.substr(0, stamp->whole.size() + 2 + last->whole.size());
  return stamp;
}

std::optional<OrgStamp> find_stamp(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (auto stamp = parse_stamp(text.substr(at))) return stamp;
  }
  return std::nullopt;
}

std::string start_of(const OrgStamp& stamp) { return said(stamp.day, stamp.time); }

std::string end_of(const OrgStamp& stamp) {
  if (stamp.last_day) return said(*stamp.last_day, stamp.last_time);
  return stamp.end_time ? said(stamp.day, stamp.end_time) : std::string();
}

}  // namespace jalon::formats
