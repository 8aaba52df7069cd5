// One action as another program keeps it: fields of text, each with the place that it stands at.
//
// A reader of a format (tables, JSON, Org …) makes records and nothing else; what they mean is one matter for all of
// them (action_maker.h). Views live as long as the plan: they are into its source or its arena.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "jalon/plan.h"
#include "text/records/field.h"

namespace jalon::records {

// What holds for all the values of one column.
struct ColumnHabits {
  std::string_view name;                                    // as its header says it, for messages
  NumericOrder numeric_order = NumericOrder::unknown;       // of 5/12
  std::optional<std::chrono::seconds> unit = std::nullopt;  // of a bare number: «Durée (h)»
};

struct RecordField {
  Field field{};
  std::string_view text;  // trimmed, not empty
  SourceSpan span;
  const ColumnHabits* habits = nullptr;
};

struct Record {
  std::vector<RecordField> fields;
  SourceSpan span;
  std::uint32_t section = no_index;      // where no field says it
  std::uint32_t parent = no_index;       // the same; an action that stands before it
  std::optional<When> when;              // known exactly: no field of a date counts
  std::optional<Recurrence> recurrence;  // of the date that the fields say
  void clear() {
    fields.clear();
    section = parent = no_index;
    when.reset();
    recurrence.reset();
  }
};

}  // namespace jalon::records
