#include "base/source_place.h"

#include <algorithm>

#include "base/display.h"

namespace jalon {

SourcePlace PlaceFinder::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  move_to_line_of(offset);
  if (offset < reached_) {
    reached_ = line_begin_;
    column_ = 1;
  }
  while (reached_ < offset) {
    const std::size_t next = reached_ + first_grapheme(text_.substr(reached_)).bytes.size();
    if (next > offset) break;
    reached_ = next;
    ++column_;
  }
  const bool carriage_return = line_end_ > line_begin_ && text_[line_end_ - 1] == '\r';
  return {line_, column_, line_begin_, line_end_ - (carriage_return ? 1 : 0)};
}

void PlaceFinder::move_to_line_of(std::size_t offset) {
  if (offset < line_begin_) *this = PlaceFinder(text_);
  while (!line_known_ || offset > line_end_) {
    if (line_known_) {
      line_begin_ = line_end_ + 1;
      ++line_;
    }
    line_end_ = std::min(text_.find('\n', line_begin_), text_.size());
    line_known_ = true;
    reached_ = line_begin_;
    column_ = 1;
  }
}

}  // namespace jalon
