#include "text/meanings.h"

namespace jalon {

void Meanings::read(const TokenLine& line, std::size_t first, std::size_t last, std::uint8_t table) {
  first_ = first;
  of_tokens_.clear();
  senses_.clear();
  const auto tokens = line.tokens();
  for (std::size_t i = first; i < last; ++i) {
    Meaning& meaning = of_tokens_.emplace_back();
    meaning.first_sense = static_cast<std::uint32_t>(senses_.size());
    if (tokens[i].kind == Token::Kind::number) meaning.terms.add(Term::digits);
    if (tokens[i].kind == Token::Kind::mark) meaning.terms.add(Term::mark);
    line.match(i, line.lexicon().entries(tokens[i].word, table), [&](Sense sense, std::uint32_t taken) {
      // The full stop of an abbreviation may be the one that ends the sentence, behind the phrase.
      const bool stop_cut = i + taken == last + 1 && tokens[last].mark == U'.';
      if (taken > 255 || (i + taken > last && !stop_cut)) return;
      sense.tokens = static_cast<std::uint8_t>(taken);
      meaning.terms.add(sense.term);
      senses_.push_back(sense);
    });
  }
  of_tokens_.emplace_back();
}

const Sense* Meanings::find(const Meaning& meaning, Term term) const {
  const Sense* sense = senses_.data() + meaning.first_sense;
  while (sense->term != term) ++sense;
  return sense;
}

}  // namespace jalon
