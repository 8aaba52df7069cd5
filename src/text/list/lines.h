// What one line of a list looks like: its bullet, check box, indentation, or the Markdown mark that it begins with.
//
// Takes one line of UTF-8 without its end. Indentation counts in columns, a tab going to the next multiple of four
// (CommonMark 0.31 section 2.2); `>` of a quoted mail is taken off before. Bullets are those that people and mail
// programs write, not only Markdown's. Looks at one line only: what a line means in its place is for entries.h.
// Pure; linear; nothing fails.
#pragma once

#include <cstdint>
#include <string_view>

#include "jalon/plan.h"

namespace jalon::list {

enum class LineKind : std::uint8_t {
  blank,
  heading,    // # … ######
  underline,  // ===, below a heading
  rule,       // ---, ***, ___: a heading's underline, or a line across
  fence,      // ``` or ~~~
  item,
  row,  // | of a table
  text,
};

enum class Marker : std::uint8_t { none, dash, star, plus, bullet, number, letter, box };

enum class Box : std::uint8_t { none, present };  // whether the item has a check box

struct LineShape {
  LineKind kind = LineKind::blank;
  Marker marker = Marker::none;
  Box box = Box::none;
  Status status = Status::open;  // what the box says
  std::uint8_t level = 0;        // of a heading: 1 … 6; of a fence: how many signs
  char sign = 0;                 // of a fence, an underline or a rule
  std::uint32_t quotes = 0;      // how many `>` stand before it
  std::uint32_t indent = 0;      // columns
  std::string_view mark;         // from the bullet or mark on, to the end
  std::string_view text;         // behind the bullet and the check box, or the heading's signs; trimmed
};

LineShape read_line_shape(std::string_view line);

// The lines of a text, one after the other. Ends are LF or CRLF.
class LineReader {
 public:
  explicit LineReader(std::string_view text, std::size_t begin = 0) : text_(text), next_(begin) {}
  bool next(std::string_view& line);
  std::size_t position() const { return next_; }  // where the line after the last one begins
  void skip_to(std::size_t position) { next_ = position; }

 private:
  std::string_view text_;
  std::size_t next_;
};

}  // namespace jalon::list
