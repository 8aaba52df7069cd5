// What a PhraseReader keeps between phrases: the lexicon and buffers that are used again.
#pragma once

#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "text/date_grammar.h"
#include "text/tokens.h"

namespace jalon {

struct PhraseReader::Impl {
  PhraseContext context;
  const Lexicon& lexicon;
  TokenLine line;
  DateGrammar grammar;

  std::vector<DateGrammar::Habits> habits() const;  // the plan's language first
  // Tokens [first, last) of the line, which is that of `text`.
  Reading read(std::string_view text, std::size_t first, std::size_t last);
};

}  // namespace jalon
