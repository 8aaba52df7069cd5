#include "base/folders.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/file_errors.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * second + time.tv_nsec; }

int list(const std::string& folder, std::vector<fs::directory_entry>& entries) {
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    if (!it->path().filename().string().starts_with('.')) entries.push_back(*it);
  }
  std::sort(entries.begin(), entries.end());
  return failed.value();
}

class Walk {
 public:
  Walk(const std::function<bool(const std::string&)>& enter, std::vector<Error>& unread)
      : enter_(enter), unread_(unread) {}

  int walk(const std::string& folder, std::vector<std::string>& files) {
    std::vector<fs::directory_entry> entries;
    const int error = list(folder, entries);
    for (const fs::directory_entry& entry : entries) {
      std::error_code ignored;
      const std::string path = entry.path().string();
      if (entry.is_directory(ignored)) {
        if (!entry.is_symlink(ignored) && enter_(path)) walk_inner(path, files);
      } else if (entry.is_regular_file(ignored)) {
        files.push_back(path);
      }
    }
    return error;
  }

 private:
  void walk_inner(const std::string& folder, std::vector<std::string>& files) {
    if (const int error = walk(folder, files)) unread_.push_back(read_error(folder, error));
  }

  const std::function<bool(const std::string&)>& enter_;
  std::vector<Error>& unread_;
};

}  // namespace

Result<std::vector<std::string>> files_below(const std::string& folder,
                                             const std::function<bool(const std::string&)>& enter,
                                             std::vector<Error>& unread) {
  std::vector<std::string> files;
  if (const int error = Walk(enter, unread).walk(folder, files)) return read_error(folder, error);
  return files;
}

Result<void> make_folder(const std::string& path) {
  std::error_code failed;
  fs::create_directories(path, failed);
  if (failed) return write_error(path, failed.value());
  return {};
}

Result<void> remove_file(const std::string& path) {
  if (unlink(path.c_str()) != 0 && errno != ENOENT) return write_error(path, errno);
  return {};
}

std::string absolute_path(const std::string& path) {
  std::error_code ignored;
  return fs::absolute(path, ignored).lexically_normal().string();
}

std::optional<FileState> state_of_file(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  FileState state;
  state.words = fmt::format("{}.{}.{}.{}.{}", status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim),
                            nanoseconds(status.st_ctim));
  state.changed_at = nanoseconds(status.st_ctim);
  state.fine_clock = status.st_mtim.tv_nsec % 1000 != 0;
  return state;
}

}  // namespace jalon
