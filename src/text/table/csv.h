// Text in which a delimiter parts the cells of a table, as spreadsheets and other programs write it (RFC 4180, and what
// is met beyond it): quotes around cells that hold delimiters, quotes or line ends, LF or CRLF, `sep=;` on top.
//
// Takes UTF-8. A quote that no other closes is a letter of its cell. Views are into the text, or into the arena where a
// doubled quote had to become one. Linear; nothing fails.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "jalon/plan.h"
#include "text/table/rows.h"

namespace jalon::table {

class CsvRows : public Rows {
 public:
  CsvRows(std::string_view source, char delimiter, Arena& arena);
  bool next(std::vector<Cell>& cells) override;
  void rewind() override { at_ = begin_; }
  std::size_t position() const { return at_; }  // where the next row begins

 private:
  void read_row(std::vector<Cell>& cells);
  Cell read_plain();
  Cell read_quoted(std::size_t open);
  std::size_t find_closing(std::size_t open, bool& doubled) const;
  std::size_t end_of_plain(std::size_t at) const;
  std::string_view unquoted(std::string_view inside, std::string_view behind);

  std::string_view source_;
  char delimiter_;
  Arena& arena_;
  std::size_t begin_ = 0;
  std::size_t at_ = 0;
  std::size_t unclosed_ = std::string_view::npos;  // from here on no quote closes
  std::string buffer_;
};

// What `sep=` says in the first line, as Excel has it.
std::optional<char> said_delimiter(std::string_view source);

}  // namespace jalon::table
