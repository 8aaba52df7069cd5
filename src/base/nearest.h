// The word that a person most likely meant: «--langue» for `--lang`, "Toronot" for "Toronto".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace jalon {

// The candidate with the fewest changed, missing, added or swapped letters (ASCII case does not count); empty where
// none is near: more than one change in three letters. Ties go to the first. Takes UTF-8; compares bytes.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// How many letters to change, leave out, add or swap with their neighbour (optimal string alignment); ASCII case does
// not count. For words of at most 64 bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace jalon
