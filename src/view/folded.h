// Text as people compare it: without case and accents (Unicode case folding, marks taken off).
#pragma once

#include <string>
#include <string_view>

namespace jalon {

std::string folded(std::string_view text);

}  // namespace jalon
