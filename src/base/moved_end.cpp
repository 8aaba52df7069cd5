#include "base/moved_end.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

namespace jalon {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 20;

int read_at(const Descriptor& file, std::string& bytes, std::size_t place) {
  for (std::size_t used = 0; used < bytes.size();) {
    const ssize_t got =
        pread(file.number(), bytes.data() + used, bytes.size() - used, static_cast<off_t>(place + used));
    if (got == 0) return EIO;
    if (got < 0 && errno != EINTR) return errno;
    if (got > 0) used += static_cast<std::size_t>(got);
  }
  return 0;
}

// Where each piece is written is read before, so that they may overlap.
int move_piece(const Descriptor& file, std::string& piece, std::size_t from, std::size_t to) {
  if (const int error = read_at(file, piece, from)) return error;
  return write_at(file, piece, to);
}

int move_up(const Descriptor& file, std::size_t from, std::size_t to, std::size_t end) {
  std::string piece;
  while (end > from) {
    piece.resize(std::min(piece_size, end - from));
    end -= piece.size();
    if (const int error = move_piece(file, piece, end, end - from + to)) return error;
  }
  return 0;
}

int move_down(const Descriptor& file, std::size_t from, std::size_t to, std::size_t end) {
  std::string piece;
  for (std::size_t at = from; at < end; at += piece.size()) {
    piece.resize(std::min(piece_size, end - at));
    if (const int error = move_piece(file, piece, at, at - from + to)) return error;
  }
  return ftruncate(file.number(), static_cast<off_t>(end - from + to)) == 0 ? 0 : errno;
}

}  // namespace

int move_end(const Descriptor& file, std::size_t from, std::size_t to) {
  struct stat status {};
  if (from == to) return 0;
  if (fstat(file.number(), &status) != 0) return errno;
  const auto end = static_cast<std::size_t>(status.st_size);
  return from < to ? move_up(file, from, to, end) : move_down(file, from, to, end);
}

int write_at(const Descriptor& file, std::string_view bytes, std::size_t place) {
  while (!bytes.empty()) {
    const ssize_t done = pwrite(file.number(), bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (done < 0 && errno != EINTR) return errno;
    if (done < 0) continue;
    bytes.remove_prefix(static_cast<std::size_t>(done));
    place += static_cast<std::size_t>(done);
  }
  return 0;
}

}  // namespace jalon
