// What a PhraseReader keeps between phrases: the lexicon and buffers that are used again.
#pragma once

#include <string_view>
#include <vector>

#include "jalon/phrase.h"
#include "text/date_grammar.h"
#include "text/reading_memo.h"
#include "text/tokens.h"

namespace jalon {

struct PhraseReader::Impl {
  explicit Impl(PhraseContext first_context);

  PhraseContext context;
  std::vector<DateGrammar::Habits> habits;  // of each language, the plan's own first
  const Lexicon& lexicon;
  TokenLine line;
  DateGrammar grammar;
  ReadingMemo memo;

  void set_context(PhraseContext new_context);
  // Tokens [first, last) of the line, which is that of `text`, as if nothing stood around them. What was read before is
  // not read again, nor are its words looked up.
  PhraseReading read(std::string_view text, std::size_t first, std::size_t last);

 private:
  PhraseReading read_anew(std::string_view text, std::size_t first, std::size_t last);
};

}  // namespace jalon
