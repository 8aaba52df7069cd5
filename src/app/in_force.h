// What the files of settings say for one plan, and where each value stands. The command line and the plan's own front
// matter win over all of it. Among the files: the settings of the plan itself, then those of its team, then the
// defaults; and the nearest file before the user's own.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/settings.h"
#include "config/config.h"
#include "jalon/result.h"

namespace jalon {

struct ConfigFile;

struct ValueInForce {
  std::string value;
  const ConfigFile* file = nullptr;
  SourceSpan span;
};

struct PersonInForce {
  std::string name;
  ValueInForce address;
};

struct InForce {
  std::array<std::optional<ValueInForce>, key_count> values;
  std::vector<PersonInForce> people;     // each name once, those that win first
  std::vector<const ConfigFile*> files;  // that were read for the plan, the nearest first

  const std::optional<ValueInForce>& said(Key key) const { return values[static_cast<std::size_t>(key)]; }
  std::string value(Key key) const { return said(key) ? said(key)->value : std::string(); }
};

// `path`: absolute; `files`: the nearest first. A team that none of them knows is an error.
Result<InForce> merge_settings(const std::string& path, const std::vector<const ConfigFile*>& files);

// What of it a plan is read with; the settings of the command line stay.
void add_defaults(const InForce& in_force, Settings& settings);

// Whether a key may have a value: a zone that is known, a date, a colour…
bool is_value_of(Key key, const std::string& value);

}  // namespace jalon
