// Whether 5/12 in a column is the 5th of December: what the whole column says.
//
// A part over 12 anywhere decides. Where nothing does, the other columns do, else the language (French: day first;
// English: as --lang has it, else month first), with a warning at the first date that may be meant either way.
#pragma once

#include "jalon/plan.h"
#include "text/table/head.h"
#include "text/table/rows.h"

namespace jalon::table {

// Sets the habits of the head's date columns. `given`: what --lang decides. `rows` stand behind the head; they are read
// to the end.
void settle_day_order(Plan& plan, Head& head, Rows& rows, NumericOrder given);

enum class DayOrder : std::uint8_t { no_matter, open, day_first, month_first };
DayOrder day_order_of(std::string_view cell);  // of the numeric date that it begins with

}  // namespace jalon::table
