// The words of the commands that reach a server, in every language, beside those of src/cli/texts.h.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "jalon/language.h"

namespace jalon {

enum class Word : std::uint16_t { account_removed, account_verb, account_verb_mend, account_name_missing, count_ };

// Its slots filled: {0}, {1} …
std::string word(Word id, Language language, std::initializer_list<std::string_view> values = {});

}  // namespace jalon
