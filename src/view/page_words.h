// The words of the page, by the names under which its script finds them.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

struct PageWord {
  std::string_view name;
  std::array<std::string_view, language_count> words;  // in the order of Language; {0}, {1} … are filled by the script
};

std::span<const PageWord> page_words();

// One and many: «1 action», «2 actions».
struct PageCount {
  std::string_view name;
  std::array<std::array<std::string_view, 2>, language_count> words;
};

std::span<const PageCount> page_counts();

}  // namespace jalon
