#include "base/file_facts.h"

#include <filesystem>
#include <system_error>

namespace jalon {

FileKind kind_of_file(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status)) return FileKind::none;
  return std::filesystem::is_regular_file(status) ? FileKind::regular : FileKind::other;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code failed;
  return std::filesystem::equivalent(a, b, failed) && !failed;
}

std::string link_target(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::read_symlink(path, ignored).string();
}

}  // namespace jalon
