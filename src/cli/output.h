// One of the program's two streams. Bytes are gathered and written in large pieces. A reader that went away is not a
// fault: what comes after is dropped in silence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jalon {

class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  ~Output() { flush(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);
  void flush();
  bool is_closed() const { return closed_; }  // nobody reads what is written
  int error() const { return error_; }        // the system's number of the first failure; 0: none

 private:
  void write_now(std::string_view bytes);

  int descriptor_;
  std::string waiting_;
  bool closed_ = false;
  int error_ = 0;
};

}  // namespace jalon
