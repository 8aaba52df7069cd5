#include "text/list/markup.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

constexpr std::size_t longest_emphasis = 200;  // bytes

class LineCleaner {
 public:
  LineCleaner(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  LineText clean(Arena& arena) {
    for (std::size_t at = 0; at < text_.size();) at = read_at(at);
    keep_to(text_.size());
    return {arena.copy(result_), arena.copy(std::span<const LineText::Place>(places_)), address_};
  }

 private:
  std::size_t read_at(std::size_t at) {
    switch (text_[at]) {
      case '`':
        return pass_over_code(at);
      case '*':
        return read_stars(at);
      case '~':
        return text_.substr(at).starts_with("~~") ? read_pair(at, "~~") : at + 1;
      case '[':
        return read_bracket(at);
      case '<':
        return read_angle(at);
      case '\n':
        return read_line_end(at);
      default:
        return at + 1;
    }
  }

  // Takes over what stands between the last sign and `end`.
  void keep_to(std::size_t end) {
    if (end <= kept_) return;
    places_.push_back({static_cast<std::uint32_t>(result_.size()), offset_ + static_cast<std::uint32_t>(kept_)});
    result_ += text_.substr(kept_, end - kept_);
    kept_ = end;
  }

  std::size_t drop(std::size_t begin, std::size_t end) {
    keep_to(begin);
    kept_ = std::max(kept_, end);
    const bool spaced = result_.empty() || result_.back() == ' ';
    while (spaced && kept_ < text_.size() && text_[kept_] == ' ') ++kept_;
    return end;
  }

  std::size_t pass_over_code(std::size_t at) {
    const std::size_t length = text_.substr(at + 1, longest_emphasis).find('`');
    return length == std::string_view::npos ? at + 1 : at + length + 2;
  }

  bool is_in_word(std::size_t at) const {
    return is_letter_at(text_, at) || (at < text_.size() && is_digit(text_[at]));
  }

  std::size_t read_stars(std::size_t at) {
    if (at < closing_star_) return at + 1;
    if (at == closing_star_ && at > 0) return drop(at, at + 1);
    if (text_.substr(at).starts_with("**")) return read_pair(at, "**");
    const bool opens = (at == 0 || !is_in_word(at - 1)) && at + 1 < text_.size() && space_at(text_, at + 1) == 0;
    const std::size_t length = opens ? text_.substr(at + 1, longest_emphasis).find('*') : std::string_view::npos;
    if (length == std::string_view::npos || length == 0) return at + 1;
    const std::size_t close = at + 1 + length;
    if (space_before(text_, close) > 0 || is_in_word(close + 1)) return at + 1;
    closing_star_ = close;
    return drop(at, at + 1);
  }

  // Signs that come in pairs: the first of a line goes only where a second follows.
  std::size_t read_pair(std::size_t at, std::string_view sign) {
    bool& open = sign == "**" ? bold_ : struck_;
    const std::size_t past = at + sign.size();
    if (!open && text_.substr(past, longest_emphasis).find(sign) == std::string_view::npos) return past;
    open = !open;
    return drop(at, past);
  }

  std::size_t read_bracket(std::size_t at) {
    const bool page = text_.substr(at).starts_with("[[");
    const std::size_t begin = at + (page ? 2 : 1);
    const std::size_t end = text_.find_first_of("[]", begin);
    if (end == std::string_view::npos || text_[end] == '[') return begin;
    const std::size_t words = page ? words_of_page(begin, end) : begin;
    if (trim(text_.substr(words, end - words)).empty()) return begin;  // nothing would stay of it
    if (page) return text_.substr(end).starts_with("]]") ? keep_words(at, words, end, end + 2) : begin;
    if (!text_.substr(end).starts_with("](")) return begin;
    const std::size_t past = text_.find_first_of("() ", end + 2);
    if (past == std::string_view::npos || text_[past] == '(') return begin;
    // [text](address "title")
    const std::size_t length = text_.substr(past, longest_emphasis).find(')');
    if (length == std::string_view::npos) return begin;
    const std::size_t close = past + length;
    if (address_.empty()) address_ = text_.substr(end + 2, past - end - 2);
    const bool picture = at > 0 && text_[at - 1] == '!';
    return keep_words(at - (picture ? 1 : 0), begin, end, close + 1);
  }

  std::size_t words_of_page(std::size_t begin, std::size_t end) const {
    const std::size_t bar = text_.substr(begin, end - begin).find('|');
    return bar == std::string_view::npos ? begin : begin + bar + 1;
  }

  // Of [begin, past) only the words stay.
  std::size_t keep_words(std::size_t begin, std::size_t words, std::size_t words_end, std::size_t past) {
    drop(begin, words);
    keep_to(words_end);
    return drop(words_end, past);
  }

  std::size_t read_angle(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t close = rest.find("-->");
      return drop(at, close == std::string_view::npos ? text_.size() : at + close + 3);
    }
    const std::size_t close = rest.substr(0, longest_emphasis).find('>');
    if (close == std::string_view::npos || !(rest.starts_with("<http") || rest.starts_with("<mailto:"))) return at + 1;
    return keep_words(at, at + 1, at + close, at + close + 1);
  }

  std::size_t read_line_end(std::size_t at) {
    std::size_t begin = at;
    while (const std::size_t space = space_before(text_, begin)) begin -= space;
    std::size_t end = at;
    while (const std::size_t space = space_at(text_, end)) end += space;
    drop(begin, end);
    result_ += ' ';
    return end;
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::string result_;
  std::vector<LineText::Place> places_;
  std::string_view address_;
  std::size_t kept_ = 0;          // what stands before is taken over or dropped
  std::size_t closing_star_ = 0;  // of *emphasis*
  bool bold_ = false;
  bool struck_ = false;
};

}  // namespace

std::uint32_t LineText::source_of(std::uint32_t at) const {
  if (places_.empty()) return offset_ + at;
  const auto past = std::upper_bound(places_.begin(), places_.end(), at,
                                     [](std::uint32_t value, const Place& place) { return value < place.at; });
  const Place& place = past == places_.begin() ? places_.front() : *std::prev(past);
  return place.source + at - place.at;
}

SourceSpan LineText::span_of(std::string_view part) const {
  const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
  const auto end = begin + static_cast<std::uint32_t>(part.size());
  // The end is that of the last byte: a sign that went may stand right behind it.
  return {source_of(begin), part.empty() ? source_of(begin) : source_of(end - 1) + 1};
}

bool begins_markdown(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  switch (text[at]) {
    case '*':
      return rest.size() > 1 && space_at(rest, 1) == 0;
    case '~':
      return rest.starts_with("~~");
    case '<':
      return rest.starts_with("<!--") || rest.starts_with("<http") || rest.starts_with("<mailto:");
    case '[': {
      if (rest.starts_with("[[")) return true;
      const std::size_t end = rest.find_first_of("[]", 1);
      return end != std::string_view::npos && rest.substr(end).starts_with("](");
    }
    default:
      return false;
  }
}

LineText clean_line(std::string_view text, std::uint32_t offset, Arena& arena) {
  return LineCleaner(text, offset).clean(arena);
}

}  // namespace jalon::list
