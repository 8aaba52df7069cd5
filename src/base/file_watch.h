// Waits until one of some files was written anew, or the program was asked to end.
//
// Takes paths as the user gave them; "-" is not one. A file is watched by its folder (and by that of what a symbolic
// link leads to), so that one which an editor replaces, removes or makes later is seen too. While this lives, SIGINT
// and SIGTERM end a wait instead of the program. Touches nothing; Linux (inotify, signalfd).
#pragma once

#include <csignal>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "jalon/result.h"

namespace jalon {

class FileWatch {
 public:
  enum class Event : std::uint8_t { changed, ended };

  static Result<FileWatch> start(const std::vector<std::string>& paths);
  FileWatch(FileWatch&&) noexcept = default;
  FileWatch& operator=(FileWatch&&) noexcept = default;
  ~FileWatch();

  // Gives back when what was written has come to rest: an editor's several steps are one change.
  Event wait();

 private:
  FileWatch() = default;
  Result<void> add(const std::string& path);
  bool drain();  // whether a file of ours was among what happened

  struct Place {
    int folder;  // the watch of its folder
    std::string name;
    friend auto operator<=>(const Place&, const Place&) = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs
  };
  Descriptor events_;
  Descriptor signals_;
  std::set<Place> places_;
};

}  // namespace jalon
