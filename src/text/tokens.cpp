#include "text/tokens.h"

#include <utf8proc.h>

#include <cstdlib>

namespace jalon {
namespace {

enum class Sort : std::uint8_t { space, letter, digit, apostrophe, dash, long_dash, mark };

struct Character {
  char32_t point = 0;
  std::uint32_t size = 1;
};

Character decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  utf8proc_int32_t point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size <= 0) return {0xfffd, 1};
  return {static_cast<char32_t>(point), static_cast<std::uint32_t>(size)};
}

Sort sort_of_ascii(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return Sort::space;
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Sort::letter;
  if (c >= '0' && c <= '9') return Sort::digit;
  if (c == '\'' || c == '`') return Sort::apostrophe;
  if (c == '&' || c == '@') return Sort::letter;
  return c == '-' ? Sort::dash : Sort::mark;
}

Sort sort_of(char32_t c) {
  if (c < 0x80) return sort_of_ascii(c);
  if (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7) return Sort::letter;
  if (c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200b) || c == 0x3000 || c == 0xfeff) return Sort::space;
  if (c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x2032 || c == 0xb4) return Sort::apostrophe;
  if (c == 0x2010 || c == 0x2011 || c == 0xad) return Sort::dash;
  if ((c >= 0x2012 && c <= 0x2015) || c == 0x2212) return Sort::long_dash;
  if (c == 0xaa || c == 0xba) return Sort::letter;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
  return letter ? Sort::letter : Sort::mark;
}

// U+00C0 … U+00FF without accents; 0 where a letter becomes two or none.
constexpr char latin1_base[65] =
    "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0"
    "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y";

void fold_slowly(std::string_view word, std::string& out) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_STABLE | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                 static_cast<utf8proc_ssize_t>(word.size()), &folded, options);
  if (size > 0) out.append(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
  std::free(folded);
}

void append_folded_ligature(std::string& out, char32_t c) {
  if (c == 0xc6 || c == 0xe6) out += "ae";
  if (c == 0x152 || c == 0x153) out += "oe";
  if (c == 0xdf) out += "ss";
}

}  // namespace

void fold_word(std::string_view word, std::string& out) {
  const std::size_t start = out.size();
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const Character c = decode(word, i);
    const char base = c.point >= 0xc0 && c.point <= 0xff ? latin1_base[c.point - 0xc0] : '\0';
    if (base != 0) {
      out += base;
    } else if (c.point == 0xe6 || c.point == 0xc6 || c.point == 0x152 || c.point == 0x153 || c.point == 0xdf) {
      append_folded_ligature(out, c.point);
    } else {
      out.resize(start);
      fold_slowly(word, out);
      return;
    }
    i += c.size;
  }
}

void TokenLine::read(std::string_view text, const Lexicon& lexicon) {
  tokens_.clear();
  senses_.clear();
  split(text, lexicon);
  find_senses(lexicon);
}

void TokenLine::split(std::string_view text, const Lexicon& lexicon) {
  bool spaced = false;
  for (std::size_t i = 0; i < text.size();) {
    Character c = decode(text, i);
    const Sort sort = sort_of(c.point);
    if (sort == Sort::space || sort == Sort::apostrophe) {
      spaced = spaced || sort == Sort::space;
      i += c.size;
      continue;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(i);
    token.spaced = spaced;
    spaced = false;
    if (sort == Sort::digit) {
      token.kind = Token::Kind::number;
      for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (token.digits < 9) token.value = token.value * 10 + (text[i] - '0');
        if (token.digits < 255) ++token.digits;
      }
    } else if (sort == Sort::letter) {
      token.kind = Token::Kind::word;
      do {
        i += c.size;
        if (i >= text.size()) break;
        c = decode(text, i);
      } while (sort_of(c.point) == Sort::letter);
      folded_.clear();
      fold_word(text.substr(token.begin, i - token.begin), folded_);
      token.word = lexicon.word(folded_);
    } else {
      token.mark = sort == Sort::mark ? c.point : U'-';
      token.long_dash = sort == Sort::long_dash;
      i += c.size;
    }
    token.end = static_cast<std::uint32_t>(i);
    tokens_.push_back(token);
  }
}

// How many tokens the words after `first` take, or 0: a hyphen, a full stop or a slash may stand between them.
std::uint32_t TokenLine::match(std::size_t first, std::span<const std::uint32_t> rest) const {
  std::size_t at = first + 1;
  for (const std::uint32_t word : rest) {
    if (at < tokens_.size() && tokens_[at].kind == Token::Kind::mark && !tokens_[at].spaced &&
        (tokens_[at].mark == U'-' || tokens_[at].mark == U'.' || tokens_[at].mark == U'/')) {
      ++at;
    }
    if (at >= tokens_.size() || tokens_[at].kind != Token::Kind::word || tokens_[at].word != word) return 0;
    ++at;
  }
  const bool stop =
      at < tokens_.size() && tokens_[at].mark == U'.' && !tokens_[at].spaced &&
      !(at + 1 < tokens_.size() && tokens_[at + 1].kind == Token::Kind::number && !tokens_[at + 1].spaced);
  return static_cast<std::uint32_t>(at - first + (stop ? 1 : 0));
}

void TokenLine::find_senses(const Lexicon& lexicon) {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    Token& token = tokens_[i];
    token.first_sense = static_cast<std::uint32_t>(senses_.size());
    if (token.word == Lexicon::no_word) continue;
    for (const Lexicon::Entry& entry : lexicon.entries(token.word)) {
      const std::uint32_t taken = match(i, lexicon.rest(entry));
      if (taken == 0 || taken > 255) continue;
      senses_.push_back(entry.sense);
      senses_.back().tokens = static_cast<std::uint8_t>(taken);
    }
    token.sense_count = static_cast<std::uint32_t>(senses_.size()) - token.first_sense;
  }
}

}  // namespace jalon
