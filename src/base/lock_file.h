// One run at a time: a file that is locked for as long as this lives. A run that is killed lets go of it.
#pragma once

#include <string>

#include "base/descriptor.h"
#include "jalon/result.h"

namespace jalon {

class LockFile {
 public:
  // Makes the file, and the folders above it for their owner alone; waits for whoever has it.
  static Result<LockFile> take(const std::string& path);

 private:
  explicit LockFile(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace jalon
