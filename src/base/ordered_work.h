// Work on many things at once, whose results come in order: what is seen does not depend on how many threads there are.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace jalon {

// Calls make(i) for each i below `count` on `threads` threads, and take(i, result) on this one, in order. Results that
// wait for their turn are few, however many there are. `make` is called by several threads at once and must not throw.
template <class Make, class Take>
void work_in_order(std::size_t count, unsigned threads, Make make, Take take) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) take(i, make(i));
    return;
  }
  using Made = decltype(make(std::size_t{}));
  const std::size_t most_waiting = std::size_t{16} * threads;
  std::mutex mutex;
  std::condition_variable made, taken;
  std::map<std::size_t, Made> waiting;
  std::size_t next = 0, turn = 0;
  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      taken.wait(lock, [&] { return next >= count || next < turn + most_waiting; });
      if (next >= count) return;
      const std::size_t i = next++;
      lock.unlock();
      Made result = make(i);
      lock.lock();
      waiting.emplace(i, std::move(result));
      if (i == turn) made.notify_one();
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work);
  std::unique_lock lock(mutex);
  while (turn < count) {
    made.wait(lock, [&] { return waiting.contains(turn); });
    auto node = waiting.extract(turn);
    lock.unlock();
    take(turn, std::move(node.mapped()));
    lock.lock();
    ++turn;
    taken.notify_all();
  }
}

}  // namespace jalon
