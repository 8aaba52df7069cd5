#include "text/table/column_choices.h"

#include <algorithm>
#include <charconv>

#include "base/catalogue.h"
#include "jalon/list.h"
#include "text/list/letters.h"

namespace jalon::table {
namespace {

constexpr std::size_t most_columns = 16384;  // of a sheet of Excel

// Up to the next comma that no quotes enclose; takes it off.
std::string_view take_part(std::string_view& text) {
  bool quoted = false;
  std::size_t end = 0;
  for (; end < text.size() && (quoted || text[end] != ','); ++end) quoted = quoted != (text[end] == '"');
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return list::trim(part);
}

std::string_view without_quotes(std::string_view text) {
  const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
  return quoted ? text.substr(1, text.size() - 2) : text;
}

std::size_t parse_number(std::string_view text) {
  std::size_t number = 0;
  const auto [past, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = fault == std::errc{} && past == text.data() + text.size();
  return whole && number <= most_columns ? number : 0;
}

}  // namespace

Result<std::vector<ColumnChoice>> parse_columns(std::string_view text) {
  std::vector<ColumnChoice> choices;
  while (!text.empty()) {
    const std::string_view part = take_part(text);
    const std::size_t sign = part.find('=');
    const auto field = records::find_field(list::trim(part.substr(0, sign)));
    const std::string_view column =
        sign == std::string_view::npos ? std::string_view{} : without_quotes(list::trim(part.substr(sign + 1)));
    if (!field || column.empty()) return Error{ErrorKind::config, Code::option_columns, {std::string(part)}};
    choices.push_back({field->field, std::string(column), parse_number(column)});
  }
  return choices;
}

}  // namespace jalon::table

namespace jalon {

Result<void> check_columns(std::string_view text) {
  const auto choices = table::parse_columns(text);
  if (!choices) return choices.error();
  return {};
}

}  // namespace jalon
