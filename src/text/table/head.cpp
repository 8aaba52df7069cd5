#include "text/table/head.h"

#include <algorithm>
#include <array>
#include <set>

#include "text/list/letters.h"

namespace jalon::table {
namespace {

using records::Field;
using records::find_field;

constexpr std::size_t most_rows_before = 40;
constexpr std::size_t worth_of_choice = 3;  // a header that was named counts more than one that is only known

struct UnitName {
  std::string_view name;
  std::chrono::seconds unit;
};
constexpr std::chrono::minutes minute{1};
constexpr std::chrono::hours hour{1};
constexpr std::chrono::days day{1};
constexpr auto units = std::to_array<UnitName>({
    {"h", hour},
    {"hours", hour},
    {"hour", hour},
    {"heures", hour},
    {"heure", hour},
    {"hrs", hour},
    {"min", minute},
    {"mins", minute},
    {"minutes", minute},
    {"j", day},
    {"jours", day},
    {"jour", day},
    {"d", day},
    {"days", day},
    {"day", day},
    // Jira counts in seconds, and does not say so.
    {"original estimate", std::chrono::seconds{1}},
    {"estimation originale", std::chrono::seconds{1}},
});

// The unit that is among the words of «Durée (h)», «Heures prévues», "Estimated hours".
std::optional<std::chrono::seconds> unit_of(std::string_view header) {
  const std::string name = records::comparable_name(header);
  for (const UnitName& unit : units) {
    for (std::size_t at = name.find(unit.name); at != std::string::npos; at = name.find(unit.name, at + 1)) {
      const std::size_t end = at + unit.name.size();
      const bool whole = (at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ');
      if (whole) return unit.unit;
    }
  }
  return std::nullopt;
}

// The one cell that a row has; empty where it has several.
std::string_view only_cell(const std::vector<Cell>& cells) {
  std::string_view only;
  for (const Cell& cell : cells) {
    if (!cell.text.empty() && !only.empty()) return {};
    if (!cell.text.empty()) only = cell.text;
  }
  return only;
}

// What stands above a header: one cell is a title, and below it one more is that of the first section. Microsoft
// Planner writes «Plan name» before it.
struct Titles {
  std::string_view title;
  std::string_view section;

  void add(const std::vector<Cell>& cells) {
    const std::string name = records::comparable_name(cells.front().text);
    const bool named = (name == "plan name" || name == "nom du plan") && cells.size() > 1;
    const std::string_view only = named ? cells[1].text : only_cell(cells);
    if (title.empty()) {
      title = only;
    } else {
      section = only;
    }
  }
};

bool is_chosen(const ColumnChoice& choice, std::string_view header) {
  return choice.number == 0 && records::comparable_name(choice.column) == records::comparable_name(header);
}

// How much a row looks like a header: the fields that its cells name; 0 where none can be a title.
std::size_t worth_of(const std::vector<Cell>& cells, const std::vector<ColumnChoice>& choices) {
  std::set<Field> fields;
  std::size_t chosen = 0;
  for (const Cell& cell : cells) {
    if (cell.text.empty()) continue;
    if (const auto name = find_field(cell.text)) fields.insert(name->field);
    for (const ColumnChoice& choice : choices) {
      if (!is_chosen(choice, cell.text)) continue;
      fields.insert(choice.field);
      chosen += worth_of_choice;
    }
  }
  const bool numbered = std::any_of(choices.begin(), choices.end(), [](const ColumnChoice& choice) {
    return choice.field == Field::title && choice.number > 0;
  });
  const bool titled = fields.contains(Field::title) || fields.contains(Field::notes) || numbered;
  return titled ? fields.size() + chosen : 0;
}

Column column_of(const Cell& cell) {
  Column column;
  column.span = cell.span;
  column.habits.name = cell.text;
  column.habits.unit = unit_of(cell.text);
  if (const auto name = find_field(cell.text)) column.field = name->field;
  return column;
}

void choose(Head& head, const std::vector<ColumnChoice>& choices) {
  for (const ColumnChoice& choice : choices) {
    for (Column& column : head.columns) {
      if (column.field == choice.field) column.field.reset();
    }
  }
  for (const ColumnChoice& choice : choices) {
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
      if (choice.number == i + 1 || is_chosen(choice, head.columns[i].habits.name))
        head.columns[i].field = choice.field;
    }
  }
}

bool is_weak(const Column& column) {
  const auto name = find_field(column.habits.name);
  return name && name->field == Field::title && name->strength == records::NameStrength::weak;
}

// One column is the title: the first with a strong name, else with a weak one, else the first of notes.
void settle_title(Head& head) {
  Column* title = nullptr;
  for (Column& column : head.columns) {
    if (column.field != Field::title) continue;
    if (title == nullptr || (is_weak(*title) && !is_weak(column))) title = &column;
  }
  const auto notes = std::find_if(head.columns.begin(), head.columns.end(),
                                  [](const Column& column) { return column.field == Field::notes; });
  if (title == nullptr && notes != head.columns.end()) title = &*notes;
  if (title == nullptr) return;
  for (Column& column : head.columns) {
    if (column.field == Field::title) column.field.reset();
  }
  title->field = Field::title;
}

Head make_head(const std::vector<Cell>& cells, const std::vector<ColumnChoice>& choices) {
  Head head;
  for (const Cell& cell : cells) {
    head.columns.push_back(column_of(cell));
    head.names.push_back(cell.text);
  }
  choose(head, choices);
  settle_title(head);
  return head;
}

// Where all columns are given by number, the first row may be an action already.
std::optional<Head> make_head_of_numbers(Rows& rows, const std::vector<ColumnChoice>& choices) {
  std::size_t last = 0;
  for (const ColumnChoice& choice : choices) {
    if (choice.number == 0) return std::nullopt;
    last = std::max(last, choice.number);
  }
  std::vector<Cell> cells;
  rows.rewind();
  const bool any = rows.next(cells);
  rows.rewind();
  if (!any || last == 0) return std::nullopt;
  Head head = make_head(std::vector<Cell>(std::max(last, cells.size())), choices);
  head.names.clear();
  return head;
}

}  // namespace

bool is_date_field(Field field) {
  return field == Field::when || field == Field::start || field == Field::end || field == Field::due ||
         field == Field::completed || field == Field::progress;
}

std::optional<Head> find_head(Rows& rows, const std::vector<ColumnChoice>& choices) {
  std::vector<Cell> cells;
  std::optional<Head> best;
  Titles titles;
  rows.rewind();
  for (std::size_t row = 0; row < most_rows_before && rows.next(cells); ++row) {
    const std::size_t worth = worth_of(cells, choices);
    if (worth > (best ? best->known : 0)) {
      best = make_head(cells, choices);
      best->known = worth;
      best->rows_before = row + 1;
      best->title = titles.title;
      best->section = titles.section;
    }
    if (!best) titles.add(cells);
  }
  rows.rewind();
  if (best) return best;
  return make_head_of_numbers(rows, choices);
}

std::vector<std::string> missing_columns(const Head& head, const std::vector<ColumnChoice>& choices) {
  std::vector<std::string> missing;
  for (const ColumnChoice& choice : choices) {
    const bool there = choice.number > 0 ? choice.number <= head.columns.size()
                                         : std::any_of(head.columns.begin(), head.columns.end(), [&](const Column& c) {
                                             return is_chosen(choice, c.habits.name);
                                           });
    if (!there) missing.push_back(choice.column);
  }
  return missing;
}

}  // namespace jalon::table
