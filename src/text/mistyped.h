// Months and weekdays that were mistyped: «décmebre», "Thrusday".
//
// A word that no table knows is taken for the month or weekday that is one edit away (two for long ones that begin
// alike; in words of four or five letters only two that were swapped: the others are mostly other words), and only
// where the phrase, so mended, is understood as a date. Nothing is guessed: it is told, never read. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/phrase_reader.h"

namespace jalon {

// The month or weekday that a word most likely is, as the tables write it; empty where it is near none.
std::string_view nearest_date_word(std::string_view word);

// What title or phrase says once mended is read by `reader`, whose line is then that of the mended text.
std::optional<Mistyped> find_mistyped(PhraseReader::Impl& reader, std::string_view phrase);

// Where a title says no day, but would with a word of it that was mistyped: no date, and a warning. `found` is what it
// says as it is; `reader.line` holds its tokens.
std::optional<FoundWhen> find_mistyped_date(PhraseReader::Impl& reader, std::string_view title,
                                            const std::optional<FoundWhen>& found);

}  // namespace jalon
