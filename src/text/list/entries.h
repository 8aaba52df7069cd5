// The parts of a plan in their order: its sections, its items with what stands under them, and what encloses what.
//
// Takes the text behind the front matter (UTF-8, LF or CRLF). Reads the structure of Markdown as people write it in
// notes and mails: headings of both styles, lines that end in a colon with a list under them, bullets nested by
// indentation, indented lines below an item; code blocks, comments, tables and prose are passed over. Where a text
// has no item at all, each line that is not plainly a greeting, a closing or a heading is one.
// Views are into the text; its faults go to the diagnostics, spans counted in `source`. Linear; nothing fails.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "jalon/diagnostic.h"
#include "text/list/lines.h"

namespace jalon::list {

inline constexpr std::uint32_t no_entry = 0xffffffff;
inline constexpr std::uint8_t lead_level = 7;  // of a line that ends in a colon: below every heading

enum class EntryKind : std::uint8_t { section, action };

struct Entry {
  EntryKind kind = EntryKind::action;
  std::uint8_t level = 0;  // of a section
  Box box = Box::none;
  Status status = Status::open;
  Marker marker = Marker::none;
  std::uint32_t indent = 0;
  std::uint32_t parent = no_entry;      // the entry of the item that it stands under
  std::uint32_t first_line = no_entry;  // of what stands under it: index into Entries::lines
  std::uint32_t last_line = no_entry;
  SourceSpan span;        // the whole, without nested items
  std::string_view text;  // behind the bullet and the check box
};

// One indented line below an item.
struct BodyLine {
  std::string_view text;  // trimmed
  std::uint32_t next = no_entry;
};

struct Entries {
  std::vector<Entry> entries;
  std::vector<BodyLine> lines;
};

Entries read_entries(std::string_view source, std::size_t begin, std::vector<Diagnostic>& diagnostics);

}  // namespace jalon::list
