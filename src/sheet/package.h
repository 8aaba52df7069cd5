// The parts of a zip package, each as a stream, one at a time: the one file of this room that sees the zip library.
//
// A part that unpacks to more than `largest_part` ends there and says so: a small file may hold a very large one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jalon::sheet {

inline constexpr std::size_t largest_part = std::size_t{1} << 29;  // bytes, unpacked

class Part {
 public:
  enum class End : std::uint8_t { whole, damaged, too_large };
  struct State;

  explicit Part(std::unique_ptr<State> state);
  Part(Part&& other) noexcept;
  Part& operator=(Part&& other) noexcept;
  ~Part();

  // The next bytes; 0 at the end, which end() then tells.
  std::size_t read(std::span<char> buffer);
  End end() const;

 private:
  std::unique_ptr<State> state_;
};

class Package {
 public:
  // `bytes` must live as long. Nothing where they are no zip file.
  static std::optional<Package> open(std::string_view bytes);
  Package(Package&& other) noexcept;
  Package& operator=(Package&& other) noexcept;
  ~Package();

  std::optional<Part> part(const std::string& name) const;

 private:
  struct State;
  explicit Package(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace jalon::sheet
