// Where a content line may be folded (RFC 5545 section 3.1) so that a person's text survives readers that show each
// physical line for itself: never inside a character, and not between a letter and what modifies it.
#pragma once

#include <cstddef>
#include <string_view>

namespace jalon {

enum class LineState : unsigned char { fresh, begun };  // fresh: nothing but the fold's space stands on it yet

// How many octets of UTF-8 `text`, at most `room` < text.size(), go on the present line. A begun line may get none of
// them; a fresh one gets at least half of the room. Combining marks, variation selectors, joiners, skin tones, tags
// and flags stay with what they modify (the common part of UAX #29) as long as that is kept.
std::size_t fold_place(std::string_view text, std::size_t room, LineState line);

}  // namespace jalon
