#include "cli/output.h"

#include <unistd.h>

#include <cerrno>

namespace jalon {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;

}  // namespace

void Output::write(std::string_view bytes) {
  if (closed_) return;
  waiting_ += bytes;
  if (waiting_.size() >= piece) flush();
}

void Output::flush() {
  write_now(waiting_);
  waiting_.clear();
}

void Output::write_now(std::string_view bytes) {
  while (!bytes.empty() && !closed_) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      closed_ = true;
      if (errno != EPIPE) error_ = errno;
    }
  }
}

}  // namespace jalon
