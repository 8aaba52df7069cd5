// A long table of text, in pieces (jalon/list.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "jalon/list.h"
#include "text/list/survey.h"

namespace jalon::table {

std::unique_ptr<PlanPieces> read_csv_in_pieces(Plan plan, std::string_view text, const ListOptions& options,
                                               NumericOrder order, list::Release release);

}  // namespace jalon::table
