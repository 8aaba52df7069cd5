// A place in the tokens of a phrase, and what stands there in the language that is read.
#pragma once

#include <algorithm>
#include <optional>
#include <span>

#include "text/meanings.h"

namespace jalon {

class TokenCursor {
 protected:
  // Goes to the start of tokens [first, last), to be read by a table of the line's lexicon.
  void open(const TokenLine& line, std::size_t first, std::size_t last, std::uint8_t table) {
    tokens_ = line.tokens();
    at_ = first_ = first;
    last_ = last;
    meanings_.read(line, first, last, table);
  }

  bool done() const { return at_ >= last_; }
  const Token* token(std::size_t ahead = 0) const { return at_ + ahead < last_ ? &tokens_[at_ + ahead] : nullptr; }
  bool is_number(std::size_t ahead = 0) const {
    return at_ + ahead < last_ && tokens_[at_ + ahead].kind == Token::Kind::number;
  }
  bool is_tight(std::size_t ahead = 0) const { return at_ + ahead < last_ && !tokens_[at_ + ahead].spaced; }

  // What the token here, or any other of the phrase, can be.
  const TermSet& terms() const { return meanings_.terms(at_); }
  const TermSet& terms_of(std::size_t token) const { return meanings_.terms(token); }
  Sense sense(Term term) const { return meanings_.sense(at_, term); }  // of no tokens where it is no such term
  bool is(Term term) const { return terms().has(term); }

  bool take(Term term) {
    const bool found = is(term);
    if (found) skip(sense(term));
    return found;
  }
  std::optional<int> value(Term term) {
    if (!is(term)) return std::nullopt;
    const Sense found = sense(term);
    skip(found);
    return found.value;
  }
  void skip(const Sense& sense) { at_ = std::min(at_ + sense.tokens, last_); }

  bool mark(char32_t mark) {
    if (done() || tokens_[at_].mark != mark) return false;
    ++at_;
    return true;
  }
  // A mark without a space before or behind it.
  bool tight_mark(char32_t wanted) { return is_tight() && is_tight(1) && mark(wanted); }
  void skip_joint();  // what may stand inside a date: comma, tight hyphen, slash or full stop
  bool skip_article() { return take(Term::on) || take(Term::the); }

  std::span<const Token> tokens_;
  std::size_t at_ = 0;
  std::size_t last_ = 0;
  std::size_t first_ = 0;

 private:
  Meanings meanings_;
};

// What was read from one place on, as far as it goes: of several ways the longest, of equals the first.
template <class Read>
struct Longest {
  Read read{};
  std::size_t end = 0;  // one past its last token

  void consider(const Read& other, std::size_t other_end) {
    if (other_end <= end) return;
    read = other;
    end = other_end;
  }
};

}  // namespace jalon
