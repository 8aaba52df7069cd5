// How many requests to have under way at once. Begins with four, which servers with workers do best with and others
// bear; doubles as long as that brings answers clearly faster, goes back to the last number that did, and tries again
// now and then; halves where the server asks for patience.
// Pure: told of times, reads no clock.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace jalon {

enum class Outcome : std::uint8_t { answered, pushed_back };  // pushed back: 429, 503, no answer in time

class Pace {
 public:
  explicit Pace(std::size_t most) : most_(most), window_(most < 4 ? most : 4) {}

  std::size_t window() const { return window_; }
  // One request is done; `busy`: how many were under way, with itself.
  void done(Outcome outcome, std::chrono::microseconds taken, std::size_t busy);

 private:
  void judge();

  std::size_t most_;
  std::size_t window_;
  std::size_t best_window_ = 1;
  double best_rate_ = 0;  // answers a second
  std::size_t answers_ = 0;
  std::size_t rest_ = 0;  // answers to wait for before the next try
  std::chrono::microseconds taken_{0};
};

}  // namespace jalon
