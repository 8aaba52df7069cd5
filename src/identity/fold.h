// A title as its words are compared: small letters without accents, one space between words, no punctuation.
// Takes UTF-8; letters beyond Latin stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace jalon {

std::string folded_title(std::string_view title);
void fold_title(std::string_view title, std::string& folded);

}  // namespace jalon
