// What a file is, by its content.
#include <algorithm>
#include <array>

#include "jalon/list.h"
#include "text/list/letters.h"
#include "text/list/source.h"
#include "text/table/read_table.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, list_format_count> names = {"md",          "csv", "xlsx",     "ods",  "todo.txt",
                                                                   "taskwarrior", "org", "obsidian", "json", "ics"};
constexpr std::size_t shown = 65536;  // bytes that are looked at

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const std::string_view end = name.substr(name.size() - ending.size());
  return std::equal(end.begin(), end.end(), ending.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

bool is_named_table(std::string_view name) {
  return ends_with(name, ".csv") || ends_with(name, ".tsv") || ends_with(name, ".tab");
}

// A header that names what is to be done and something else of it; a table of Markdown is none of these.
bool is_table(std::string_view text) {
  constexpr std::size_t least_known = 2;
  if (list::trim_left(text).starts_with('|') || list::trim_left(text).starts_with("---")) return false;
  return table::guess_table(text, {}).known >= least_known;
}

// An object or a list of objects, and no check box or link of Markdown.
bool is_json(std::string_view text) {
  std::string_view rest = list::trim_left(text);
  const bool listed = rest.starts_with('[');
  if (listed) rest = list::trim_left(rest.substr(1));
  if (listed && rest.starts_with(']')) return list::trim(rest).size() == 1;
  if (!rest.starts_with('{')) return false;
  rest = list::trim_left(rest.substr(1));
  return rest.starts_with('"') || rest.starts_with('}');
}

ListFormat format_of_text(std::string_view name, std::string_view text) {
  if (is_json(text)) return ListFormat::json;
  if (is_named_table(name) || is_table(text)) return ListFormat::csv;
  return ListFormat::text;
}

}  // namespace

std::string_view format_name(ListFormat format) { return names[static_cast<std::size_t>(format)]; }

ListFormat detect_format(std::string_view name, std::string_view bytes) {
  const list::SourceText text = list::decode_source(std::string(bytes.substr(0, shown)));
  return format_of_text(name, text.text);
}

}  // namespace jalon
