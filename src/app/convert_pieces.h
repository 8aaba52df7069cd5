// A long plan becomes a calendar file without ever being in memory as a whole: a few thousand actions are read,
// identified and written at a time. The bytes and the messages are those of convert() without this.
//
// For tables of text and JSON lines in UTF-8, from a file to a new one. Anything else (a previous output to be matched,
// an action that names another one, a pipe) takes the whole plan.
#pragma once

#include <optional>

#include "app/convert.h"

namespace jalon {

// Nothing where the plan must be read as a whole, or is not long enough to be worth it.
std::optional<Result<ConvertOutcome>> convert_in_pieces(const ConvertRequest& request);

}  // namespace jalon
