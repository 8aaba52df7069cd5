// Where in a text a byte stands, as people count: line and column from 1, a column a character as they see it.
#pragma once

#include <cstddef>
#include <string_view>

namespace jalon {

struct SourcePlace {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t line_begin = 0;  // bytes of that line, without its line end
  std::size_t line_end = 0;
};

// Takes UTF-8 with LF or CRLF, which must live as long. Offsets asked for in ascending order cost one pass together;
// one past the end is taken for the end.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text) {}
  SourcePlace at(std::size_t offset);

 private:
  void move_to_line_of(std::size_t offset);

  std::string_view text_;
  std::size_t line_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t line_end_ = 0;  // where the next line feed stands, or the end of the text
  bool line_known_ = false;
  std::size_t column_ = 1;
  std::size_t reached_ = 0;  // the offset that column_ belongs to
};

}  // namespace jalon
