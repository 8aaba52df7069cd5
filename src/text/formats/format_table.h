// The formats that a plan may have: how --from calls them, how their files' names end, what is read of them. A table,
// used by what detects a format, by what looks for plans in folders, and by `jalon help formats`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "jalon/language.h"
#include "jalon/list.h"

namespace jalon::formats {

// Whether a name with that ending, found in a folder, is that of a plan: .json and .ics are rather what programs make.
enum class InFolders : std::uint8_t { taken, left };

struct FormatSpec {
  ListFormat format;
  std::string_view name;     // for --from
  std::string_view endings;  // of file names, parted by spaces; empty where the content alone tells
  InFolders in_folders;
  std::array<std::string_view, language_count> about;  // what is read of it, in the order of Language
};

std::span<const FormatSpec> format_specs();  // entry i is that of format i

// Whether a file's name has one of the format's endings; ASCII case does not count.
bool is_named(std::string_view file_name, ListFormat format);

// Whether a file in a folder is a plan, by its name.
bool is_taken_in_folders(std::string_view file_name);

}  // namespace jalon::formats
