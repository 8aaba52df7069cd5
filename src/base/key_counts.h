// How often each of many 64-bit keys came, in 12 bytes each and as many free ones; grows by itself.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace jalon {

class KeyCounts {
 public:
  explicit KeyCounts(std::size_t most = 0) : cells_(std::bit_ceil(most + most / 2 + 8)) {}

  // Its count, 0 where it is new; holds until the next call.
  std::uint32_t& at(std::uint64_t key) {
    if (4 * used_ >= 3 * cells_.size()) grow();
    Cell& cell = cells_[place(key)];
    if (cell.count == 0) {
      cell.low = static_cast<std::uint32_t>(key);
      cell.high = static_cast<std::uint32_t>(key >> 32U);
      ++used_;
    }
    return cell.count;
  }
  // Fetches what at() will look at, without waiting for it: a large table is in no cache.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&cells_[key & (cells_.size() - 1)], 1); }

 private:
  struct Cell {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::uint32_t count = 0;  // 0: free
    std::uint64_t key() const { return std::uint64_t{high} << 32U | low; }
  };

  std::size_t place(std::uint64_t key) const {
    std::size_t i = key & (cells_.size() - 1);
    while (cells_[i].count != 0 && cells_[i].key() != key) i = (i + 1) & (cells_.size() - 1);
    return i;
  }

  void grow() {
    std::vector<Cell> old(2 * cells_.size());
    old.swap(cells_);
    for (const Cell& cell : old) {
      if (cell.count != 0) cells_[place(cell.key())] = cell;
    }
  }

  std::vector<Cell> cells_;
  std::size_t used_ = 0;  // or asked for and left at 0
};

}  // namespace jalon
