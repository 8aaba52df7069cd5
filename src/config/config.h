// What a jalon.toml says: settings for all plans, for the plans of a team, and for single plans.
//
// Takes UTF-8 (TOML 1.0, with or without byte order mark). What is wrong with it goes to the diagnostics, their spans
// counted in `text`: bad syntax, an unknown key, a value that its key cannot have. Reading goes on behind a fault, but
// for bad syntax. Pure; linear.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/keys.h"
#include "jalon/diagnostic.h"

namespace jalon {

struct SaidValue {
  std::string value;  // a list in one piece, "a, b"; a flag is "true" or "false"
  SourceSpan span;
};

struct Contact {
  std::string name;
  std::string address;
  SourceSpan span;
};

// The settings of one table of the file.
struct SettingTable {
  std::string name;  // of a team; of a plan its path as the file has it, which may have wildcards
  std::array<std::optional<SaidValue>, key_count> values;
  std::vector<Contact> people;
  std::vector<std::string> plans;  // of a team: which plans are its own, with wildcards

  const std::optional<SaidValue>& said(Key key) const { return values[static_cast<std::size_t>(key)]; }
};

struct Config {
  std::string text;  // without byte order mark
  SettingTable defaults;
  std::vector<SettingTable> teams;
  std::vector<SettingTable> plans;
  std::vector<Diagnostic> diagnostics;

  const SettingTable* find_team(std::string_view name) const;
};

// Whether a key may have a value, where that takes more than this room knows: a zone, a date, a colour.
using ValueCheck = std::function<bool(Key, const std::string&)>;

Config read_config(std::string text, const ValueCheck& check);

}  // namespace jalon
