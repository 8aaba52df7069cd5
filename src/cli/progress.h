// A line on a terminal that says how far a long run is, and leaves nothing behind.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "cli/output.h"
#include "jalon/language.h"

namespace jalon {

class Progress {
 public:
  using Clock = std::function<std::chrono::milliseconds()>;  // since any moment, never backwards

  // Without a clock it never shows anything: where nobody looks, or nobody wants it.
  Progress(Output& output, Clock clock, std::size_t total, Language language);

  // So many are done; the line comes after half a second, and moves ten times a second.
  void show(std::size_t done);
  // Before anything else is written to the output.
  void clear();

 private:
  Output& output_;
  Clock clock_;
  std::size_t total_;
  Language language_;
  std::chrono::milliseconds next_{0};
  bool shown_ = false;
};

}  // namespace jalon
