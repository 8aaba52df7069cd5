#include "base/mapped_copy.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "base/descriptor.h"
#include "base/files.h"

namespace jalon {
namespace {

// Around a page that is asked for the system maps some more, also such as were given back before.
constexpr std::size_t mapped_around = std::size_t{1} << 20;

// Where the file system knows none without a name, one that loses it at once.
Descriptor open_and_unname(std::string name) {
  Descriptor file(mkostemp(name.data(), O_CLOEXEC));
  if (file) unlink(name.c_str());
  return file;
}

Descriptor open_unnamed(const std::string& beside) {
  std::string folder = std::filesystem::path(beside).parent_path().string();
  if (folder.empty()) folder = ".";
  Descriptor file(open(folder.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  return file ? std::move(file) : open_and_unname(folder + "/.jalon-XXXXXX");
}

// Shared with the original where the file system can, else copied inside the kernel.
ssize_t copy_some(const Descriptor& from, const Descriptor& to, std::size_t most) {
  const ssize_t done = copy_file_range(from.number(), nullptr, to.number(), nullptr, most, 0);
  if (done >= 0 || errno == EINTR) return done;
  return sendfile(to.number(), from.number(), nullptr, most);
}

// How many bytes; nothing where that fails.
std::optional<std::size_t> copy_all(const Descriptor& from, const Descriptor& to) {
  constexpr std::size_t piece = std::size_t{64} << 20;
  std::size_t size = 0;
  for (ssize_t done = 1; done != 0;) {
    done = copy_some(from, to, piece);
    if (done < 0 && errno != EINTR) return std::nullopt;
    if (done > 0) size += static_cast<std::size_t>(done);
    if (size > largest_input) return std::nullopt;
  }
  return size;
}

}  // namespace

std::optional<MappedCopy> MappedCopy::make(const std::string& path, const std::string& beside) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const Descriptor copy = open_unnamed(beside);
  if (!file || !copy) return std::nullopt;
  const auto size = copy_all(file, copy);
  if (!size || *size == 0 || ftruncate(copy.number(), static_cast<off_t>(*size + padding)) != 0) return std::nullopt;
  void* map = mmap(nullptr, *size + padding, PROT_READ, MAP_SHARED, copy.number(), 0);
  if (map == MAP_FAILED) return std::nullopt;
  MappedCopy result;
  result.map_ = map;
  result.size_ = *size;
  return result;
}

MappedCopy::MappedCopy(MappedCopy&& other) noexcept { *this = std::move(other); }

MappedCopy& MappedCopy::operator=(MappedCopy&& other) noexcept {
  std::swap(map_, other.map_);
  std::swap(size_, other.size_);
  return *this;
}

MappedCopy::~MappedCopy() {
  if (map_ != nullptr) munmap(map_, size_ + padding);
}

void MappedCopy::rest(std::size_t begin, std::size_t end) const {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t first = (begin - std::min(begin, mapped_around)) / page * page;
  const std::size_t last = std::min(end, size_) / page * page;
  if (last > first) madvise(static_cast<char*>(map_) + first, last - first, MADV_DONTNEED);
}

}  // namespace jalon
