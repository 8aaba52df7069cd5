// The least that any writer of these bytes must do: formats values that are already there, and writes them.
// Usage: bench_format CALENDAR OUT     Prints the seconds that formatting and writing took: by the clock, and of the
// processor.
#include <algorithm>
#include <cstdio>
#include <string_view>

#include "bench/components.h"
#include "bench/stopwatch.h"

namespace {

using namespace jalon::bench;

class Printer {
 public:
  explicit Printer(std::FILE* out) : out_(out) { buffer_.reserve(room); }
  ~Printer() { flush(); }

  void print(const Component& component) {
    put_line("BEGIN:", component.name);
    for (const Property& property : component.properties) print(property);
    for (const Component& part : component.parts) print(part);
    put_line("END:", component.name);
    if (buffer_.size() > room - 65536) flush();
  }
  void put(std::string_view bytes) { buffer_ += bytes; }

 private:
  static constexpr std::size_t room = 1 << 20;

  void flush() {
    std::fwrite(buffer_.data(), 1, buffer_.size(), out_);
    buffer_.clear();
  }

  void put_line(std::string_view head, std::string_view text) {
    buffer_ += head;
    buffer_ += text;
    buffer_ += "\r\n";
  }

  void print(const Property& property) {
    const std::size_t begin = buffer_.size();
    buffer_ += property.name;
    buffer_ += property.parameters;
    buffer_ += ':';
    put_value(property);
    if (buffer_.size() - begin > 75) fold(begin);
    buffer_ += "\r\n";
  }

  void put_value(const Property& property) {
    switch (property.type) {
      case ValueType::plain:
        buffer_ += property.texts.front();
        break;
      case ValueType::text:
      case ValueType::texts:
        put_texts(property.texts);
        break;
      case ValueType::integer:
        buffer_ += std::to_string(property.number);
        break;
      case ValueType::duration:
        put_duration(property.number);
        break;
      default:
        put_time(property.time, property.type);
    }
  }

  void put_texts(const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) buffer_ += ',';
      for (const char c : texts[i]) put_escaped(c);
    }
  }

  void put_escaped(char c) {
    if (c == '\n') {
      buffer_ += "\\n";
      return;
    }
    if (c == ',' || c == ';' || c == '\\') buffer_ += '\\';
    buffer_ += c;
  }

  void put_number(int number, int width) {
    char digits[8];
    for (int i = width - 1; i >= 0; --i, number /= 10) digits[i] = static_cast<char>('0' + number % 10);
    buffer_.append(digits, static_cast<std::size_t>(width));
  }

  void put_time(const CivilTime& time, ValueType type) {
    put_number(time.year, 4);
    put_number(time.month, 2);
    put_number(time.day, 2);
    if (type == ValueType::date) return;
    buffer_ += 'T';
    put_number(time.hour, 2);
    put_number(time.minute, 2);
    put_number(time.second, 2);
    if (type == ValueType::utc) buffer_ += 'Z';
  }

  void put_part(std::int64_t number, char unit) {
    if (number == 0) return;
    buffer_ += std::to_string(number);
    buffer_ += unit;
  }

  void put_duration(std::int64_t seconds) {
    if (seconds < 0) buffer_ += '-';
    const std::int64_t size = seconds < 0 ? -seconds : seconds;
    buffer_ += 'P';
    put_part(size / 86400, 'D');
    if (size % 86400 != 0 || size == 0) buffer_ += 'T';
    put_part(size % 86400 / 3600, 'H');
    put_part(size % 3600 / 60, 'M');
    put_part(size % 60, 'S');
    if (size == 0) buffer_ += "0S";
  }

  // RFC 5545 section 3.1: at most 75 octets a line, never inside a character.
  void fold(std::size_t begin) {
    const std::string line = buffer_.substr(begin);
    buffer_.resize(begin);
    std::size_t at = 0, most = 75;
    while (line.size() - at > most) {
      std::size_t end = at + most;
      while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
      buffer_.append(line, at, end - at);
      buffer_ += "\r\n ";
      at = end;
      most = 74;
    }
    buffer_.append(line, at);
  }

  std::FILE* out_;
  std::string buffer_;
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
