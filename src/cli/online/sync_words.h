// The words of sync, status and remove, in every language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

enum class SyncWord : std::uint8_t {
  plan_faulty,
  needs_yes,
  needs_yes_mend,
  go_on,
  which_side,
  homeless,
  may_stamp,
  count_
};

std::string sync_word(SyncWord id, Language language, std::initializer_list<std::string_view> values = {});

struct SyncCounts {
  std::size_t created = 0, updated = 0, removed = 0, kept = 0, conflicts = 0, refused = 0, unchanged = 0;
};

// «3 créés, 1 modifié, 40 inchangés»: what is not zero; what is unchanged in any case where all else is zero.
std::string told_counts(const SyncCounts& counts, Language language);

}  // namespace jalon
