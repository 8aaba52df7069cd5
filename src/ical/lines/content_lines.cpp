#include "ical/lines/content_lines.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "ical/lines/fold_place.h"

namespace jalon {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without CRLF

// What becomes of a byte of a TEXT value.
enum class Care : unsigned char { none, escape, line_feed, drop };

constexpr std::array<Care, 256> care_of_text() {
  std::array<Care, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = Care::drop;
  table[0x7f] = Care::drop;
  table['\t'] = Care::none;
  table['\n'] = Care::line_feed;
  table['\\'] = table[','] = table[';'] = Care::escape;
  return table;
}
constexpr auto text_care = care_of_text();

Care care(char c) { return text_care[static_cast<unsigned char>(c)]; }
bool is_control(char c) { return care(c) == Care::drop || care(c) == Care::line_feed; }

constexpr std::uint64_t each_byte(unsigned char value) { return 0x0101010101010101U * value; }
constexpr std::uint64_t high_bits = each_byte(0x80);

// Whether some byte of `word` is below `limit`, which is at most 0x80; bytes from 0x80 on are not.
constexpr std::uint64_t below(std::uint64_t word, unsigned char limit) {
  return (word - each_byte(limit)) & ~word & high_bits;
}

constexpr std::uint64_t equal(std::uint64_t word, char value) {
  return below(word ^ each_byte(static_cast<unsigned char>(value)), 1);
}

// The high bit of the first byte that needs care, and perhaps of others after it.
std::uint64_t care_in_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return below(word, 0x20) | equal(word, ',') | equal(word, ';') | equal(word, '\\') | equal(word, 0x7f);
}

std::size_t plain_length_of_few(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && care(text[length]) == Care::none) ++length;
  return length;
}

// How much of the text can be copied as it is; or a little less, up to a tab. Eight bytes at a time, the last eight
// perhaps again: titles are most of what is written.
std::size_t plain_length(std::string_view text) {
  constexpr std::size_t width = sizeof(std::uint64_t);
  if (text.size() < width || std::endian::native != std::endian::little) return plain_length_of_few(text);
  for (std::size_t at = 0; at < text.size(); at += width) {
    at = std::min(at, text.size() - width);
    const std::uint64_t found = care_in_word(text.data() + at);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  return text.size();
}

// Room for `octets` in lines that are folded; fold_place() never leaves a line less than half full.
std::size_t room_when_folded(std::size_t octets) { return octets + 3 * (octets / (longest_line / 2) + 2); }

std::string_view caret_for(char c) {
  if (c == '^') return "^^";
  if (c == '"') return "^'";
  return c == '\n' ? "^n" : "";
}

std::size_t plain_parameter_length(std::string_view text) {
  const auto plain = [](char c) { return c != '^' && c != '"' && !is_control(c); };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), plain) - text.begin());
}

constexpr char hexadecimal[] = "0123456789ABCDEF";

bool allowed_in_uri(char c) {
  return c > 0x20 && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

}  // namespace

ContentLines::ContentLines(const Sink& sink)
    : sink_(sink), buffer_(new char[2 * piece]), limit_(buffer_.get() + 2 * piece), at_(buffer_.get()), line_(at_) {}

void ContentLines::grow(std::size_t bytes) {
  const std::size_t used = mark();
  const auto capacity = static_cast<std::size_t>(limit_ - buffer_.get());
  const std::size_t wanted = std::max(2 * capacity, used + bytes);
  std::unique_ptr<char[]> larger(new char[wanted]);
  std::memcpy(larger.get(), buffer_.get(), used);
  line_ = larger.get() + (line_ - buffer_.get());
  at_ = larger.get() + used;
  limit_ = larger.get() + wanted;
  buffer_ = std::move(larger);
}

void ContentLines::flush() {
  if (mark() > 0) sink_(since(0));
  at_ = line_ = buffer_.get();
}

void ContentLines::replace(std::size_t mark, std::size_t length, std::string_view bytes) {
  if (bytes.size() > length) room_for(bytes.size() - length);
  char* place = buffer_.get() + mark;
  const std::size_t behind = static_cast<std::size_t>(at_ - place) - length;
  if (bytes.size() != length) std::memmove(place + bytes.size(), place + length, behind);
  std::copy(bytes.begin(), bytes.end(), place);
  at_ = at_ - length + bytes.size();
}

void ContentLines::fold() {
  std::memcpy(at_, "\r\n ", 3);
  at_ += 3;
  line_ = at_ - 1;
}

// `run` needs no care; the room was made.
void ContentLines::copy_folded(std::string_view run) {
  while (column() + run.size() > longest_line) {
    const std::size_t room = longest_line - std::min(column(), longest_line);
    const std::size_t length = fold_place(run, room, column() == 1 ? LineState::fresh : LineState::begun);
    std::memcpy(at_, run.data(), length);
    at_ += length;
    run.remove_prefix(length);
    fold();
  }
  if (!run.empty()) std::memcpy(at_, run.data(), run.size());
  at_ += run.size();
}

// A few octets that no fold may part; the room was made.
void ContentLines::copy_whole(std::string_view unit) {
  if (column() + unit.size() > longest_line) fold();
  std::memcpy(at_, unit.data(), unit.size());
  at_ += unit.size();
}

void ContentLines::copy_with_care(char c) {
  const char escaped[] = {'\\', c};
  switch (care(c)) {
    case Care::none:
      return copy_whole({&c, 1});
    case Care::escape:
      return copy_whole({escaped, 2});
    case Care::line_feed:
      return copy_whole("\\n");
    case Care::drop:
      return;
  }
}

void ContentLines::text(std::string_view value) {
  room_for(room_when_folded(2 * value.size()));
  while (true) {
    const std::size_t plain = plain_length(value);
    copy_folded(value.substr(0, plain));
    if (plain == value.size()) return;
    copy_with_care(value[plain]);
    value.remove_prefix(plain + 1);
  }
}

void ContentLines::plain(std::string_view value) {
  room_for(room_when_folded(value.size()));
  copy_folded(value);
}

void ContentLines::uri(std::string_view value) {
  room_for(room_when_folded(3 * value.size()));
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const char encoded[] = {'%', hexadecimal[byte >> 4U], hexadecimal[byte & 15U]};
    if (is_control(c)) continue;
    copy_whole(allowed_in_uri(c) ? std::string_view(&c, 1) : std::string_view(encoded, 3));
  }
}

// RFC 6868 section 3: what quotes may not hold is written with a caret.
void ContentLines::parameter(std::string_view value) {
  room_for(room_when_folded(2 * value.size() + 2));
  copy_whole("\"");
  while (!value.empty()) {
    const std::size_t plain = plain_parameter_length(value);
    copy_folded(value.substr(0, plain));
    if (plain == value.size()) break;
    copy_whole(caret_for(value[plain]));
    value.remove_prefix(plain + 1);
  }
  copy_whole("\"");
}

}  // namespace jalon
