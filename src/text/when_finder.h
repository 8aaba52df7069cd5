// Where a date stands in a title: first, last, behind a separator, or alone in brackets.
#pragma once

#include <optional>
#include <string_view>

#include "text/phrase_reader.h"

namespace jalon {

// `reader.line` holds the tokens of `title`. Bounded: only some dozens of tokens at either end are tried.
std::optional<FoundWhen> find_when(PhraseReader::Impl& reader, std::string_view title);

}  // namespace jalon
