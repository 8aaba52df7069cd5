// The jalon.toml files that count for a plan: the nearest one, upwards from the plan's folder, and the user's own.
// Each is looked for and read once, however many plans there are. Safe to use from several threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/in_force.h"
#include "config/config.h"
#include "jalon/result.h"

namespace jalon {

inline constexpr const char* config_name = "jalon.toml";

struct ConfigFile {
  std::string path;    // absolute
  std::string folder;  // that of the file; what its plans are named from
  Config config;
};

class ConfigFiles {
 public:
  // `user_folder`: the user's configuration folder; empty where there is none.
  explicit ConfigFiles(std::string user_folder) : user_folder_(std::move(user_folder)) {}

  // What the files say for the plan at `path` ("-": one of the working folder). A file that has faults is an error
  // (Code::config_faulty); its diagnostics are then in faulty(). Views into this object.
  Result<InForce> for_plan(const std::string& path);
  std::vector<const ConfigFile*> faulty() const;

 private:
  using File = Result<const ConfigFile*>;  // null: there is none
  File nearest(const std::string& folder);
  File read(const std::string& path);

  std::string user_folder_;
  mutable std::mutex mutex_;
  std::map<std::string, File> by_folder_;
  std::map<std::string, File> by_path_;
  std::vector<std::unique_ptr<const ConfigFile>> files_;
};

}  // namespace jalon
