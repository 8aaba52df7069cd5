#include "base/file_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "base/file_errors.h"

namespace jalon {
namespace {

constexpr std::chrono::milliseconds rest{60};  // without an event, so long, what is written is whole
constexpr std::uint32_t kinds = IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM;

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

Result<FileWatch> FileWatch::start(const std::vector<std::string>& paths) {
  FileWatch watch;
  watch.events_ = Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  if (!watch.events_) return read_error(paths.front(), errno);
  for (const std::string& path : paths) {
    if (const auto added = watch.add(path); !added) return added.error();
    std::error_code error;
    const std::filesystem::path target = std::filesystem::canonical(path, error);
    if (error || target == std::filesystem::absolute(path, error)) continue;
    if (const auto added = watch.add(target.string()); !added) return added.error();
  }
  const sigset_t set = ending_signals();
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  watch.signals_ = Descriptor(::signalfd(-1, &set, SFD_CLOEXEC));
  return watch;
}

FileWatch::~FileWatch() {
  if (!signals_) return;
  const sigset_t set = ending_signals();
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

Result<void> FileWatch::add(const std::string& path) {
  const std::filesystem::path file = path;
  const int folder = ::inotify_add_watch(events_.number(), folder_of(file).c_str(), kinds);
  if (folder < 0) return read_error(path, errno);
  places_.insert({folder, file.filename().string()});
  return {};
}

FileWatch::Event FileWatch::wait() {
  for (bool changed = false;;) {
    std::array<pollfd, 2> waits = {{{events_.number(), POLLIN, 0}, {signals_.number(), POLLIN, 0}}};
    const int ready = ::poll(waits.data(), waits.size(), changed ? static_cast<int>(rest.count()) : -1);
    if (ready < 0 && errno != EINTR) return Event::ended;
    if (ready > 0 && waits[1].revents != 0) {
      signalfd_siginfo told{};  // taken, or it would end the program once it is let through again
      return ::read(signals_.number(), &told, sizeof(told)) > 0 ? Event::ended : Event::changed;
    }
    if (ready == 0) return Event::changed;
    if (ready > 0 && drain()) changed = true;
  }
}

bool FileWatch::drain() {
  bool ours = false;
  alignas(inotify_event) std::array<char, 16384> bytes{};
  for (;;) {
    const ssize_t size = ::read(events_.number(), bytes.data(), bytes.size());
    if (size <= 0) return ours;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof(event));
      const char* name = event.len > 0 ? bytes.data() + at + sizeof(event) : "";
      // What was missed because there was too much of it may have been ours.
      ours = ours || (event.mask & IN_Q_OVERFLOW) != 0 || places_.contains({event.wd, name});
      at += sizeof(event) + event.len;
    }
  }
}

}  // namespace jalon
