// The word that a person most likely meant: «--langue» for `--lang`, "Toronot" for "Toronto".
#pragma once

#include <span>
#include <string_view>

namespace jalon {

// The candidate with the fewest changed, missing, added or swapped letters (ASCII case does not count); empty where
// none is near: more than one change in three letters. Ties go to the first. Takes UTF-8; compares bytes.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace jalon
