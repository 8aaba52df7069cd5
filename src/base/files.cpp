#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "base/descriptor.h"
#include "base/file_errors.h"

namespace jalon {
namespace {

constexpr std::size_t piece_size = std::size_t{256} << 10;

// 0, or the error number that opening or looking at it gave.
int open_input(const std::string& path, Descriptor& file, struct stat& status) {
  file = Descriptor(path == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file || fstat(file.number(), &status) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return EISDIR;
  return S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > largest_input ? EFBIG : 0;
}

// Appends what one read gives; false at the end or, with `number` set, on failure.
bool read_piece(const Descriptor& file, std::string& bytes, std::size_t& used, int& number) {
  ssize_t got = 0;
  do {
    got = ::read(file.number(), bytes.data() + used, bytes.size() - used);
  } while (got < 0 && errno == EINTR);
  if (got < 0) number = errno;
  if (got > 0) used += static_cast<std::size_t>(got);
  return got > 0;
}

int read_all(const Descriptor& file, std::size_t expected, std::string& bytes) {
  std::size_t used = 0;
  int number = 0;
  bytes.resize(std::max(expected + 1, std::size_t{4096}));  // one more, to see the end without growing
  while (read_piece(file, bytes, used, number)) {
    if (used > largest_input) return EFBIG;
    if (used == bytes.size()) bytes.resize(2 * used);
  }
  bytes.resize(used);
  return number;
}

}  // namespace

Result<void> make_private_folder(const std::string& path) {
  for (std::size_t end = 1; end != std::string::npos;) {
    end = path.find('/', end + 1);
    const std::string part = path.substr(0, end);
    if (mkdir(part.c_str(), S_IRWXU) != 0 && errno != EEXIST) return write_error(path, errno);
  }
  return {};
}

Result<std::string> read_file(const std::string& path) {
  Descriptor file;
  struct stat status {};
  if (const int number = open_input(path, file, status)) return read_error(path, number);
  std::string bytes;
  const auto expected = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : piece_size;
  if (const int number = read_all(file, expected, bytes)) return read_error(path, number);
  return bytes;
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  Descriptor file;
  struct stat status {};
  if (const int number = open_input(path, file, status)) return read_error(path, number);
  MappedFile result;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (S_ISREG(status.st_mode) && size > 0) {
    void* map = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
    if (map != MAP_FAILED) {
      result.map_ = map;
      result.size_ = size;
      return result;
    }
  }
  if (const int number = read_all(file, piece_size, result.copy_)) return read_error(path, number);
  return result;
}

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(map_, other.map_);
  std::swap(size_, other.size_);
  std::swap(copy_, other.copy_);
  return *this;
}

MappedFile::~MappedFile() {
  if (map_ != nullptr) munmap(map_, size_);
}

void MappedFile::rest() const {
  if (map_ != nullptr) madvise(map_, size_, MADV_DONTNEED);  // the file's own pages: they are only unmapped
}

std::string_view MappedFile::bytes() const {
  if (map_ == nullptr) return copy_;
  return {static_cast<const char*>(map_), size_};
}

}  // namespace jalon
