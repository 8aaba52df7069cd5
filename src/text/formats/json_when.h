// The exact times of jalon's own JSON (jalon_json.h), and its recurrences.
#pragma once

#include <cstddef>
#include <optional>

#include "jalon/when.h"
#include "text/formats/json_values.h"

namespace jalon::formats {

// What kind, start, end and recurrence say; nothing where there is no kind, or where they do not go together.
std::optional<When> read_exact_when(const JsonRecord& record);

// The object values[at]; nothing where it is no recurrence.
std::optional<Recurrence> read_recurrence(const JsonRecord& record, std::size_t at);

}  // namespace jalon::formats
