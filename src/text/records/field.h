// What a column of a table, or a member of another tool's record, says about an action; and its names.
//
// Names are compared folded, without signs, spaces made one: «Date d'échéance (prévue)» is "date d echeance". A table
// of names in both languages, data only, also as Excel, LibreOffice, Google, Microsoft Planner, Asana, Trello, Notion,
// Jira, monday.com and Outlook write them. Pure; nothing fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jalon::records {

enum class Field : std::uint8_t {
  title,
  section,
  when,  // a date that may be anything: an event, a deadline, a recurrence
  time,  // of the start, or of the due date where there is no start
  start,
  start_time,
  end,
  end_time,
  due,
  due_time,
  all_day,
  duration,
  effort,
  recurrence,
  reminder,
  owner,
  address,  // of the owners, in their order
  attendee,
  place,
  notes,
  url,
  tags,
  priority,
  status,
  progress,   // a share, a yes, a status or the day it was done
  completed,  // the day it was done
  id,
  number,  // of the row: others may name it, but it is no identity, since rows are numbered anew
  parent,
  after,
  checklist,
};

// A weak name is the title only where no column has a strong one: «Nom» beside «Tâche» is something else.
enum class NameStrength : std::uint8_t { strong, weak };

struct FieldNames {
  Field field;
  NameStrength strength;
  std::string_view names;  // as names are compared, parted by commas
};
std::span<const FieldNames> all_field_names();  // in the order of fields

struct FieldName {
  std::string_view name;  // as names are compared
  Field field;
  NameStrength strength = NameStrength::strong;
};

std::string comparable_name(std::string_view header);
std::optional<FieldName> find_field(std::string_view header);  // as it is written

}  // namespace jalon::records
