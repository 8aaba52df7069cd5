// The settings in force for a plan, each with where it comes from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/in_force.h"
#include "jalon/list.h"

namespace jalon {

enum class SettingSource : std::uint8_t { command_line, plan, file, system, built_in };

struct ShownSetting {
  std::string name;   // of the key, or of the person
  std::string value;  // empty: nothing
  SettingSource source = SettingSource::built_in;
  std::string file;      // plan, file
  std::size_t line = 0;  // plan, file
};

struct ShownSettings {
  std::vector<std::string> files;      // the jalon.toml files that count, the nearest first
  std::vector<ShownSetting> settings;  // one a key, in the keys' order
  std::vector<ShownSetting> people;
};

// What is said besides the files: by the command line and by the system, by key.
struct SaidElsewhere {
  std::array<std::optional<std::string>, key_count> command_line;
  std::array<std::string, key_count> system;
};

// `plan`: its path, for its own settings; empty where there is none.
ShownSettings show_settings(const InForce& in_force, const SaidElsewhere& elsewhere, const std::string& plan,
                            const PlanSettings& of_plan);

std::string settings_json(const ShownSettings& shown);  // one object a line

}  // namespace jalon
