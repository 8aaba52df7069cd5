#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <ctime>

#include "base/descriptor.h"
#include "base/file_errors.h"
#include "base/files.h"
#include "base/moved_end.h"
#include "base/staged_file.h"

namespace jalon {
namespace {

constexpr std::size_t piece_size = std::size_t{256} << 10;
constexpr int longest_chain = 40;  // symbolic links, as in the kernel's path walk

// The number in /proc/self/fd/N, /dev/fd/N; -1 for any other path. What is open there already is written to as it
// is: opening it again would lose its position, and replacing the file behind it would take it from its owner.
int descriptor_of(const std::string& path) {
  for (const std::string_view prefix : {"/proc/self/fd/", "/dev/fd/"}) {
    int number = -1;
    const char* end = path.data() + path.size();
    if (path.compare(0, prefix.size(), prefix) != 0) continue;
    if (std::from_chars(path.data() + prefix.size(), end, number).ptr == end) return number;
  }
  return -1;
}

std::string folder_part(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

std::string link_target(const std::string& path) {
  char text[PATH_MAX];
  const ssize_t length = readlink(path.c_str(), text, sizeof text);
  if (length <= 0) return {};
  const std::string target(text, static_cast<std::size_t>(length));
  return target.front() == '/' ? target : folder_part(path) + target;
}

// Where a path leads when its last part is a symbolic link, also one to what does not exist yet.
int follow_links(std::string& path) {
  for (int i = 0; i < longest_chain; ++i) {
    struct stat status {};
    if (descriptor_of(path) >= 0 || lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return 0;
    path = link_target(path);
  }
  return ELOOP;
}

int open_folder(const std::string& path, Descriptor& folder) {
  const std::string name = path.empty() ? "." : path;
  folder = Descriptor(open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A folder may be one to write in and not one to list.
  if (!folder && errno == EACCES) folder = Descriptor(open(name.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  return folder ? 0 : errno;
}

// Some file systems have nothing to sync, and say so.
int synced(const Descriptor& file) {
  if (fsync(file.number()) == 0) return 0;
  return errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EROFS || errno == EBADF ? 0 : errno;
}

// Writing sets the time of the last tick of the clock, which many writes share. Set by hand to the nanosecond, it shows
// any later one, also within the tick: see state_of_file(). Where that cannot be done, nothing is lost.
void set_fine_time(const Descriptor& file) {
  timespec times[] = {{0, UTIME_OMIT}, {}};
  clock_gettime(CLOCK_REALTIME, &times[1]);
  if (times[1].tv_nsec % 1000 == 0) ++times[1].tv_nsec;  // what a disk with a coarse clock would keep
  futimens(file.number(), times);
}

void keep_access_list(const std::string& path, const Descriptor& file) {
  constexpr const char* attribute = "system.posix_acl_access";
  char list[4096];
  const ssize_t size = getxattr(path.c_str(), attribute, list, sizeof list);
  if (size > 0) fsetxattr(file.number(), attribute, list, static_cast<std::size_t>(size), 0);
}

// Owner and group where the system allows it; a group that cannot be kept gets no more rights than others have.
int keep_permissions(const std::string& path, const struct stat& old, const Descriptor& file) {
  mode_t mode = old.st_mode & 07777;
  struct stat made {};
  if (fstat(file.number(), &made) != 0) return errno;
  const bool owner_kept = made.st_uid == old.st_uid || fchown(file.number(), old.st_uid, static_cast<gid_t>(-1)) == 0;
  const bool group_kept = made.st_gid == old.st_gid || fchown(file.number(), static_cast<uid_t>(-1), old.st_gid) == 0;
  if (!owner_kept) mode &= ~static_cast<mode_t>(S_ISUID);
  if (!group_kept) mode &= ~static_cast<mode_t>(S_ISGID | (~(mode << 3) & S_IRWXG));
  if (fchmod(file.number(), mode) != 0) return errno;
  if (owner_kept && group_kept) keep_access_list(path, file);
  return 0;
}

}  // namespace

struct AtomicFile::State {
  std::string path;    // as given
  Descriptor folder;   // of the target; none where the target is written to directly
  std::string target;  // its name there
  StagedFile staged;
  std::string buffer;
  int number = 0;  // the first failure

  ~State() {
    if (folder) discard(folder, staged);
  }

  int open_directly(Descriptor file) {
    staged.file = std::move(file);
    return staged.file ? 0 : errno;
  }

  int open_beside(const std::string& real, const struct stat* old) {
    target = real.substr(folder_part(real).size());
    if (target.empty()) return EISDIR;
    if (old != nullptr && faccessat(AT_FDCWD, real.c_str(), W_OK, AT_EACCESS) != 0) return errno;
    if (const int error = open_folder(folder_part(real), folder)) return error;
    if (const int error = stage(folder, target, Staging::nameless, staged)) return error;
    return old != nullptr ? keep_permissions(real, *old, staged.file) : 0;
  }

  int open_target() {
    if (path == "-") return open_directly(Descriptor(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)));
    std::string real = path;
    if (const int error = follow_links(real)) return error;
    if (const int given = descriptor_of(real); given >= 0) {
      return open_directly(Descriptor(fcntl(given, F_DUPFD_CLOEXEC, 0)));
    }
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return errno == ENOENT ? open_beside(real, nullptr) : errno;
    if (S_ISREG(status.st_mode)) return open_beside(real, &status);
    if (S_ISDIR(status.st_mode)) return EISDIR;
    return open_directly(Descriptor(open(path.c_str(), O_WRONLY | O_CLOEXEC)));
  }

  void write_through(std::string_view bytes) {
    while (number == 0 && !bytes.empty()) {
      const ssize_t done = ::write(staged.file.number(), bytes.data(), bytes.size());
      if (done >= 0) bytes.remove_prefix(static_cast<std::size_t>(done));
      if (done < 0 && errno != EINTR) number = errno;
    }
  }

  void flush() {
    write_through(buffer);
    buffer.clear();
  }

  int finish() {
    flush();
    if (number != 0 || !folder) return number;
    set_fine_time(staged.file);
    if (const int error = synced(staged.file)) return error;
    if (const int error = publish(folder, target, staged)) return error;
    return synced(folder);
  }
};

AtomicFile::AtomicFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
AtomicFile::AtomicFile(AtomicFile&& other) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept = default;
AtomicFile::~AtomicFile() = default;

Result<AtomicFile> AtomicFile::create(const std::string& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  if (const int number = state->open_target()) return write_error(path, number);
  return AtomicFile(std::move(state));
}

void AtomicFile::write(std::string_view bytes) {
  if (state_->number != 0) return;
  if (state_->buffer.size() + bytes.size() > piece_size) state_->flush();
  if (bytes.size() >= piece_size) return state_->write_through(bytes);
  if (state_->buffer.capacity() == 0) state_->buffer.reserve(piece_size);
  state_->buffer += bytes;
}

bool AtomicFile::is_staged() const { return static_cast<bool>(state_->folder); }

void AtomicFile::replace_beginning(std::size_t size, std::string_view bytes) {
  state_->flush();
  if (state_->number == 0) state_->number = move_end(state_->staged.file, size, bytes.size());
  if (state_->number == 0) state_->number = write_at(state_->staged.file, bytes, 0);
}

Result<void> AtomicFile::commit() {
  const int number = state_->finish();
  if (number != 0) state_->number = number;
  if (number != 0) return write_error(state_->path, number);
  return {};
}

}  // namespace jalon
