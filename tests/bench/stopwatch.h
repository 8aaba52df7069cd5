// The seconds since it was made: by the clock, and of the processor in this process.
#pragma once

#include <chrono>
#include <cstdio>
#include <ctime>

namespace jalon::bench {

class Stopwatch {
 public:
  void print() const {
    const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - clock_;
    std::printf("%.6f %.6f\n", clock.count(), static_cast<double>(std::clock() - processor_) / CLOCKS_PER_SEC);
  }

 private:
  std::chrono::steady_clock::time_point clock_ = std::chrono::steady_clock::now();
  std::clock_t processor_ = std::clock();
};

}  // namespace jalon::bench
