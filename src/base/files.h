// The only door to the file system. Paths are as the user gave them (bytes of the locale).
#pragma once

#include <string>
#include <string_view>

#include "jalon/result.h"

namespace jalon {

// The whole file; "-" is standard input.
Result<std::string> read_file(const std::string& path);

// A file that is replaced whole or not at all: written beside its target, synced, renamed over it by commit().
// Without commit(), or when anything fails, the target stays as it was and nothing is left beside it; a symbolic
// link is followed; the target's permissions are kept.
class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::string& path);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  ~AtomicFile();

  void write(std::string_view bytes);  // buffered; a failure is told by commit()
  Result<void> commit();

 private:
  struct State;
  explicit AtomicFile(State* state);
  State* state_;
};

}  // namespace jalon
