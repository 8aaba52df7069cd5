#include "text/meanings.h"

namespace jalon {

void Meanings::read(const TokenLine& line, std::size_t first, std::size_t last, std::uint8_t table) {
  first_ = first;
  of_tokens_.assign(last - first + 1, {});
  senses_.clear();
  const auto tokens = line.tokens();
  const Lexicon& lexicon = line.lexicon();
  for (std::size_t i = first; i < last; ++i) {
    Meaning& meaning = of_tokens_[i - first];
    if (tokens[i].kind == Token::Kind::number) meaning.terms.add(Term::digits);
    if (tokens[i].kind == Token::Kind::mark) meaning.terms.add(Term::mark);
    if (line.word(i) == Lexicon::no_word) continue;
    if (line.may_go_on(i, table)) {
      list_senses(line, i, last, table);
      continue;
    }
    const Lexicon::Summary& summary = lexicon.summary(line.word(i), table);
    meaning.terms = summary.terms;
    meaning.entries = lexicon.entries(line.word(i), table).data() + summary.longer;
    meaning.tokens = line.has_stop(i + 1) ? 2 : 1;
  }
}

void Meanings::list_senses(const TokenLine& line, std::size_t token, std::size_t last, std::uint8_t table) {
  Meaning& meaning = of_tokens_[token - first_];
  meaning.first_sense = static_cast<std::uint32_t>(senses_.size());
  const auto tokens = line.tokens();
  line.match(token, line.lexicon().entries(line.word(token), table), [&](Sense sense, std::uint32_t taken) {
    // The full stop of an abbreviation may be the one that ends the sentence, behind the phrase.
    const bool stop_cut = token + taken == last + 1 && tokens[last].mark == U'.';
    if (taken > 255 || (token + taken > last && !stop_cut)) return;
    sense.tokens = static_cast<std::uint8_t>(taken);
    meaning.terms.add(sense.term);
    senses_.push_back(sense);
  });
}

Sense Meanings::find(const Meaning& meaning, Term term) const {
  if (meaning.entries == nullptr) {
    const Sense* sense = senses_.data() + meaning.first_sense;
    while (sense->term != term) ++sense;
    return *sense;
  }
  const Lexicon::Entry* entry = meaning.entries;
  while (entry->sense.term != term) ++entry;
  Sense sense = entry->sense;
  sense.tokens = meaning.tokens;
  return sense;
}

}  // namespace jalon
