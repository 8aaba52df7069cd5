#include "cli/progress.h"

#include "cli/texts.h"

namespace jalon {
namespace {

constexpr std::chrono::milliseconds patience{500};
constexpr std::chrono::milliseconds pace{100};

}  // namespace

Progress::Progress(Output& output, Clock clock, std::size_t total, Language language)
    : output_(output), clock_(std::move(clock)), total_(total), language_(language) {
  if (clock_) next_ = clock_() + patience;
}

void Progress::show(std::size_t done) {
  if (!clock_ || clock_() < next_) return;
  next_ = clock_() + pace;
  output_.write("\r" + text(Text::progress, language_, {std::to_string(done), std::to_string(total_)}) + "\x1b[K");
  output_.flush();
  shown_ = true;
}

void Progress::clear() {
  if (shown_) output_.write("\r\x1b[K");
  shown_ = false;
}

}  // namespace jalon
