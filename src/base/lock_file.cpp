#include "base/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "base/file_errors.h"
#include "base/files.h"

namespace jalon {
Result<LockFile> LockFile::take(const std::string& path) {
  if (auto made = make_private_folder(std::filesystem::path(path).parent_path().string()); !made) return made.error();
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file) return write_error(path, errno);
  while (::flock(file.number(), LOCK_EX) != 0) {
    if (errno != EINTR) return write_error(path, errno);
  }
  return LockFile(std::move(file));
}

}  // namespace jalon
