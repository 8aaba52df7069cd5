#include "text/list/numeric_order.h"

#include <optional>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

// A number of one or two digits that stands between other characters; nothing where there is none.
struct Number {
  unsigned value;
  std::size_t begin;
  std::size_t end;
};

std::optional<Number> number_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  unsigned value = 0;
  while (end < text.size() && is_digit(text[end]) && end - begin < 3)
    value = value * 10 + static_cast<unsigned>(text[end++] - '0');
  if (end == begin || end - begin > 2) return std::nullopt;
  return Number{value, begin, end};
}

std::optional<Number> number_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1]) && end - begin < 3) --begin;
  return number_at(text.substr(0, end), begin);
}

bool is_part_of_more(std::string_view text, std::size_t at) {
  const char c = text[at];
  return is_ascii_letter(c) || is_digit(c) || c == '/' || c == '_' || c == '.' || c == '-' || c == ':' || c == '=' ||
         c == '#';
}

// Where a year of two or four digits ends behind the sign at `at`; `at` where there is none.
std::size_t end_of_year(std::string_view text, std::size_t at, char sign) {
  if (at >= text.size() || text[at] != sign) return at;
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t digits = end - at - 1;
  return digits == 2 || digits == 4 ? end : at;
}

// What the sign at `at` decides, where it stands in a date.
NumericOrder order_at(std::string_view text, std::size_t at) {
  const auto first = number_before(text, at);
  const auto second = first ? number_at(text, at + 1) : std::nullopt;
  if (!second || (first->begin > 0 && is_part_of_more(text, first->begin - 1))) return NumericOrder::unknown;
  const std::size_t end = end_of_year(text, second->end, text[at]);
  const bool has_year = end > second->end;
  const bool ends = end == text.size() || !is_part_of_more(text, end) || text[end] == '.' || text[end] == ':';
  if (!ends || (!has_year && (text[at] != '/' || (first->value == 24 && second->value == 7))))
    return NumericOrder::unknown;
  const auto is_day_only = [](unsigned value) { return value > 12 && value <= 31; };
  const auto is_month = [](unsigned value) { return value >= 1 && value <= 12; };
  if (is_day_only(first->value) && is_month(second->value)) return NumericOrder::day_first;
  if (is_month(first->value) && is_day_only(second->value)) return NumericOrder::month_first;
  return NumericOrder::unknown;
}

}  // namespace

NumericOrder find_numeric_order(std::string_view text) {
  NumericOrderEvidence evidence;
  evidence.add(text);
  return evidence.order();
}

void NumericOrderEvidence::add(std::string_view lines) {
  for (const char sign : {'/', '.', '-'}) {
    for (std::size_t at = lines.find(sign); at != std::string_view::npos; at = lines.find(sign, at + 1)) {
      if (contradicts_itself()) return;
      if (at > 0 && is_digit(lines[at - 1])) add(order_at(lines, at));
    }
  }
}

void NumericOrderEvidence::add(NumericOrder found) {
  day_first_ = day_first_ || found == NumericOrder::day_first;
  month_first_ = month_first_ || found == NumericOrder::month_first;
}

NumericOrder NumericOrderEvidence::order() const {
  if (day_first_ == month_first_) return NumericOrder::unknown;
  return day_first_ ? NumericOrder::day_first : NumericOrder::month_first;
}

}  // namespace jalon::list
