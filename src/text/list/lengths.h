// Lengths of time in attributes: reminders («1 jour, 1 h», «la veille», "30 min before") and effort («2h», «1,5 jour»).
//
// What a length is, the phrase reader knows; here stands how lists of them are written. Nothing fails: what is not
// understood is told to the caller.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "jalon/phrase.h"

namespace jalon::list {

struct Reminders {
  std::vector<std::chrono::minutes> alarms;  // before the start or the due time
  bool none = false;                         // «aucun»: not even the default ones
  std::string_view strange;                  // the first part that is no length of time; empty where all are
};

Reminders read_reminders(PhraseReader& phrases, std::string_view value);

struct LeadingLength {
  std::chrono::minutes length;
  std::string_view words;
};

// The longest length of time that the text begins with.
std::optional<LeadingLength> read_leading_length(PhraseReader& phrases, std::string_view text);

}  // namespace jalon::list
