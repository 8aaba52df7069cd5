#include "text/list/attributes.h"

#include <algorithm>
#include <array>

#include "text/list/letters.h"
#include "text/list/marks.h"
#include "text/list/markup.h"
#include "text/list/short_words.h"

namespace jalon::list {
namespace {

// The bytes at which something may begin; all others are passed over.
constexpr auto may_begin = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("@#+^~!([:<`*\xE2\xF0")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Words before a plain key that make it a part of the sentence: «revoir la date : …».
constexpr ShortWords determiners({"le",    "la",   "les",   "un",  "une", "des",  "du",    "de",     "ma",    "mon",
                                  "mes",   "sa",   "son",   "ses", "ce",  "cet",  "cette", "ces",    "au",    "aux",
                                  "a",     "en",   "et",    "ou",  "par", "sans", "quel",  "quelle", "notre", "nos",
                                  "votre", "leur", "the",   "an",  "of",  "this", "that",  "my",     "our",   "your",
                                  "his",   "her",  "their", "and", "or",  "what"});

constexpr std::size_t longest_word_before_colon = 24;
constexpr std::size_t longest_quoted_name = 80;
constexpr std::size_t longest_enclosed = 300;  // bytes in which a bracket must close

std::size_t size_of_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// A letter that may stand in a name or a tag: emoji and signs end it.
bool is_name_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] != '\xF0' && text[at] != '\xE2' && is_letter_at(text, at);
}

// Where a name ends that begins at `at`: letters, digits, and - _ . ' inside it.
std::size_t end_of_name(std::string_view text, std::size_t at, std::string_view joiners) {
  std::size_t end = at;
  while (at < text.size()) {
    if (is_ascii_letter(text[at]) || is_digit(text[at])) {
      end = ++at;
    } else if (is_name_letter_at(text, at)) {
      at += size_of_character(text[at]);
      end = std::min(at, text.size());
    } else if (joiners.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return end;
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_letter(c) || is_foreign(c); });
}

std::string_view without_comma(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ';'))
    text = trim_right(text.substr(0, text.size() - 1));
  return text;
}

class MarkReader {
 public:
  MarkReader(std::string_view text, LineStart start, LineForm form, std::vector<Mark>& marks)
      : text_(text), start_(start), form_(form), first_(marks.size()), marks_(marks) {}

  bool read() {
    std::size_t at = start_ == LineStart::title ? read_todo_txt_head(text_, marks_) : 0;
    head_ = at;
    for (at = next_sign(at); at < text_.size() && !markdown_; at = next_sign(at)) at = read_at(at);
    if (markdown_) marks_.resize(first_);
    close_value(text_.size());
    return !markdown_;
  }

