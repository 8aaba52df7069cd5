// The least that any writer of these bytes must do: formats values that are already there, and writes them.
// Usage: bench_format CALENDAR OUT     Prints the seconds that formatting and writing took: by the clock, and of the
// processor.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "bench/components.h"
#include "bench/stopwatch.h"

namespace {

using namespace jalon::bench;

class Printer {
 public:
  explicit Printer(std::FILE* out) : out_(out) {}
  ~Printer() { flush(); }

  void print(const Component& component) {
    put("BEGIN:");
    put(component.name);
    end_line();
    for (const Property& property : component.properties) print(property);
    for (const Component& part : component.parts) print(part);
    put("END:");
    put(component.name);
    end_line();
  }

  void put(std::string_view bytes) {
    if (bytes.size() > room - size_) flush();
    if (bytes.size() > room) {
      std::fwrite(bytes.data(), 1, bytes.size(), out_);
      return;
    }
    std::memcpy(buffer_.get() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }

 private:
  static constexpr std::size_t room = 1 << 18;
  static constexpr std::size_t longest_line = 1 << 16;

  void flush() {
    std::fwrite(buffer_.get(), 1, size_, out_);
    size_ = 0;
  }

  void put(char c) { buffer_[size_++] = c; }
  void end_line() { put("\r\n"); }

  void print(const Property& property) {
    if (room - size_ < longest_line) flush();
    const std::size_t begin = size_;
    put(property.head);
    put_value(property);
    if (size_ - begin > 75) fold(begin);
    end_line();
  }

  void put_value(const Property& property) {
    switch (property.type) {
      case ValueType::plain:
        return put(property.text);
      case ValueType::text:
        return put_text(property.text);
      case ValueType::integer:
        return put_decimal(property.number);
      case ValueType::duration:
        return put_duration(property.number);
      default:
        return put_time(property.time, property.type);
    }
  }

  void put_text(std::string_view text) {
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c != ',' && c != ';' && c != '\\' && c != '\n' && c != text_separator) continue;
      put(text.substr(done, i - done));
      done = i + 1;
      if (c != text_separator) put('\\');
      put(c == '\n' ? 'n' : c == text_separator ? ',' : c);
    }
    put(text.substr(done));
  }

  void put_decimal(std::int64_t number) {
    char* begin = buffer_.get() + size_;
    size_ += static_cast<std::size_t>(std::to_chars(begin, begin + 20, number).ptr - begin);
  }

  void put_two(int number) {
    put(static_cast<char>('0' + number / 10));
    put(static_cast<char>('0' + number % 10));
  }

  void put_time(const CivilTime& time, ValueType type) {
    put_two(time.year / 100);
    put_two(time.year % 100);
    put_two(time.month);
    put_two(time.day);
    if (type == ValueType::date) return;
    put('T');
    put_two(time.hour);
    put_two(time.minute);
    put_two(time.second);
    if (type == ValueType::utc) put('Z');
  }

  void put_part(std::int64_t number, char unit) {
    if (number == 0) return;
    put_decimal(number);
    put(unit);
  }

  void put_duration(std::int64_t seconds) {
    if (seconds < 0) put('-');
    const std::int64_t size = seconds < 0 ? -seconds : seconds;
    put('P');
    put_part(size / 86400, 'D');
    if (size % 86400 == 0 && size != 0) return;
    put('T');
    put_part(size % 86400 / 3600, 'H');
    put_part(size % 3600 / 60, 'M');
    put_part(size % 60, 'S');
    if (size == 0) put("0S");
  }

  // RFC 5545 section 3.1: at most 75 octets a line, never inside a character.
  void fold(std::size_t begin) {
    const std::string line(buffer_.get() + begin, size_ - begin);
    size_ = begin;
    std::size_t at = 0, most = 75;
    while (line.size() - at > most) {
      std::size_t end = at + most;
      while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
      put(std::string_view(line).substr(at, end - at));
      put("\r\n ");
      at = end;
      most = 74;
    }
    put(std::string_view(line).substr(at));
  }

  std::FILE* out_;
  std::unique_ptr<char[]> buffer_ = std::make_unique<char[]>(room);
  std::size_t size_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Components calendar = load_components(argv[1]);
  std::FILE* out = std::fopen(argv[2], "wb");
  if (out == nullptr) return 2;

  const Stopwatch watch;
  {
    Printer printer(out);
    printer.put(calendar.head);
    for (const Component& component : calendar.components) printer.print(component);
    printer.put(calendar.tail);
  }
  std::fclose(out);
  watch.print();
}
