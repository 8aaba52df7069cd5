// What a file is, by its content.
#include <optional>

#include "jalon/list.h"
#include "text/formats/format_table.h"
#include "text/formats/org.h"
#include "text/formats/taskwarrior.h"
#include "text/formats/todo_txt.h"
#include "text/list/letters.h"
#include "text/list/source.h"
#include "text/table/read_table.h"

namespace jalon {
namespace {

constexpr std::size_t shown = 65536;  // bytes that are looked at

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

// A zip file, whose first entry is the kind of an OpenDocument; or the compound file of an old or locked workbook.
std::optional<ListFormat> format_of_workbook(std::string_view name, std::string_view bytes) {
  constexpr std::string_view zip = "PK\x03\x04";
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";
  constexpr std::size_t first_entry = 200;  // bytes in which its name and content stand
  if (!bytes.starts_with(zip) && !bytes.starts_with(compound_file)) return std::nullopt;
  const bool opendocument = bytes.substr(0, first_entry).find("vnd.oasis.opendocument") != std::string_view::npos;
  return opendocument || formats::is_named(name, ListFormat::ods) ? ListFormat::ods : ListFormat::xlsx;
}

bool is_calendar(std::string_view text) {
  constexpr std::string_view begin = "BEGIN:VCALENDAR";
  const std::string_view first = list::trim_left(text).substr(0, begin.size());
  return list::fold(first) == list::fold(begin);
}

ListFormat format_of_text(std::string_view name, std::string_view text) {
  if (is_calendar(text)) return ListFormat::ics;
  if (is_json(text)) return formats::is_taskwarrior(text) ? ListFormat::taskwarrior : ListFormat::json;
  if (formats::is_org(text) || formats::is_named(name, ListFormat::org)) return ListFormat::org;
  if (formats::is_named(name, ListFormat::csv) || is_table(text)) return ListFormat::csv;
  const bool named_todo = formats::is_named(name, ListFormat::todo_txt);
  return formats::is_todo_txt(text, named_todo ? formats::Name::says_so : formats::Name::open) ? ListFormat::todo_txt
                                                                                               : ListFormat::text;
}

}  // namespace

std::string_view format_name(ListFormat format) {
  return formats::format_specs()[static_cast<std::size_t>(format)].name;
}

ListFormat detect_format(std::string_view name, std::string_view bytes) {
  if (const auto workbook = format_of_workbook(name, bytes)) return *workbook;
  const list::SourceText text = list::decode_source(std::string(bytes.substr(0, shown)));
  return format_of_text(name, text.text);
}

}  // namespace jalon
