// A TOML document as a tree that remembers where each key and value stands. Only this part sees the TOML library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/diagnostic.h"

namespace jalon {

struct TomlNode {
  enum class Kind : std::uint8_t { text, flag, number, day, time, moment, list, table };
  Kind kind = Kind::table;
  std::string name;  // of the key; empty in a list
  std::string text;  // of anything but a list or a table, as TOML writes it; a time is HH:MM, a day YYYY-MM-DD
  SourceSpan key;    // the last part of a dotted key
  SourceSpan value;
  std::vector<TomlNode> children;  // in the order of the text
};

struct TomlFault {
  SourceSpan span;
  std::string words;  // the library's own, English
};

struct TomlDocument {
  TomlNode root;
  std::optional<TomlFault> fault;  // then the root is empty
};

// UTF-8 without byte order mark; at most 4 GiB, as spans count in 32 bits.
TomlDocument read_toml(std::string_view text);

}  // namespace jalon
