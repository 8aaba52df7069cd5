#include "text/table/day_order.h"

#include <algorithm>

#include "text/list/letters.h"
#include "text/list/notes.h"

namespace jalon::table {
namespace {

// One or two digits; 0 where there are none, or more.
unsigned take_number(std::string_view& text) {
  unsigned value = 0;
  std::size_t size = 0;
  while (size < text.size() && size < 3 && list::is_digit(text[size]))
    value = value * 10 + static_cast<unsigned>(text[size++] - '0');
  text.remove_prefix(size);
  return size <= 2 ? value : 0;
}

struct Evidence {
  bool day_first = false;
  bool month_first = false;
  std::string open;  // the first that may be meant either way; empty where none is
  SourceSpan place;

  void add(const Cell& cell) {
    switch (day_order_of(cell.text)) {
      case DayOrder::no_matter:
        return;
      case DayOrder::open:
        if (open.empty()) place = cell.span;
        if (open.empty()) open = cell.text;
        return;
      case DayOrder::day_first:
        day_first = true;
        return;
      case DayOrder::month_first:
        month_first = true;
        return;
    }
  }
  NumericOrder order() const {
    if (day_first == month_first) return NumericOrder::unknown;
    return day_first ? NumericOrder::day_first : NumericOrder::month_first;
  }
};

// The day that a cell means, for the warning.
Day day_meant(std::string_view text, NumericOrder order) {
  const unsigned first = take_number(text);
  text.remove_prefix(1);
  const unsigned second = take_number(text);
  int year = 0;
  for (const char c : text.substr(std::min<std::size_t>(1, text.size()))) {
    if (!list::is_digit(c)) break;
    year = std::min(year * 10 + (c - '0'), 9999);
  }
  if (year < 100) year += 2000;
  const unsigned month = order == NumericOrder::day_first ? second : first;
  const unsigned day = order == NumericOrder::day_first ? first : second;
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

}  // namespace

DayOrder day_order_of(std::string_view cell) {
  std::string_view rest = cell;
  const unsigned first = take_number(rest);
  if (first == 0 || rest.empty() || (rest[0] != '/' && rest[0] != '.' && rest[0] != '-')) return DayOrder::no_matter;
  const char sign = rest[0];
  rest.remove_prefix(1);
  const unsigned second = take_number(rest);
  const bool has_year = rest.size() > 2 && rest[0] == sign && list::is_digit(rest[1]) && list::is_digit(rest[2]);
  const bool ends = rest.empty() || (rest[0] == ' ' && rest.size() > 1 && list::is_digit(rest[1]));
  if (second == 0 || (!has_year && !(sign == '/' && ends)) || first > 31 || second > 31) return DayOrder::no_matter;
  if (first > 12) return second > 12 ? DayOrder::no_matter : DayOrder::day_first;
  if (second > 12) return DayOrder::month_first;
  return first == second ? DayOrder::no_matter : DayOrder::open;
}

void settle_day_order(Plan& plan, Head& head, Rows& rows, NumericOrder given) {
  std::vector<Evidence> evidence(head.columns.size());
  std::vector<std::size_t> dates;
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    if (head.columns[i].field && is_date_field(*head.columns[i].field)) dates.push_back(i);
  }
  if (dates.empty()) return;
  std::vector<Cell> cells;
  while (rows.next(cells)) {
    for (const std::size_t i : dates) {
      if (i < cells.size()) evidence[i].add(cells[i]);
    }
  }
  Evidence all;
  for (const std::size_t i : dates) {
    all.day_first = all.day_first || evidence[i].day_first;
    all.month_first = all.month_first || evidence[i].month_first;
  }
  const NumericOrder habit = plan.language == Language::french ? NumericOrder::day_first : NumericOrder::month_first;
  for (const std::size_t i : dates) {
    const NumericOrder own = evidence[i].order() != NumericOrder::unknown ? evidence[i].order() : all.order();
    const NumericOrder decided = own != NumericOrder::unknown ? own : given;
    const std::string& open = evidence[i].open;
    head.columns[i].habits.numeric_order = decided != NumericOrder::unknown ? decided : habit;
    if (decided != NumericOrder::unknown || open.empty()) continue;
    list::tell(plan, Code::table_day_order, evidence[i].place, {open, day_meant(open, habit)});
  }
}

}  // namespace jalon::table
