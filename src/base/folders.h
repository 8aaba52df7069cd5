// Folders and what is known of a file without reading it. Paths are as the user gave them (bytes of the locale).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "jalon/result.h"

namespace jalon {

// The files below a folder, in order, each as the folder's path with the rest behind it; hidden files and folders are
// left out, and so is what `enter` does not want. Links to folders are not followed. An error where the folder itself
// cannot be read; folders in it that cannot be read go to `unread`.
Result<std::vector<std::string>> files_below(const std::string& folder,
                                             const std::function<bool(const std::string& folder)>& enter,
                                             std::vector<Error>& unread);

// With those above it; one that is there already is no error.
Result<void> make_folder(const std::string& path);

Result<void> remove_file(const std::string& path);

// Absolute, without dots; links stay, as people know their folders by the names they gave them.
std::string absolute_path(const std::string& path);

// What the system says of a regular file: it cannot be written to without a change of this, but for two writes within
// one tick of the system's clock. Two files never have the same.
struct FileState {
  std::string words;            // to be compared
  std::int64_t changed_at = 0;  // nanoseconds since 1970, by the clock of its disk
  bool fine_clock = false;      // its time of writing is known to less than a tick
  friend bool operator==(const FileState& a, const FileState& b) { return a.words == b.words; }
};
std::optional<FileState> state_of_file(const std::string& path);

}  // namespace jalon
