#include "base/staged_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <string_view>

namespace jalon {
namespace {

constexpr int slots = 8;  // runs that write the same target at the same time
constexpr int tries = 8;  // against runs that come and go in between
constexpr std::string_view suffix = ".jalon-";
constexpr mode_t new_file_mode = 0666;  // the process's umask is taken off it

std::string staged_name(const std::string& target, int slot) {
  std::size_t length = std::min(target.size(), NAME_MAX - suffix.size() - 2);
  while (length > 0 && length < target.size() && (target[length] & 0xc0) == 0x80) --length;  // between characters
  return "." + target.substr(0, length) + std::string(suffix) + std::to_string(slot);
}

bool is_at(const Descriptor& folder, const std::string& name, const Descriptor& file) {
  struct stat named {};
  struct stat opened {};
  return fstatat(folder.number(), name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
         fstat(file.number(), &opened) == 0 && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

bool is_own_regular_file(const Descriptor& file) {
  struct stat status {};
  return fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid();
}

// Whether the name may be tried again: what stood there was left by a killed run, or has gone by itself.
bool remove_leftover(const Descriptor& folder, const std::string& name) {
  const Descriptor file(openat(folder.number(), name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file) return errno == ENOENT;
  if (!is_own_regular_file(file) || flock(file.number(), LOCK_EX | LOCK_NB) != 0) return false;
  return !is_at(folder, name, file) || unlinkat(folder.number(), name.c_str(), 0) == 0;
}

// Calls `take` with one name after the other until it succeeds; EEXIST means that the name is taken.
template <class Take>
int take_name(const Descriptor& folder, const std::string& target, StagedFile& staged, Take take) {
  for (int slot = 0; slot < slots; ++slot) {
    const std::string name = staged_name(target, slot);
    for (int attempt = 0; attempt < tries; ++attempt) {
      const int error = take(name);
      if (error == 0) staged.name = name;
      if (error != EEXIST) return error;
      if (!remove_leftover(folder, name)) break;
    }
  }
  return EEXIST;
}

std::string link_to(const Descriptor& file) { return "/proc/self/fd/" + std::to_string(file.number()); }

int stage_nameless(const Descriptor& folder, StagedFile& staged) {
  Descriptor file(openat(folder.number(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, new_file_mode));
  if (!file) return errno;
  if (access(link_to(file).c_str(), F_OK) != 0) return errno;  // without /proc it could not be given a name
  flock(file.number(), LOCK_EX | LOCK_NB);
  staged.file = std::move(file);
  return 0;
}

int stage_named(const Descriptor& folder, const std::string& target, StagedFile& staged) {
  return take_name(folder, target, staged, [&](const std::string& name) {
    const int flags = O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC;
    Descriptor file(openat(folder.number(), name.c_str(), flags, new_file_mode));
    if (!file) return errno;
    // Between these two calls another run may take it for a leftover: then it holds the lock or has removed it.
    if (flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return EEXIST;
    if (!is_at(folder, name, file)) return EEXIST;
    staged.file = std::move(file);
    return 0;
  });
}

int give_name(const Descriptor& folder, const std::string& target, StagedFile& staged) {
  const std::string link = link_to(staged.file);
  return take_name(folder, target, staged, [&](const std::string& name) {
    const int done = linkat(AT_FDCWD, link.c_str(), folder.number(), name.c_str(), AT_SYMLINK_FOLLOW);
    return done == 0 ? 0 : errno;
  });
}

}  // namespace

int stage(const Descriptor& folder, const std::string& target, Staging staging, StagedFile& staged) {
  if (staging == Staging::nameless && stage_nameless(folder, staged) == 0) return 0;
  return stage_named(folder, target, staged);
}

int publish(const Descriptor& folder, const std::string& target, StagedFile& staged) {
  if (staged.name.empty()) {
    if (const int error = give_name(folder, target, staged)) return error;
  }
  if (renameat(folder.number(), staged.name.c_str(), folder.number(), target.c_str()) != 0) return errno;
  staged.name.clear();
  return 0;
}

void discard(const Descriptor& folder, StagedFile& staged) {
  if (!staged.name.empty()) unlinkat(folder.number(), staged.name.c_str(), 0);
  staged.name.clear();
}

}  // namespace jalon