 private:
  // The next byte at which something may begin.
  std::size_t next_sign(std::size_t at) const {
    while (at < text_.size() && !may_begin[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  std::size_t read_at(std::size_t at) {
    switch (text_[at]) {
      case '@':
        return read_owner(at);
      case '#':
        return read_tag(at);
      case '+':
        return read_project(at);
      case '^':
        return read_identity(at);
      case '~':
        return read_tilde(at);
      case '!':
        return read_priority(at);
      case '(':
        return read_field(at, ')');
      case '[':
        if (begins_markdown(text_, at)) return meet_markdown(at);
        return read_field(at, ']');
      case ':':
        return read_colon(at);
      case '<':
      case '*':
        return begins_markdown(text_, at) ? meet_markdown(at) : at + 1;
      case '`':
        return pass_over_code(at);
      default:
        return read_emoji(at);
    }
  }

  bool begins_word(std::size_t at) const {
    return at == 0 || space_before(text_, at) > 0 || text_[at - 1] == '(' || text_[at - 1] == ',' ||
           text_[at - 1] == ';';
  }
  bool ends_word(std::size_t at) const {
    return at >= text_.size() || space_at(text_, at) > 0 || text_[at] == ')' || text_[at] == ',';
  }
  std::string_view part(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
  std::size_t offset_of(std::string_view part_of_text) const {
    return static_cast<std::size_t>(part_of_text.data() - text_.data());
  }

  bool value_is_open() const {
    return marks_.size() > first_ && (marks_.back().form == MarkForm::pair || marks_.back().form == MarkForm::token) &&
           !closed_;
  }

  // A sign in the value of a key that takes such signs is part of the value: `avec: @Marie, @Paul`.
  bool belongs_to_value(Key key, std::size_t at) const {
    if (!value_is_open() || marks_.back().key != key) return false;
    const std::size_t begin = offset_of(marks_.back().value);
    return begin == at || text_[begin] == text_[at];
  }

  // The open value goes up to `end`.
  void close_value(std::size_t end) {
    if (!value_is_open()) return;
    Mark& mark = marks_.back();
    const std::size_t begin = offset_of(mark.value);
    std::string_view value = part(begin, std::max(begin, end));
    if (parenthesis_) value = value.substr(0, value.find(')'));
    if (mark.key == Key::at || mark.key == Key::with || mark.key == Key::after)
      value = value.substr(0, find_dash(value));
    const bool one_word = mark.key == Key::url || mark.key == Key::id;
    if (one_word) value = value.substr(0, value.find_first_of(" \t"));
    mark.value = trim_right(without_comma(trim_right(value)));
    std::size_t past = offset_of(mark.value) + mark.value.size();
    if (parenthesis_ && past < text_.size() && text_[past] == ')') ++past;
    mark.whole = part(offset_of(mark.whole), past);
    closed_ = true;
    parenthesis_ = false;
  }

  // A long dash or a bar between spaces ends a text value: the date may follow it.
  static std::size_t find_dash(std::string_view value) {
    for (std::size_t at = value.find(' '); at != std::string_view::npos; at = value.find(' ', at + 1)) {
      const std::string_view rest = value.substr(at + 1);
      if (rest.starts_with("— ") || rest.starts_with("– ") || rest.starts_with("| ")) return at;
    }
    return value.size();
  }

  void add(const Mark& mark) {
    close_value(offset_of(mark.whole));
    marks_.push_back(mark);
    closed_ = mark.form != MarkForm::pair && mark.form != MarkForm::token;
  }

  // A sign such as (@name) takes its parentheses along.
  std::size_t add_sign(Key key, std::size_t begin, std::size_t end, std::string_view value, std::string_view kept) {
    const bool enclosed = begin > 0 && text_[begin - 1] == '(' && end < text_.size() && text_[end] == ')';
    if (enclosed)
      add({key, MarkForm::sign, Plainness::rare, part(begin - 1, end + 1), part(begin, begin + 1), value, {}});
    if (!enclosed) add({key, MarkForm::sign, Plainness::rare, part(begin, end), part(begin, begin + 1), value, kept});
    return end;
  }

  std::size_t read_owner(std::size_t at) {
    if (!begins_word(at)) return at + 1;
    const auto [begin, end, past] = name_at(at + 1);
    if (begin == end) return at + 1;
    if (belongs_to_value(Key::with, at) || belongs_to_value(Key::owner, at)) return past;
    const std::string_view name = part(begin, end);
    const std::string_view owner = name.ends_with("'s") ? name.substr(0, name.size() - 2) : name;
    return add_sign(Key::owner, at, past, owner, name);
  }

  struct Name {
    std::size_t begin, end, past;
  };

  Name name_at(std::size_t at) const {
    constexpr std::array<std::array<std::string_view, 2>, 3> quotes = {{{"\"", "\""}, {"“", "”"}, {"«", "»"}}};
    for (const auto& [open, close] : quotes) {
      if (!text_.substr(at).starts_with(open)) continue;
      const std::size_t begin = at + open.size();
      const std::size_t length = text_.substr(begin, longest_quoted_name).find(close);
      if (length == std::string_view::npos) return {at, at, at};
      const std::string_view name = trim(text_.substr(begin, length));
      return {offset_of(name), offset_of(name) + name.size(), begin + length + close.size()};
    }
    if (!is_name_letter_at(text_, at)) return {at, at, at};
    const std::size_t end = end_of_name(text_, at, "-_.'@");
    return {at, end, end};
  }

  std::size_t read_tag(std::size_t at) {
    if (!begins_word(at)) return at + 1;
    const std::size_t end = end_of_name(text_, at + 1, "-_/");
    const std::string_view tag = part(at + 1, end);
    if (!has_letter(tag)) return at + 1;
    if (belongs_to_value(Key::tags, at)) return end;
    return add_sign(Key::tags, at, end, tag, tag);
  }

  std::size_t read_project(std::size_t at) {
    if (!begins_word(at) || !is_name_letter_at(text_, at + 1)) return at + 1;
    const std::size_t end = end_of_name(text_, at + 1, "-_/");
    if (!ends_word(end)) return end;
    return add_sign(Key::tags, at, end, part(at + 1, end), part(at + 1, end));
  }

  std::size_t read_identity(std::size_t at) {
    const std::size_t end = end_of_name(text_, at + 1, "-_.");
    if (!begins_word(at) || end == at + 1 || !ends_word(end)) return at + 1;
    if (belongs_to_value(Key::after, at) || belongs_to_value(Key::id, at)) return end;
    return add_sign(Key::id, at, end, part(at + 1, end), {});
  }

  std::size_t read_tilde(std::size_t at) {
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    if (next == '~') return begins_markdown(text_, at) ? meet_markdown(at) : at + 2;
    const bool effort =
        begins_word(at) && (is_digit(next) || (next == ' ' && at + 2 < text_.size() && is_digit(text_[at + 2])));
    if (!effort) return at + 1;
    const std::size_t value = next == ' ' ? at + 2 : at + 1;
    add({Key::effort, MarkForm::token, Plainness::plain, part(at, at + 1), part(at, at + 1), part(value, value), {}});
    return value;
  }

  // A typographic space before the sign, or words behind a single one, make it an exclamation.
  std::size_t read_priority(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == '!') ++end;
    const bool alone = (at == 0 || is_blank(text_[at - 1]) || text_[at - 1] == '(') && ends_word(end);
    if (!alone || end - at > 3) return end;
    if (end - at == 1 && at > 0 && is_letter_at(trim_left(text_.substr(end)), 0)) return end;
    if (belongs_to_value(Key::priority, at)) return end;
    return add_sign(Key::priority, at, end, part(at, end), {});
  }

  std::size_t meet_markdown(std::size_t at) {
    markdown_ = form_ == LineForm::raw;
    return at + 1;
  }

  // [due:: 2018-12-24] and (due:: …), as Dataview has them.
  std::size_t read_field(std::size_t at, char close) {
    const std::size_t word_end = end_of_name(text_, at + 1, "-_");
    if (word_end == at + 1 || !text_.substr(word_end).starts_with("::")) return at + 1;
    const auto key = find_key(part(at + 1, word_end));
    const std::size_t length = text_.substr(word_end, longest_enclosed).find(close);
    if (!key || length == std::string_view::npos) return word_end + 2;
    const std::size_t end = word_end + length;
    const std::string_view value = trim(part(word_end + 2, end));
    add({key->key, MarkForm::field, Plainness::rare, part(at, end + 1), part(at + 1, word_end), value, {}});
    return end + 1;
  }

  std::size_t pass_over_code(std::size_t at) {
    if (no_more_code_) return at + 1;
    const std::size_t close = text_.find('`', at + 1);
    no_more_code_ = close == std::string_view::npos;
    return no_more_code_ ? at + 1 : close + 1;
  }

  std::size_t read_emoji(std::size_t at) {
    if (text_[at] == '\xE2' && at + 1 < text_.size() && text_[at + 1] == '\x80') return at + 3;  // dashes, quotes, …
    const auto mark = emoji_mark_at(text_, at);
    if (!mark) return at + size_of_character(text_[at]);
    add(*mark);
    return offset_of(mark->whole) + mark->whole.size();
  }

  std::size_t read_colon(std::size_t at) {
    const std::string_view rest = text_.substr(at + 1);
    if (rest.starts_with("//")) return pass_over_address(at);
    const bool field = rest.starts_with(':') && start_ == LineStart::attribute && marks_.size() == first_;
    if (rest.starts_with(':') && !field) return at + 2;
    const std::size_t value = at + (field ? 2 : 1);
    const std::string_view word = word_before(at);
    if (word.empty() || trim_left(text_.substr(value)).empty()) return value;
    if (const auto key = find_key(word)) return add_pair(*key, word, value);
    const std::string_view two = word_before(offset_of(word), word);
    if (const auto key = two.empty() ? std::nullopt : find_key(two)) return add_pair(*key, two, value);
    return add_near_key(word, value);
  }

  // The word and the one before it: «date limite».
  std::string_view word_before(std::size_t begin, std::string_view word) const {
    const std::string_view before = begin > head_ ? word_before(begin) : std::string_view{};
    return before.empty() ? before : part(offset_of(before), offset_of(word) + word.size());
  }

  std::string_view word_before(std::size_t colon) const {
    const std::size_t end = colon - space_before(text_, colon);
    std::size_t begin = end;
    while (begin > head_ && end - begin < longest_word_before_colon && is_word_byte(begin - 1)) --begin;
    return begins_word(begin) || begin == head_ ? part(begin, end) : std::string_view{};
  }

  bool is_word_byte(std::size_t at) const {
    return is_ascii_letter(text_[at]) || text_[at] == '_' || text_[at] == '-' ||
           (is_foreign(text_[at]) && space_before(text_, at + 1) == 0);
  }

  std::size_t add_pair(const KeyName& key, std::string_view word, std::size_t value) {
    const std::size_t begin = offset_of(word);
    const std::size_t value_begin = offset_of(trim_left(text_.substr(value)));
    const bool tight = value_begin == value;
    const bool at_start = marks_.size() == first_ && (begin == head_ || trim_separators(part(head_, begin)).empty());
    if (at_start && start_ == LineStart::title && !tight) return value;
    if (key.plainness == Plainness::plain && !at_start && follows_determiner(begin)) return value;
    const bool enclosed = begin > 0 && text_[begin - 1] == '(' &&
                          text_.substr(value, longest_enclosed).find(')') != std::string_view::npos;
    add({key.key,
         tight ? MarkForm::token : MarkForm::pair,
         key.plainness,
         part(begin - (enclosed ? 1 : 0), value),
         word,
         part(value_begin, value_begin),
         {}});
    parenthesis_ = enclosed;
    return value_begin;
  }

  bool follows_determiner(std::size_t word) const {
    std::size_t end = word;
    while (const std::size_t space = space_before(text_, end)) end -= space;
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest_word_before_colon && is_word_byte(begin - 1)) --begin;
    if (begin > 0 && space_before(text_, begin) == 0) return false;
    return determiners.has(FoldedWord(part(begin, end)).view());
  }

  std::size_t add_near_key(std::string_view word, std::size_t value) {
    const std::string_view near = value_is_open() ? std::string_view{} : nearest_key(word);
    const bool title_only = offset_of(word) == head_ && start_ == LineStart::title;
    if (!near.empty() && !title_only) add({Key::created, MarkForm::stray, Plainness::rare, word, word, near, {}});
    return value;
  }

  std::size_t pass_over_address(std::size_t colon) {
    std::size_t begin = colon;
    while (begin > head_ && is_ascii_letter(text_[begin - 1])) --begin;
    std::size_t end = colon + 3;
    while (end < text_.size() && space_at(text_, end) == 0 && text_[end] != '>') ++end;
    while (end > colon + 3 && std::string_view(".,;!?)").find(text_[end - 1]) != std::string_view::npos) --end;
    if (begin == colon || value_is_open()) return end;
    add({Key::url, MarkForm::mention, Plainness::rare, part(begin, end), {}, part(begin, end), {}});
    return end;
  }

  std::string_view text_;
  LineStart start_;
  LineForm form_;
  std::size_t first_;         // of this line's marks
  std::size_t head_ = 0;      // where the title begins
  bool closed_ = true;        // the last mark's value is known
  bool parenthesis_ = false;  // the open pair stands in parentheses
  bool no_more_code_ = false;
  bool markdown_ = false;
  std::vector<Mark>& marks_;
};

constexpr std::array<std::string_view, 11> separators = {"—", "–", "|", ":", ",", ";", "→", "·", "--", "-", "@"};

// The bytes that a separator begins or ends with: nearly all text has none at its ends.
constexpr auto begins_separator = [] {
  std::array<bool, 256> table{};
  for (const std::string_view sign : separators) table[static_cast<unsigned char>(sign.front())] = true;
  return table;
}();
constexpr auto ends_separator = [] {
  std::array<bool, 256> table{};
  for (const std::string_view sign : separators) table[static_cast<unsigned char>(sign.back())] = true;
  return table;
}();

std::size_t separator_at_front(std::string_view text) {
  if (text.empty() || !begins_separator[static_cast<unsigned char>(text.front())]) return 0;
  for (const std::string_view sign : separators) {
    if (text.starts_with(sign)) return text.size() == sign.size() || space_at(text, sign.size()) > 0 ? sign.size() : 0;
  }
  return 0;
}

std::size_t separator_at_back(std::string_view text) {
  if (text.empty() || !ends_separator[static_cast<unsigned char>(text.back())]) return 0;
  for (const std::string_view sign : separators) {
    if (!text.ends_with(sign)) continue;
    const bool needs_space = sign == "--" || sign == "-" || sign == "@";
    const std::size_t rest = text.size() - sign.size();
    return !needs_space || rest == 0 || space_before(text, rest) > 0 ? sign.size() : 0;
  }
  return 0;
}

}  // namespace

bool read_marks(std::string_view text, LineStart start, LineForm form, std::vector<Mark>& marks) {
  return MarkReader(text, start, form, marks).read();
}

std::string_view trim_separators(std::string_view text) {
  text = trim(text);
  while (const std::size_t size = separator_at_front(text)) text = trim_left(text.substr(size));
  while (const std::size_t size = separator_at_back(text)) text = trim_right(text.substr(0, text.size() - size));
  return text;
}

}  // namespace jalon::list
