#include "app/rewrite.h"

#include <utility>

namespace jalon {

Rewrite::Rewrite(std::string path, std::optional<std::string_view> previous)
    : path_(std::move(path)), previous_(previous) {}

void Rewrite::write(std::string_view bytes) {
  if (failure_) return;
  if (!file_ && previous_ && previous_->substr(same_).starts_with(bytes)) {
    same_ += bytes.size();
    return;
  }
  if (!file_) begin();
  if (file_) file_->write(bytes);
}

void Rewrite::begin() {
  auto file = AtomicFile::create(path_);
  if (!file) {
    failure_ = file.error();
    return;
  }
  file_ = std::move(*file);
  if (previous_) file_->write(previous_->substr(0, same_));
}

Result<Rewrite::Outcome> Rewrite::commit() {
  const bool all_same = !file_ && previous_ && same_ == previous_->size();
  if (all_same) return Outcome::unchanged;
  if (!file_ && !failure_) begin();
  if (failure_) return *failure_;
  const auto done = file_->commit();
  if (!done) return done.error();
  return Outcome::written;
}

}  // namespace jalon
