// Markdown inside a line: **bold**, *emphasis*, ~~struck~~, [text](address), [[page|text]], <!-- comments -->.
//
// A calendar shows a title as it is, so the signs go and the words stay. A line without any, which is nearly every
// one, is passed on as it stands; else its words are joined in the plan's arena, and each knows its place in the
// source. Code between backquotes stays as it is. Linear; nothing fails: a sign without its other half is text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "jalon/plan.h"

namespace jalon::list {

// A line and where its bytes stand in the source.
class LineText {
 public:
  struct Place {
    std::uint32_t at;      // from this byte of the line on …
    std::uint32_t source;  // … the bytes stand here
  };

  LineText() = default;
  LineText(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}
  LineText(std::string_view text, std::span<const Place> places, std::string_view address)
      : text_(text), places_(places), address_(address) {}

  std::string_view text() const { return text_; }
  std::string_view address() const { return address_; }  // of the first link; empty where there is none
  SourceSpan span_of(std::string_view part) const;       // a part of text()

 private:
  std::uint32_t source_of(std::uint32_t at) const;

  std::string_view text_;
  std::uint32_t offset_ = 0;
  std::span<const Place> places_;
  std::string_view address_;
};

// Whether the sign at `at` may be Markdown's; cleaning decides.
bool begins_markdown(std::string_view text, std::size_t at);

// The line without its Markdown, and without the line ends of an item that goes on over two lines.
LineText clean_line(std::string_view text, std::uint32_t offset, Arena& arena);

}  // namespace jalon::list
