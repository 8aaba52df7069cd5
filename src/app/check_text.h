// The reading of a plan as a table for people: line, kind, when, title, who and tags, under the plan's sections.
#pragma once

#include <cstddef>
#include <string>

#include "app/check.h"
#include "app/diagnostic_text.h"
#include "jalon/language.h"

namespace jalon {

struct TableStyle {
  Language language = Language::french;
  Color color = Color::off;
  std::size_t width = 0;  // columns of the terminal; 0: one line an action, however long
};

// Each line ends in a line feed; safe for a terminal.
std::string check_table(const CheckOutcome& outcome, const TableStyle& style);

}  // namespace jalon
