// Lines of an input, given as soon as they are there: a program at the other end may wait for each answer.
#pragma once

#include <string>
#include <string_view>

namespace jalon {

class LineReader {
 public:
  explicit LineReader(int descriptor) : descriptor_(descriptor) {}

  // The next line, without its line end (LF or CRLF), until the next call; false at the end.
  bool next(std::string_view& line);
  // Whether another line has arrived already.
  bool has_waiting() const;
  int error() const { return error_; }  // the system's number; 0: none

 private:
  bool read_more();

  int descriptor_;
  std::string bytes_;
  std::size_t begin_ = 0;     // of the next line
  std::size_t searched_ = 0;  // no line feed stands before
  int error_ = 0;
};

}  // namespace jalon
