// What must be known of a long text before its lines are read: whether it can be read as it stands, and whether its
// numeric dates name the day or the month first.
//
// Looks at some MiB at a time, and tells when it no longer needs them. Linear. Pure.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "jalon/phrase.h"

namespace jalon::list {

using Release = std::function<void(std::size_t begin, std::size_t end)>;  // bytes that are not asked for soon

struct Survey {
  bool as_it_stands = false;  // UTF-8 (NFC) in lines: decode_source() would change nothing
  NumericOrder order = NumericOrder::unknown;
};

Survey survey_source(std::string_view text, const Release& release);

}  // namespace jalon::list
