#include "text/table/csv.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/list/letters.h"

namespace jalon::table {
namespace {

constexpr std::string_view separator_word = "sep=";

constexpr std::uint64_t all_ones = 0x0101010101010101ULL;
constexpr std::uint64_t all_tops = 0x8080808080808080ULL;

// Not 0 where one of the eight bytes is `c` (Hacker's Delight, section 6-1).
constexpr std::uint64_t find_byte(std::uint64_t block, char c) {
  const std::uint64_t x = block ^ (all_ones * static_cast<unsigned char>(c));
  return (x - all_ones) & ~x & all_tops;
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

SourceSpan span_between(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::optional<char> said_delimiter(std::string_view source) {
  const bool said = source.size() > separator_word.size() && source.starts_with(separator_word);
  return said ? std::optional(source[separator_word.size()]) : std::nullopt;
}

CsvRows::CsvRows(std::string_view source, char delimiter, Arena& arena)
    : source_(source), delimiter_(delimiter), arena_(arena) {
  if (said_delimiter(source)) begin_ = std::min(source.find('\n'), source.size() - 1) + 1;
  at_ = begin_;
}

bool CsvRows::next(std::vector<Cell>& cells) {
  while (at_ < source_.size()) {
    cells.clear();
    read_row(cells);
    if (std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.text.empty(); })) return true;
  }
  return false;
}

void CsvRows::read_row(std::vector<Cell>& cells) {
  while (true) {
    std::size_t first = at_;
    while (first < source_.size() && is_space(source_[first]) && source_[first] != delimiter_) ++first;
    const bool quoted = first < source_.size() && source_[first] == '"' && first < unclosed_;
    cells.push_back(quoted ? read_quoted(first) : read_plain());
    const bool goes_on = at_ < source_.size() && source_[at_] == delimiter_;
    at_ += at_ < source_.size() ? 1 : 0;
    if (!goes_on) return;
  }
}

// Where the delimiter or the line end stands.
std::size_t CsvRows::end_of_plain(std::size_t at) const {
  for (std::uint64_t block = 0; at + sizeof block <= source_.size(); at += sizeof block) {
    std::memcpy(&block, source_.data() + at, sizeof block);
    const std::uint64_t found = find_byte(block, delimiter_) | find_byte(block, '\n');
    if (found == 0) continue;
    if constexpr (std::endian::native == std::endian::little) return at + std::size_t(std::countr_zero(found)) / 8;
    break;
  }
  while (at < source_.size() && source_[at] != delimiter_ && source_[at] != '\n') ++at;
  return at;
}

Cell CsvRows::read_plain() {
  const std::size_t end = end_of_plain(at_);
  const std::string_view text = list::trim(source_.substr(at_, end - at_));
  at_ = end;
  return {text, list::span_of(text, source_)};
}

Cell CsvRows::read_quoted(std::size_t open) {
  bool doubled = false;
  const std::size_t close = find_closing(open, doubled);
  if (close == std::string_view::npos) {
    unclosed_ = open;
    return read_plain();
  }
  const std::size_t end = end_of_plain(close + 1);
  const std::string_view inside = source_.substr(open + 1, close - open - 1);
  const std::string_view behind = list::trim_right(source_.substr(close + 1, end - close - 1));
  at_ = end;
  const bool as_it_is = !doubled && behind.empty() && inside.find('\r') == std::string_view::npos;
  return {list::trim(as_it_is ? inside : unquoted(inside, behind)), span_between(open, close + 1)};
}

std::size_t CsvRows::find_closing(std::size_t open, bool& doubled) const {
  for (std::size_t at = source_.find('"', open + 1); at != std::string_view::npos; at = source_.find('"', at + 2)) {
    if (at + 1 >= source_.size() || source_[at + 1] != '"') return at;
    doubled = true;
  }
  return std::string_view::npos;
}

// Doubled quotes become one, line ends LF; what follows the closing quote belongs to the cell.
std::string_view CsvRows::unquoted(std::string_view inside, std::string_view behind) {
  buffer_.clear();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\r' && i + 1 < inside.size() && inside[i + 1] == '\n') continue;
    buffer_ += inside[i];
    if (inside[i] == '"') ++i;
  }
  buffer_ += behind;
  return arena_.copy(buffer_);
}

}  // namespace jalon::table
