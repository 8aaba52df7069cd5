#include "dav/http/pace.h"

#include <algorithm>

namespace jalon {
namespace {

constexpr double clearly_faster = 1.08;
constexpr std::size_t rest_after_step_back = 64;

}  // namespace

void Pace::done(Outcome outcome, std::chrono::microseconds taken, std::size_t busy) {
  if (outcome == Outcome::pushed_back) {
    window_ = std::max<std::size_t>(1, window_ / 2);
    best_window_ = window_;
    best_rate_ = 0;
    answers_ = 0;
    taken_ = {};
    rest_ = rest_after_step_back;
    return;
  }
  if (rest_ > 0) {
    --rest_;
    return;
  }
  if (busy < window_) return;  // tells nothing about so many at once
  ++answers_;
  taken_ += taken;
  // The first look is only what the next ones are compared with.
  const std::size_t enough = best_rate_ == 0 ? window_ : 2 * window_;
  if (answers_ >= enough) judge();
}

void Pace::judge() {
  const double seconds = std::max(1e-6, static_cast<double>(taken_.count()) / 1e6 / static_cast<double>(answers_));
  const double rate = static_cast<double>(window_) / seconds;
  answers_ = 0;
  taken_ = {};
  if (rate > best_rate_ * clearly_faster) {
    best_rate_ = rate;
    best_window_ = window_;
    window_ = std::min(most_, window_ * 2);
    if (window_ == best_window_) rest_ = rest_after_step_back;
  } else {
    window_ = best_window_;
    best_rate_ = 0;
    rest_ = rest_after_step_back;
  }
}

}  // namespace jalon
