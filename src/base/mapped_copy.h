// The bytes of a large file without the memory that they take: a copy in a file without a name, mapped, so that the
// system reads what is asked for and forgets it again. No other program can change it or cut it short.
//
// For regular files. Where such a file cannot be made, or has no room, there is none: the caller reads the file as a
// whole instead (base/files.h), and learns there what is wrong.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jalon {

class MappedCopy {
 public:
  // `beside`: a path in whose folder the copy may be made.
  static std::optional<MappedCopy> make(const std::string& path, const std::string& beside);
  MappedCopy(MappedCopy&& other) noexcept;
  MappedCopy& operator=(MappedCopy&& other) noexcept;
  ~MappedCopy();

  static constexpr std::size_t padding = 256;  // zero bytes that may be read behind the text
  std::string_view bytes() const { return {static_cast<const char*>(map_), size_}; }
  // Gives back the memory of bytes [begin, end) until they are asked for again.
  void rest(std::size_t begin, std::size_t end) const;

 private:
  MappedCopy() = default;
  void* map_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace jalon
