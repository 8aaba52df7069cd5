// What each token of a phrase can mean in one language.
#pragma once

#include <cstdint>
#include <vector>

#include "text/tokens.h"

namespace jalon {

class Meanings {
 public:
  // Of tokens [first, last); replaces what was there, buffers are kept.
  void read(const TokenLine& line, std::size_t first, std::size_t last, std::uint8_t table);

  // Nothing behind the last token.
  const TermSet& terms(std::size_t token) const { return of_tokens_[token - first_].terms; }
  // How the token is such a term: the longest of several ways. It takes no tokens where it is none.
  Sense sense(std::size_t token, Term term) const {
    return terms(token).has(term) ? find(of_tokens_[token - first_], term) : Sense{term, 0, 0, 0};
  }

 private:
  struct Meaning {
    TermSet terms;
    const Lexicon::Entry* entries = nullptr;  // of a word by itself; else its senses are listed
    std::uint32_t first_sense = 0;
    std::uint8_t tokens = 0;  // that a word by itself takes, with its full stop
  };
  void list_senses(const TokenLine& line, std::size_t token, std::size_t last, std::uint8_t table);
  Sense find(const Meaning& meaning, Term term) const;

  std::size_t first_ = 0;
  std::vector<Meaning> of_tokens_;  // one more than there are tokens
  std::vector<Sense> senses_;       // of the words that go on with those behind them
};

}  // namespace jalon
