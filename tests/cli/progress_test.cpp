#include "cli/progress.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace jalon {
namespace {

class ProgressLine : public ::testing::Test {
 protected:
  ProgressLine() { EXPECT_EQ(pipe(ends_), 0); }
  ~ProgressLine() override {
    close(ends_[0]);
    close(ends_[1]);
  }
  std::string written() {
    char bytes[4096] = {};
    EXPECT_EQ(write(ends_[1], ".", 1), 1);  // so that reading never waits
    const ssize_t size = read(ends_[0], bytes, sizeof bytes);
    return std::string(bytes, static_cast<std::size_t>(size));
  }

  int ends_[2] = {};
};

TEST_F(ProgressLine, comes_after_half_a_second_and_leaves_nothing) {
  std::chrono::milliseconds now{1000};
  Output output(ends_[1]);
  Progress progress(
      output, [&] { return now; }, 10'000, Language::french);
  now += std::chrono::milliseconds{499};
  progress.show(12);
  EXPECT_EQ(written(), ".");
  now += std::chrono::milliseconds{1};
  progress.show(13);
  EXPECT_EQ(written(), "\r13 plans sur 10000\x1b[K.");
  now += std::chrono::milliseconds{99};
  progress.show(14);
  progress.clear();
  output.flush();
  EXPECT_EQ(written(), "\r\x1b[K.");
}

TEST_F(ProgressLine, is_silent_without_a_clock) {
  Output output(ends_[1]);
  Progress progress(output, {}, 10, Language::english);
  progress.show(5);
  progress.clear();
  output.flush();
  EXPECT_EQ(written(), ".");
}

}  // namespace
}  // namespace jalon
