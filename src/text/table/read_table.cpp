#include "text/table/read_table.h"

#include <algorithm>
#include <array>

#include "text/list/letters.h"
#include "text/list/notes.h"
#include "text/list/take_source.h"
#include "text/table/cell_rows.h"
#include "text/table/csv.h"
#include "text/table/head.h"
#include "text/table/table_reader.h"

namespace jalon::table {
namespace {

constexpr std::size_t shown_to_guess = 65536;  // bytes from which the delimiter is told

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
  TableReader(plan, rows, options, {}).read();
  list::sort_diagnostics(plan);
  return plan;
}

Plan read_cells(std::string name, SheetText sheet, const ListOptions& options) {
  Plan plan = named(std::move(name));
  plan.source = std::make_unique<std::string>(std::move(sheet.text));
  plan.sheet = std::move(sheet.sheet);
  plan.diagnostics = std::move(sheet.diagnostics);
  CellRows rows(*plan.source, *plan.sheet);
  TableReader(plan, rows, options, {}).read();
  list::sort_diagnostics(plan);
  return plan;
}

}  // namespace jalon::table
