#include "text/table/read_table.h"

#include <algorithm>
#include <array>
#include <set>

#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/list/take_source.h"
#include "text/records/action_maker.h"
#include "text/table/cell_rows.h"
#include "text/table/csv.h"
#include "text/table/day_order.h"
#include "text/table/head.h"

namespace jalon::table {
namespace {

constexpr std::size_t shown_to_guess = 65536;  // bytes from which the delimiter is told

class TableReader {
 public:
  TableReader(Plan& plan, Rows& rows, const ListOptions& options)
      : plan_(plan),
        rows_(rows),
        options_(options),
        phrases_(list::read_bearings(plan, front_, options)),
        defaults_(list::read_defaults(plan, front_, options, phrases_)),
        maker_(plan, phrases_, defaults_) {}

  void read() {
    const auto choices = parse_columns(options_.columns);
    auto head = find_head(rows_, choices ? *choices : std::vector<ColumnChoice>{});
    if (!head) return tell_no_head();
    head_ = std::move(*head);
    if (choices) tell_missing(*choices);
    tell_unused();
    plan_.title = head_.title;
    if (!head_.section.empty()) section_ = maker_.section_named(head_.section);
    pass_over_head();
    settle_day_order(plan_, head_, rows_, options_.numeric_order);
    pass_over_head();
    read_rows();
    maker_.finish();
  }

 private:
  void tell_no_head() {
    std::vector<Cell> cells;
    rows_.rewind();
    if (rows_.next(cells)) list::tell(plan_, Code::table_no_header, whole(cells));
  }

  static SourceSpan whole(const std::vector<Cell>& cells) { return {cells.front().span.begin, cells.back().span.end}; }

  void tell_missing(const std::vector<ColumnChoice>& choices) {
    const SourceSpan place = head_.columns.front().span;
    for (const std::string& name : missing_columns(head_, choices)) {
      list::tell(plan_, Code::table_column_missing, place, {name});
    }
  }

  void tell_unused() {
    std::set<std::string_view> told;
    for (const Column& column : head_.columns) {
      if (column.field || column.habits.name.empty() || !told.insert(column.habits.name).second) continue;
      list::tell(plan_, Code::table_unused_column, column.span, {std::string(column.habits.name)});
    }
  }

  void pass_over_head() {
    rows_.rewind();
    for (std::size_t i = 0; i < head_.rows_before; ++i) rows_.next(cells_);
  }

  // A row of one cell waits for the next row: before a header it is a title of what follows.
  void read_rows() {
    std::vector<Cell> waiting;
    while (rows_.next(cells_)) {
      if (is_header_again()) {
        if (!waiting.empty()) open_section(waiting);
        waiting.clear();
        continue;
      }
      if (!waiting.empty()) read_row(waiting);
      waiting.clear();
      if (is_merged_title()) {
        open_section(cells_);
      } else if (is_alone()) {
        waiting = cells_;
      } else {
        read_row(cells_);
      }
    }
    if (!waiting.empty()) read_row(waiting);
  }

  bool is_header_again() const {
    if (head_.names.empty() || cells_.size() < 2) return false;
    std::size_t same = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].text.empty()) continue;
      if (i >= head_.names.size() || cells_[i].text != head_.names[i]) return false;
      ++same;
    }
    return same > 1;
  }

  bool is_alone() const {
    return head_.columns.size() > 1 && !cells_.front().text.empty() &&
           std::all_of(cells_.begin() + 1, cells_.end(), [](const Cell& cell) { return cell.text.empty(); });
  }
  bool is_merged_title() const { return is_alone() && cells_.front().width > 1; }

  void open_section(const std::vector<Cell>& cells) { section_ = maker_.section_named(cells.front().text); }

  void read_row(const std::vector<Cell>& cells) {
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

  Plan& plan_;
  Rows& rows_;
  const ListOptions& options_;
  list::FrontMatter front_;
  PhraseReader phrases_;
  list::Defaults defaults_;
  records::ActionMaker maker_;
  Head head_;
  std::vector<Cell> cells_;
  records::Record record_;
  std::uint32_t section_ = no_index;
};

Plan named(std::string name) {
  Plan plan;
  plan.name = std::move(name);
  return plan;
}

// How alike the rows are: the most cells that several rows have.
std::size_t evenness_of(Rows& rows) {
  constexpr std::size_t enough = 50;
  std::vector<Cell> cells;
  std::array<std::size_t, 64> counts{};
  rows.rewind();
  for (std::size_t i = 0; i < enough && rows.next(cells); ++i) ++counts[std::min(cells.size(), counts.size() - 1)];
  std::size_t best = 0;
  for (std::size_t i = 2; i < counts.size(); ++i) best = std::max(best, counts[i] > 1 ? i * counts[i] : 0);
  return best;
}

}  // namespace

TableGuess guess_table(std::string_view text, std::string_view columns) {
  const std::size_t size = text.size() > shown_to_guess ? text.rfind('\n', shown_to_guess) : text.size();
  const std::string_view shown = text.substr(0, size == std::string_view::npos ? shown_to_guess : size);
  const auto choices = parse_columns(columns);
  TableGuess best;
  std::size_t best_evenness = 0;
  Arena arena;
  if (const auto said = said_delimiter(text)) best.delimiter = *said;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    if (const auto said = said_delimiter(text); said && *said != delimiter) continue;
    CsvRows rows(shown, delimiter, arena);
    const auto head = find_head(rows, choices ? *choices : std::vector<ColumnChoice>{});
    const std::size_t known = head && head->columns.size() > 1 ? head->known : 0;
    const std::size_t evenness = evenness_of(rows);
    if (known < best.known || (known == best.known && evenness <= best_evenness)) continue;
    best = {delimiter, known};
    best_evenness = evenness;
  }
  return best;
}

Plan read_csv(std::string name, std::string bytes, const ListOptions& options) {
  Plan plan = named(std::move(name));
  list::take_source(plan, std::move(bytes));
  CsvRows rows(*plan.source, guess_table(*plan.source, options.columns).delimiter, *plan.arena);
  TableReader(plan, rows, options).read();
  list::sort_diagnostics(plan);
  return plan;
}

Plan read_cells(std::string name, SheetText sheet, const ListOptions& options) {
  Plan plan = named(std::move(name));
  plan.source = std::make_unique<std::string>(std::move(sheet.text));
  plan.sheet = std::move(sheet.sheet);
  plan.diagnostics = std::move(sheet.diagnostics);
  CellRows rows(*plan.source, *plan.sheet);
  TableReader(plan, rows, options).read();
  list::sort_diagnostics(plan);
  return plan;
}

}  // namespace jalon::table
