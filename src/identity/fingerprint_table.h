// Numbers by fingerprint; its size is set when it is made.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace jalon {

template <class Value>
class FingerprintTable {
 public:
  explicit FingerprintTable(std::size_t most) : cells_(std::bit_ceil(2 * most + 2)) {}

  // The value of a fingerprint, made where there is none yet.
  Value& at(std::uint64_t fingerprint) {
    Cell& cell = cells_[place(fingerprint)];
    cell.key = fingerprint;
    cell.used = true;
    return cell.value;
  }

  // Fetches what the others will look at, without waiting for it: a large table is in no cache.
  void prefetch(std::uint64_t fingerprint) const { __builtin_prefetch(&cells_[fingerprint & (cells_.size() - 1)], 1); }

  // Whether there was none yet.
  bool insert(std::uint64_t fingerprint, Value value) {
    Cell& cell = cells_[place(fingerprint)];
    if (cell.used) return false;
    cell = {fingerprint, value, true};
    return true;
  }

  Value* find(std::uint64_t fingerprint) {
    Cell& cell = cells_[place(fingerprint)];
    return cell.used ? &cell.value : nullptr;
  }

 private:
  struct Cell {
    std::uint64_t key = 0;
    Value value{};
    bool used = false;
  };

  std::size_t place(std::uint64_t fingerprint) const {
    std::size_t i = fingerprint & (cells_.size() - 1);
    while (cells_[i].used && cells_[i].key != fingerprint) i = (i + 1) & (cells_.size() - 1);
    return i;
  }

  std::vector<Cell> cells_;
};

}  // namespace jalon
