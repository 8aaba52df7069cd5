// The head of a table: which row names the columns, what each column says, and what stands above them.
//
// The head is the row, among the first ones, with the most names that are known (records/field.h), one of which must be
// able to say what is to be done. Pure but for the diagnostics that it adds.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/records/record.h"
#include "text/table/column_choices.h"
#include "text/table/rows.h"

namespace jalon::table {

struct Column {
  std::optional<records::Field> field;
  records::ColumnHabits habits;
  SourceSpan span;  // of its header
};

struct Head {
  std::vector<Column> columns;
  std::size_t rows_before = 0;          // how many rows stand before the first one of actions
  std::string_view title;               // of the table, above its header
  std::string_view section;             // right above the header, below a title
  std::vector<std::string_view> names;  // the header's cells
  std::size_t known = 0;                // how many fields the names are
};

// Nothing where no row is one. `rows` is rewound before and after.
std::optional<Head> find_head(Rows& rows, const std::vector<ColumnChoice>& choices);

// The names of choices that no column has.
std::vector<std::string> missing_columns(const Head& head, const std::vector<ColumnChoice>& choices);

bool is_date_field(records::Field field);

}  // namespace jalon::table
