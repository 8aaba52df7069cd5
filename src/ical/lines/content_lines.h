// Writes content lines (RFC 5545 section 3.1): ends them with CRLF, folds them at 75 octets between characters (and,
// where it is cheap, between graphemes), escapes TEXT (section 3.3.11) and quotes parameters (RFC 6868).
//
// One buffer is filled and given to the sink in pieces of about 256 KiB, only at the places that the writer allows,
// so that what was written since the last of them can still be changed. Takes UTF-8; control characters, which no
// content line may hold, are dropped. Nothing fails.
#pragma once

#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <string_view>

#include "ical/lines/values.h"

namespace jalon {

class ContentLines {
 public:
  using Sink = std::function<void(std::string_view)>;

  explicit ContentLines(const Sink& sink);

  // Whole lines or the beginning of one, of at most 75 octets a line, as they are.
  void put(std::string_view bytes) {
    if (bytes.empty()) return;
    room_for(bytes.size());
    std::memcpy(at_, bytes.data(), bytes.size());
    at_ += bytes.size();
  }
  void put(const Value& value) {
    room_for(Value::room);
    std::memcpy(at_, value.data(), Value::room);  // a length known to the compiler is copied at once
    at_ += value.size();
  }
  // Begins a line: its name, its parameters and the colon.
  void begin(std::string_view name) {
    line_ = at_;
    put(name);
  }
  void end() { put("\r\n"); }

  void text(std::string_view value);       // as TEXT: backslash, comma, semicolon and line feed escaped
  void uri(std::string_view value);        // what no URI may hold is percent-encoded (RFC 3986 section 2.1)
  void parameter(std::string_view value);  // in quotes
  void plain(std::string_view value);      // ASCII without controls, as it is

  void text_line(std::string_view name, std::string_view value) {
    begin(name);
    text(value);
    end();
  }

  // What was written since `mark`; positions hold until the next flush.
  std::size_t mark() const { return static_cast<std::size_t>(at_ - buffer_.get()); }
  std::string_view since(std::size_t mark) const { return {buffer_.get() + mark, this->mark() - mark}; }
  void replace(std::size_t mark, std::size_t length, std::string_view bytes);

  void flush_when_full() {
    if (mark() >= piece) flush();
  }
  void flush();

 private:
  static constexpr std::size_t piece = 256 * 1024;

  void room_for(std::size_t bytes) {
    if (static_cast<std::size_t>(limit_ - at_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);
  std::size_t column() const { return static_cast<std::size_t>(at_ - line_); }
  void fold();
  void copy_folded(std::string_view run);
  void copy_whole(std::string_view unit);
  void copy_with_care(char c);

  const Sink& sink_;
  std::unique_ptr<char[]> buffer_;
  char* limit_;
  char* at_;
  char* line_;  // where the physical line that is being written begins
};

}  // namespace jalon
