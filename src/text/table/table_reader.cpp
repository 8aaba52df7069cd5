#include "text/table/table_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "text/list/notes.h"
#include "text/table/day_order.h"

namespace jalon::table {
namespace {

SourceSpan whole(const std::vector<Cell>& cells) { return {cells.front().span.begin, cells.back().span.end}; }

}  // namespace

TableReader::TableReader(Plan& plan, Rows& rows, const ListOptions& options, list::FrontMatter bearings)
    : TableReader(plan, rows, options, std::move(bearings), {*plan.arena, *plan.arena}) {}

TableReader::TableReader(Plan& plan, Rows& rows, const ListOptions& options, list::FrontMatter bearings,
                         records::Arenas arenas)
    : plan_(plan),
      rows_(rows),
      options_(options),
      front_(std::move(bearings)),
      phrases_(list::read_bearings(plan, front_, options)),
      defaults_(list::read_defaults(plan, front_, options, phrases_)),
      maker_(plan, phrases_, defaults_, arenas) {}

void TableReader::read() {
  if (!begin()) return;
  while (read_piece(static_cast<std::size_t>(-1))) {
  }
  maker_.finish();
}

bool TableReader::begin() {
  const auto choices = parse_columns(options_.columns);
  auto head = find_head(rows_, choices ? *choices : std::vector<ColumnChoice>{});
  if (!head) {
    tell_no_head();
    return false;
  }
  head_ = std::move(*head);
  keep_head();
  if (choices) tell_missing(*choices);
  tell_unused();
  plan_.title = head_.title;
  if (!head_.section.empty()) section_ = maker_.section_named(head_.section);
  pass_over_head();
  settle_day_order(plan_, head_, rows_, options_.numeric_order);
  pass_over_head();
  return true;
}

void TableReader::tell_no_head() {
  std::vector<Cell> cells;
  rows_.rewind();
  if (rows_.next(cells)) list::tell(plan_, Code::table_no_header, whole(cells));
}

void TableReader::tell_missing(const std::vector<ColumnChoice>& choices) {
  const SourceSpan place = head_.columns.front().span;
  for (const std::string& name : missing_columns(head_, choices)) {
    list::tell(plan_, Code::table_column_missing, place, {name});
  }
}

void TableReader::tell_unused() {
  std::set<std::string_view> told;
  for (const Column& column : head_.columns) {
    if (column.field || column.habits.name.empty() || !told.insert(column.habits.name).second) continue;
    list::tell(plan_, Code::table_unused_column, column.span, {std::string(column.habits.name)});
  }
}

void TableReader::keep_head() {
  const auto keep = [this](std::string_view& text) { text = plan_.arena->copy(text); };
  keep(head_.title);
  keep(head_.section);
  for (std::string_view& name : head_.names) keep(name);
  for (Column& column : head_.columns) keep(column.habits.name);
}

void TableReader::pass_over_head() {
  rows_.rewind();
  for (std::size_t i = 0; i < head_.rows_before; ++i) rows_.next(cells_);
}

bool TableReader::read_piece(std::size_t actions) {
  while (plan_.actions.size() < actions || !waiting_.empty()) {
    if (!rows_.next(cells_)) {
      read_waiting();
      return false;
    }
    take_row();
  }
  return true;
}

void TableReader::take_row() {
  if (is_header_again()) {
    if (!waiting_.empty()) open_section(waiting_);
    waiting_.clear();
    return;
  }
  read_waiting();
  if (is_merged_title()) {
    open_section(cells_);
  } else if (is_alone()) {
    waiting_ = cells_;
  } else {
    read_row(cells_);
  }
}

bool TableReader::is_header_again() const {
  if (head_.names.empty() || cells_.size() < 2) return false;
  std::size_t same = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (cells_[i].text.empty()) continue;
    if (i >= head_.names.size() || cells_[i].text != head_.names[i]) return false;
    ++same;
  }
  return same > 1;
}

bool TableReader::is_alone() const {
  return head_.columns.size() > 1 && !cells_.front().text.empty() &&
         std::all_of(cells_.begin() + 1, cells_.end(), [](const Cell& cell) { return cell.text.empty(); });
}

void TableReader::read_waiting() {
  if (!waiting_.empty()) read_row(waiting_);
  waiting_.clear();
}

void TableReader::read_row(const std::vector<Cell>& cells) {
  record_.clear();
  record_.span = whole(cells);
  record_.section = section_;
  const std::size_t count = std::min(cells.size(), head_.columns.size());
  for (std::size_t i = 0; i < count; ++i) {
    const Column& column = head_.columns[i];
    if (!column.field || cells[i].text.empty()) continue;
    record_.fields.push_back({*column.field, cells[i].text, cells[i].span, &column.habits});
  }
  if (!record_.fields.empty()) maker_.add(record_);
}

}  // namespace jalon::table
