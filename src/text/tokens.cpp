#include "text/tokens.h"

#include <utf8proc.h>

#include <array>

namespace jalon {
namespace {

enum class Sort : std::uint8_t { space, letter, digit, apostrophe, dash, long_dash, mark };

constexpr TableSet all_tables = 0xff;

constexpr Sort sort_of_ascii(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return Sort::space;
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Sort::letter;
  if (c >= '0' && c <= '9') return Sort::digit;
  if (c == '\'' || c == '`') return Sort::apostrophe;
  if (c == '&' || c == '@') return Sort::letter;
  return c == '-' ? Sort::dash : Sort::mark;
}

// What each ASCII character is.
constexpr std::array<Sort, 128> ascii_sorts = [] {
  std::array<Sort, 128> table{};
  for (unsigned char c = 0; c < 128; ++c) table[c] = sort_of_ascii(c);
  return table;
}();

bool is_ascii_letter(unsigned char byte) { return byte < 0x80 && ascii_sorts[byte] == Sort::letter; }

Sort sort_of_foreign(char32_t c) {
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

bool stands_in_dates(char32_t mark) {
  return mark == ',' || mark == '-' || mark == ':' || mark == '/' || mark == '.' || mark == '#' || mark == '+' ||
         mark == '(' || mark == ')';
}

// The marks that may stand between the words of one expression: «après-demain», "a.m.".
bool joins_words(const Token& token) {
  return token.kind == Token::Kind::mark && !token.spaced &&
         (token.mark == U'-' || token.mark == U'.' || token.mark == U'/');
}

}  // namespace

// Cuts a text into tokens.
class TokenLine::Splitter {
 public:
  Splitter(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void split() {
    bool spaced = false;
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      const Character c = byte < 0x80 ? Character{byte, 1} : decode(text_, at_);
      const Sort sort = byte < 0x80 ? ascii_sorts[byte] : sort_of_foreign(c.point);
      if (sort == Sort::space || sort == Sort::apostrophe) {
        spaced = spaced || sort == Sort::space;
        at_ += c.size;
        continue;
      }
      Token& token = tokens_.emplace_back();
      token.begin = static_cast<std::uint32_t>(at_);
      token.spaced = spaced;
      spaced = false;
      read(token, c, sort);
      token.end = static_cast<std::uint32_t>(at_);
    }
  }

 private:
  void read(Token& token, const Character& c, Sort sort) {
    if (sort == Sort::letter) return read_word(token);
    if (sort == Sort::digit) return read_number(token);
    token.mark = sort == Sort::mark ? c.point : U'-';
    token.long_dash = sort == Sort::long_dash;
    token.tables_ = stands_in_dates(token.mark) ? all_tables : TableSet{0};
    at_ += c.size;
  }

  void read_number(Token& token) {
    token.kind = Token::Kind::number;
    token.tables_ = all_tables;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
      if (token.digits < 9) token.value = token.value * 10 + (text_[at_] - '0');
      if (token.digits < 255) ++token.digits;
    }
  }

  void read_word(Token& token) {
    token.kind = Token::Kind::word;
    token.looked_up_ = false;
    while (at_ < text_.size() && is_ascii_letter(static_cast<unsigned char>(text_[at_]))) ++at_;
    token.ascii = at_ == text_.size() || static_cast<unsigned char>(text_[at_]) < 0x80;
    if (!token.ascii) pass_over_letters();
  }

  void pass_over_letters() {
    while (at_ < text_.size()) {
      const Character c = decode(text_, at_);
      const Sort sort = c.point < 0x80 ? ascii_sorts[c.point] : sort_of_foreign(c.point);
      if (sort != Sort::letter) return;
      at_ += c.size;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token>& tokens_;
};

void TokenLine::read(std::string_view text, const Lexicon& lexicon) {
  text_ = text;
  lexicon_ = &lexicon;
  tokens_.clear();
  Splitter(text, tokens_).split();
}

void TokenLine::look_up(const Token& token) const {
  const std::string_view letters = text_.substr(token.begin, token.end - token.begin);
  token.word_ = lexicon_->word(token.ascii ? Spelling::of_ascii(letters) : Spelling(letters));
  token.tables_ = lexicon_->tables_with(token.word_);
  token.looked_up_ = true;
}

TableSet TokenLine::tables_of(std::size_t first, std::size_t last) const {
  TableSet all = all_tables;
  for (std::size_t i = first; i < last && all != 0; ++i) all &= tables(i);
  return all;
}

void TokenLine::find_terms(std::size_t token) const {
  TermSet& terms = tokens_[token].terms_;
  tokens_[token].terms_known_ = true;
  if (tokens_[token].kind == Token::Kind::number) terms.add(Term::digits);
  const Lexicon::WordIndex here = word(token);
  for (std::size_t i = 0; i < lexicon_->tables().size() && here != Lexicon::no_word; ++i) {
    const auto table = static_cast<std::uint8_t>(i);
    terms = terms | lexicon_->summary(here, table).terms;
    if (may_go_on(token, table)) {
      match(token, lexicon_->entries(here, table), [&](const Sense& sense, std::uint32_t) { terms.add(sense.term); });
    }
  }
}

std::uint32_t TokenLine::match_rest(std::size_t first, const Lexicon::Entry& entry) const {
  std::size_t at = first + 1;
  for (const Lexicon::WordIndex next : lexicon_->rest(entry)) {
    if (at < tokens_.size() && joins_words(tokens_[at])) ++at;
    if (at >= tokens_.size() || word(at) != next) return 0;
    ++at;
  }
  return with_stop(first, at);
}

Lexicon::WordIndex TokenLine::word_behind(std::size_t token) const {
  std::size_t next = token + 1;
  if (next < tokens_.size() && joins_words(tokens_[next])) ++next;
  return next < tokens_.size() ? word(next) : Lexicon::no_word;
}

}  // namespace jalon
