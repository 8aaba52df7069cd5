// --columns: which column says what, where its name does not: «title=3,due=Fin prévue».
//
// A column is named by its number from 1 or by its header, a field by any of the names that a header may have
// (records/field.h). Quotes around a header that holds a comma are taken off. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jalon/result.h"
#include "text/records/field.h"

namespace jalon::table {

struct ColumnChoice {
  records::Field field{};
  std::string column;      // as it was given
  std::size_t number = 0;  // from 1; 0 where it is a header's name
};

// What is not understood is an error that names it.
Result<std::vector<ColumnChoice>> parse_columns(std::string_view text);

}  // namespace jalon::table
