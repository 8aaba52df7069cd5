// Words, numbers and marks of a line, as the date grammar sees them, each with all it can mean.
//
// Takes UTF-8 in any form. Letters are compared in lower case without accents; apostrophes separate words and are
// dropped; every kind of space is a space and every kind of dash is '-'. Linear in the text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.h"

namespace jalon {

struct Token {
  enum class Kind : std::uint8_t { word, number, mark };
  Kind kind = Kind::mark;
  bool spaced = false;      // a space stands before it
  bool long_dash = false;   // an en or em dash, told apart from a hyphen
  std::uint8_t digits = 0;  // of a number; 255 where there are more
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
  std::uint32_t word = Lexicon::no_word;
  std::int32_t value = 0;  // of a number with at most 9 digits
  char32_t mark = 0;
  std::uint32_t first_sense = 0;  // in TokenLine::senses
  std::uint32_t sense_count = 0;
};

// Lower case without accents, NFKD; appends to `out`.
void fold_word(std::string_view word, std::string& out);

class TokenLine {
 public:
  // Replaces what was there; buffers are kept.
  void read(std::string_view text, const Lexicon& lexicon);
  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Sense> senses(const Token& token) const {
    return {senses_.data() + token.first_sense, token.sense_count};
  }

 private:
  void split(std::string_view text, const Lexicon& lexicon);
  void find_senses(const Lexicon& lexicon);
  std::uint32_t match(std::size_t first, std::span<const std::uint32_t> rest) const;

  std::vector<Token> tokens_;
  std::vector<Sense> senses_;
  std::string folded_;
};

}  // namespace jalon
