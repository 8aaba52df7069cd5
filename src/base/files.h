// The only door to the file system. Paths are as the user gave them (bytes of the locale).
// Failures are io errors that name the path as it was given.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "jalon/result.h"

namespace jalon {

inline constexpr std::size_t largest_input = std::size_t{1} << 30;  // bytes; spans count in 32 bits

// The whole file; "-" is standard input. More than `largest_input` is an error, also from an endless pipe.
Result<std::string> read_file(const std::string& path);

// The bytes of a file for as long as this lives, mapped where that is possible, so that a large one costs no copy.
// For files that others replace and never cut short: one that shrinks while it is mapped kills the process.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const;
  // Gives back the memory that the bytes take until they are asked for again.
  void rest() const;

 private:
  MappedFile() = default;
  void* map_ = nullptr;
  std::size_t size_ = 0;
  std::string copy_;  // where it could not be mapped: standard input, pipes
};

// A file that is replaced whole or not at all: written beside its target, synced, renamed over it by commit().
// Without commit(), or when anything fails, the target stays as it was and nothing is left beside it; a run that is
// killed leaves nothing either, or a hidden file that the next run removes. A symbolic link is followed; the
// target's permissions are kept. Pipes, devices and "-" (standard output) cannot be replaced: they are written to
// as they are, piece by piece.
class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::string& path);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  ~AtomicFile();

  void write(std::string_view bytes);  // buffered; a failure is told by commit()
  // Whether commit() replaces a file: what is written can still be changed.
  bool is_staged() const;
  // What was written begins with `bytes` instead of its first `size` bytes; nothing is written after it. Only where it
  // is staged.
  void replace_beginning(std::size_t size, std::string_view bytes);
  Result<void> commit();

 private:
  struct State;
  explicit AtomicFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The folder and those above it, where they are missing; what is made is for its owner alone.
Result<void> make_private_folder(const std::string& path);

}  // namespace jalon
