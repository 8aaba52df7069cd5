#include "app/excerpt.h"

#include <algorithm>

#include "base/display.h"

namespace jalon {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::string_view ellipsis = "…";

bool starts_character(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Where to begin so that at most `columns` stand before `begin`. A byte is never wider than a column, so the line's
// far beginning need not be read.
std::size_t cut_before(std::string_view line, std::size_t begin, std::size_t columns) {
  if (begin <= columns) return 0;
  std::size_t cut = begin - std::min(begin, columns * 4);
  while (!starts_character(line, cut)) ++cut;
  std::size_t shown = display_width(line.substr(cut, begin - cut));
  while (shown > columns) {
    const Grapheme grapheme = first_grapheme(line.substr(cut));
    shown -= std::min(shown, grapheme.columns);
    cut += grapheme.bytes.size();
  }
  return cut;
}

bool fits(std::string_view line, std::size_t width) {
  return line.size() <= width || (line.size() <= 4 * width && display_width(line) <= width);
}

class ExcerptBuilder {
 public:
  ExcerptBuilder(std::size_t begin, std::size_t end) : begin_(begin), end_(std::max(begin, end)) {}

  void cut_off() {
    excerpt_.line += ellipsis;
    ++column_;
  }

  void add(std::string_view bytes, std::size_t at) {
    if (at <= begin_) excerpt_.mark_column = column_;
    const std::size_t columns = show(bytes);
    column_ += columns;
    if (at + bytes.size() > begin_ && at < end_) marked_ += columns;
  }

  std::size_t column() const { return column_; }

  Excerpt take(std::size_t line_size) {
    if (begin_ >= line_size) excerpt_.mark_column = column_;
    excerpt_.mark_width = std::max<std::size_t>(1, marked_);
    return std::move(excerpt_);
  }

 private:
  std::size_t show(std::string_view bytes) {
    if (bytes == "\t") {
      const std::size_t columns = tab_stop - column_ % tab_stop;
      excerpt_.line.append(columns, ' ');
      return columns;
    }
    const std::string shown = printable(bytes);
    excerpt_.line += shown;
    return display_width(shown);
  }

  std::size_t begin_;
  std::size_t end_;
  Excerpt excerpt_;
  std::size_t column_ = 0;
  std::size_t marked_ = 0;
};

}  // namespace

Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
  begin = std::min(begin, line.size());
  std::size_t at = fits(line, width) ? 0 : cut_before(line, begin, width / 2);
  ExcerptBuilder builder(begin, std::min(end, line.size()));
  if (at > 0) builder.cut_off();
  while (at < line.size()) {
    const std::string_view bytes = first_grapheme(line.substr(at)).bytes;
    if (builder.column() + 2 > width && at + bytes.size() < line.size()) {
      builder.cut_off();
      break;
    }
    builder.add(bytes, at);
    at += bytes.size();
  }
  return builder.take(line.size());
}

}  // namespace jalon
