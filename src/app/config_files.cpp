#include "app/config_files.h"

#include <filesystem>

#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "base/folders.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

}  // namespace

ConfigFiles::File ConfigFiles::read(const std::string& path) {
  if (const auto known = by_path_.find(path); known != by_path_.end()) return known->second;
  File result = static_cast<const ConfigFile*>(nullptr);
  if (kind_of_file(path) == FileKind::regular) {
    auto bytes = read_file(path);
    if (bytes) {
      auto file = std::make_unique<ConfigFile>();
      file->path = path;
      file->folder = fs::path(path).parent_path().string();
      file->config = read_config(std::move(*bytes), is_value_of);
      result = file.get();
      files_.push_back(std::move(file));
    } else {
      result = bytes.error();
    }
  }
  return by_path_.emplace(path, std::move(result)).first->second;
}

ConfigFiles::File ConfigFiles::nearest(const std::string& folder) {
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  File found = read((fs::path(folder) / config_name).string());
  const std::string above = fs::path(folder).parent_path().string();
  if (found && *found == nullptr && above != folder && !above.empty()) found = nearest(above);
  return by_folder_.emplace(folder, std::move(found)).first->second;
}

Result<InForce> ConfigFiles::for_plan(const std::string& path) {
  const std::string absolute = absolute_path(path == "-" ? "./-" : path);
  std::vector<const ConfigFile*> files;
  {
    const std::lock_guard lock(mutex_);
    const File near = nearest(fs::path(absolute).parent_path().string());
    if (!near) return near.error();
    const File own = user_folder_.empty() ? File(nullptr) : read((fs::path(user_folder_) / config_name).string());
    if (!own) return own.error();
    if (*near != nullptr) files.push_back(*near);
    if (*own != nullptr && *own != *near) files.push_back(*own);
  }
  for (const ConfigFile* file : files) {
    if (has_errors(file->config.diagnostics)) return Error{ErrorKind::config, Code::config_faulty, {file->path}};
  }
  return merge_settings(absolute, files);
}

std::vector<const ConfigFile*> ConfigFiles::faulty() const {
  const std::lock_guard lock(mutex_);
  std::vector<const ConfigFile*> faulty;
  for (const auto& file : files_) {
    if (has_errors(file->config.diagnostics)) faulty.push_back(file.get());
  }
  return faulty;
}

}  // namespace jalon
