#include "text/list/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/list/letters.h"

namespace jalon::list {
namespace {

struct Bullet {
  std::string_view sign;
  Box box = Box::none;
  Status status = Status::open;
};

// Signs beyond ASCII that begin an item; the last two are what word processors put on the clipboard.
constexpr std::array bullets = {Bullet{"•"},
                                Bullet{"–"},
                                Bullet{"—"},
                                Bullet{"·"},
                                Bullet{"◦"},
                                Bullet{"▪"},
                                Bullet{"▫"},
                                Bullet{"‣"},
                                Bullet{"⁃"},
                                Bullet{"●"},
                                Bullet{"○"},
                                Bullet{"■"},
                                Bullet{"◆"},
                                Bullet{"◇"},
                                Bullet{"❖"},
                                Bullet{"►"},
                                Bullet{"▶"},
                                Bullet{"➢"},
                                Bullet{"➤"},
                                Bullet{"→"},
                                Bullet{"➜"},
                                Bullet{"➡"},
                                Bullet{"‑"},
                                Bullet{"−"},
                                Bullet{"§"},
                                Bullet{"∙"},
                                Bullet{"⦁"},
                                Bullet{"★"},
                                Bullet{"☆"},
                                Bullet{"⭐"},
                                Bullet{"✅"},
                                Bullet{"👉"},
                                Bullet{"🔹"},
                                Bullet{"🔸"},
                                Bullet{"□", Box::present},
                                Bullet{"☐", Box::present},
                                Bullet{"☑", Box::present, Status::done},
                                Bullet{"✓", Box::present, Status::done},
                                Bullet{"✔", Box::present, Status::done},
                                Bullet{"☒", Box::present, Status::cancelled},
                                Bullet{"✗", Box::present, Status::cancelled},
                                Bullet{"✘", Box::present, Status::cancelled},
                                Bullet{"\xEF\x82\xB7"},
                                Bullet{"\xEF\x82\xA7"}};

constexpr std::string_view variation_selector = "\xEF\xB8\x8F";

// What may also begin a word or a sum.
bool needs_space(std::string_view sign) {
  constexpr std::array<std::string_view, 6> signs = {"–", "—", "→", "‑", "−", "§"};
  return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

bool ends_mark(std::string_view line, std::size_t at) { return at >= line.size() || space_at(line, at) > 0; }

void set_item(LineShape& shape, Marker marker, std::size_t mark_size) {
  shape.kind = LineKind::item;
  shape.marker = marker;
  shape.text = trim_left(shape.mark.substr(std::min(mark_size, shape.mark.size())));
}

// The state that the sign in a check box stands for; nothing where it is none.
std::optional<Status> status_of_box(std::string_view sign) {
  if (sign == "x" || sign == "X" || sign == "✓" || sign == "✔" || sign == "v") return Status::done;
  if (sign == "/" || sign == "~") return Status::begun;
  if (sign == "-" || sign == "✗") return Status::cancelled;
  const bool open = trim(sign).empty() || sign == ">" || sign == "<" || sign == "!" || sign == "?" || sign == "*";
  return open ? std::optional(Status::open) : std::nullopt;
}

// Takes `[x] ` off the front of an item's text.
bool read_box(LineShape& shape) {
  if (!shape.text.starts_with('[')) return false;
  const std::size_t close = shape.text.substr(0, 6).find(']');
  if (close == std::string_view::npos || !ends_mark(shape.text, close + 1)) return false;
  const auto status = status_of_box(shape.text.substr(1, close - 1));
  if (!status) return false;
  shape.box = Box::present;
  shape.status = *status;
  shape.text = trim_left(shape.text.substr(close + 1));
  return true;
}

// `---`, `* * *`: three or more of one sign and nothing else but spaces (CommonMark section 4.1).
bool is_rule(std::string_view line) {
  const char sign = line.front();
  std::size_t count = 0;
  for (const char c : line) {
    if (c == sign) {
      ++count;
    } else if (!is_blank(c)) {
      return false;
    }
  }
  return count >= 3;
}

void set_rule(LineShape& shape) {
  shape.kind = LineKind::rule;
  shape.sign = shape.mark.front();
}

void read_dash(LineShape& shape) {
  const std::string_view mark = shape.mark;
  if (is_rule(mark)) return set_rule(shape);
  if (ends_mark(mark, 1)) return set_item(shape, Marker::dash, 1);
  const bool arrow_or_double = mark[1] == '>' || mark[1] == '-';
  if (arrow_or_double && mark.size() > 2 && space_at(mark, 2) > 0) return set_item(shape, Marker::dash, 2);
  if (mark[1] == '[' || is_letter_at(mark, 1)) set_item(shape, Marker::dash, 1);
}

void read_star_or_plus(LineShape& shape, Marker marker) {
  if (marker == Marker::star && is_rule(shape.mark)) return set_rule(shape);
  if (ends_mark(shape.mark, 1)) set_item(shape, marker, 1);
}

void read_heading(LineShape& shape) {
  const std::size_t level = std::min(shape.mark.find_first_not_of('#'), shape.mark.size());
  if (level > 6 || !ends_mark(shape.mark, level)) return;
  shape.kind = LineKind::heading;
  shape.level = static_cast<std::uint8_t>(level);
  std::string_view text = trim(shape.mark.substr(level));
  const std::size_t last = text.find_last_not_of('#');
  const std::size_t closing = last == std::string_view::npos ? 0 : last + 1;
  if (closing < text.size() && (closing == 0 || is_blank(text[closing - 1])))
    text = trim_right(text.substr(0, closing));
  shape.text = text;
}

void read_fence(LineShape& shape) {
  const char sign = shape.mark.front();
  const std::size_t count = std::min(shape.mark.find_first_not_of(sign), shape.mark.size());
  if (count < 3 || (sign == '`' && shape.mark.find('`', count) != std::string_view::npos)) return;
  shape.kind = LineKind::fence;
  shape.sign = sign;
  shape.level = static_cast<std::uint8_t>(std::min<std::size_t>(count, 255));
  shape.text = trim(shape.mark.substr(count));
}

// The end of `1.2.3` in `1.2.3.`, or of `12` in `12)`; years are none.
std::size_t end_of_number(std::string_view mark) {
  std::size_t at = 0;
  do {
    const std::size_t begin = at > 0 ? ++at : 0;
    while (at < mark.size() && at - begin < 4 && is_digit(mark[at])) ++at;
    if (at - begin > 3) return std::string_view::npos;
  } while (at + 1 < mark.size() && mark[at] == '.' && is_digit(mark[at + 1]));
  return at;
}

// `1.` `1)` `1-` `1.-` `1/` `1.2.` and the text behind; years and times of day are none.
void read_number(LineShape& shape) {
  const std::string_view mark = shape.mark;
  const std::size_t at = end_of_number(mark);
  if (at >= mark.size()) return;
  const char close = mark[at];
  if (mark.substr(at).starts_with(".-") && ends_mark(mark, at + 2)) return set_item(shape, Marker::number, at + 2);
  if (close == '/' && ends_mark(mark, at + 1)) return set_item(shape, Marker::number, at + 1);
  const bool tight = close != '-' && is_letter_at(mark, at + 1);
  if ((close == '.' || close == ')' || close == '-') && (ends_mark(mark, at + 1) || tight)) {
    set_item(shape, Marker::number, at + 1);
  }
}

bool is_roman(std::string_view letters) { return letters.find_first_not_of("ivxIVX") == std::string_view::npos; }

// `a)`, `a.`, `ii)`, `o` and a tab as a mail program writes its second bullet.
void read_letter(LineShape& shape) {
  const std::string_view mark = shape.mark;
  if (mark.size() < 2) return;
  const bool mail_bullet = mark[0] == 'o' && (mark[1] == '\t' || mark.starts_with("o  "));
  if (mail_bullet) return set_item(shape, Marker::bullet, 1);
  const bool small = mark[0] >= 'a' && mark[0] <= 'z';  // «M. Roy» is a name
  if (small && mark[1] == '.' && mark.size() > 2 && space_at(mark, 2) > 0) return set_item(shape, Marker::letter, 2);
  const std::size_t close = mark.substr(0, 5).find(')');
  if (close == std::string_view::npos || !ends_mark(mark, close + 1)) return;
  if (close == 1 || is_roman(mark.substr(0, close))) set_item(shape, Marker::letter, close + 1);
}

void read_parenthesis(LineShape& shape) {
  const std::size_t close = shape.mark.find_first_not_of("0123456789", 1);
  const bool number = close != std::string_view::npos && close > 1 && close <= 4 && shape.mark[close] == ')';
  if (number && ends_mark(shape.mark, close + 1)) set_item(shape, Marker::number, close + 1);
}

void read_foreign(LineShape& shape) {
  for (const Bullet& bullet : bullets) {
    if (!shape.mark.starts_with(bullet.sign)) continue;
    std::size_t size = bullet.sign.size();
    if (shape.mark.substr(size).starts_with(variation_selector)) size += variation_selector.size();
    if (needs_space(bullet.sign) && !ends_mark(shape.mark, size)) return;
    set_item(shape, bullet.box == Box::present ? Marker::box : Marker::bullet, size);
    shape.box = bullet.box;
    shape.status = bullet.status;
    return;
  }
}

// An item without a bullet: `[ ] text`.
void read_bare_box(LineShape& shape) {
  if (!read_box(shape)) return;
  shape.kind = LineKind::item;
  shape.marker = Marker::box;
}

void read_mark(LineShape& shape) {
  switch (shape.mark.front()) {
    case '-':
      return read_dash(shape);
    case '*':
      return read_star_or_plus(shape, Marker::star);
    case '+':
      return read_star_or_plus(shape, Marker::plus);
    case '#':
      return read_heading(shape);
    case '`':
    case '~':
      return read_fence(shape);
    case '|':
      shape.kind = LineKind::row;
      return;
    case '(':
      return read_parenthesis(shape);
    case '[':
      return read_bare_box(shape);
    case '_':
      if (is_rule(shape.mark)) set_rule(shape);
      return;
    case '=':
      if (shape.mark.find_first_not_of('=') == std::string_view::npos) shape.kind = LineKind::underline;
      return;
    default:
      break;
  }
  if (is_foreign(shape.mark.front())) return read_foreign(shape);
  if (is_digit(shape.mark.front())) return read_number(shape);
  if (is_ascii_letter(shape.mark.front())) read_letter(shape);
}

// Takes spaces, tabs and the signs of quoted mail off the front; gives what is left.
std::string_view without_margin(std::string_view line, LineShape& shape) {
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t space = space_at(line, at);
    if (line[at] == '\t') {
      shape.indent += 4 - shape.indent % 4;
      ++at;
    } else if (space > 0) {
      ++shape.indent;
      at += space;
    } else if (line[at] == '>' && (shape.quotes > 0 || shape.indent < 4)) {
      ++shape.quotes;
      shape.indent = 0;
      at += at + 1 < line.size() && line[at + 1] == ' ' ? 2 : 1;
    } else {
      break;
    }
  }
  return line.substr(at);
}

}  // namespace

LineShape read_line_shape(std::string_view line) {
  LineShape shape;
  shape.mark = trim_right(without_margin(line, shape));
  if (shape.mark.empty()) return shape;
  shape.kind = LineKind::text;
  shape.text = shape.mark;
  read_mark(shape);
  if (shape.kind == LineKind::item && shape.box == Box::none) read_box(shape);
  return shape;
}

bool LineReader::next(std::string_view& line) {
  if (next_ >= text_.size()) return false;
  const char* begin = text_.data() + next_;
  const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', text_.size() - next_));
  std::size_t size = newline == nullptr ? text_.size() - next_ : static_cast<std::size_t>(newline - begin);
  next_ += size + (newline == nullptr ? 0 : 1);
  if (size > 0 && begin[size - 1] == '\r') --size;
  line = {begin, size};
  return true;
}

}  // namespace jalon::list
