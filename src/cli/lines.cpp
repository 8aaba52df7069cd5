#include "cli/lines.h"

#include <unistd.h>

#include <cerrno>

namespace jalon {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;

std::string_view without_carriage_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

bool LineReader::next(std::string_view& line) {
  std::size_t end = bytes_.find('\n', searched_);
  while (end == std::string::npos && read_more()) end = bytes_.find('\n', searched_);
  if (end == std::string::npos) {
    line = without_carriage_return(std::string_view(bytes_).substr(begin_));
    begin_ = searched_ = bytes_.size();
    return !line.empty();
  }
  line = without_carriage_return(std::string_view(bytes_).substr(begin_, end - begin_));
  begin_ = searched_ = end + 1;
  return true;
}

bool LineReader::has_waiting() const { return bytes_.find('\n', begin_) != std::string::npos; }

bool LineReader::read_more() {
  bytes_.erase(0, begin_);
  begin_ = 0;
  searched_ = bytes_.size();
  bytes_.resize(searched_ + piece);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, bytes_.data() + searched_, piece);
  } while (got < 0 && errno == EINTR);
  if (got < 0) error_ = errno;
  bytes_.resize(searched_ + (got > 0 ? static_cast<std::size_t>(got) : 0));
  return got > 0;
}

}  // namespace jalon
