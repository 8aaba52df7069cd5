// The new version of a file, written in the folder of its target and then renamed over it.
//
// Where the file system can, it has no name until it is complete, so that a killed run leaves nothing. Elsewhere it
// has one of a few names made from the target's, and is locked for as long as its writer lives: what a killed run
// left is told apart from what another run writes at this moment, and removed.
// Functions give 0, or the error number of the system.
#pragma once

#include <cstdint>
#include <string>

#include "base/descriptor.h"

namespace jalon {

enum class Staging : std::uint8_t { nameless, named };

struct StagedFile {
  Descriptor file;   // open for reading and writing
  std::string name;  // in the folder; empty while it has none
};

int stage(const Descriptor& folder, const std::string& target, Staging staging, StagedFile& staged);
int publish(const Descriptor& folder, const std::string& target, StagedFile& staged);
void discard(const Descriptor& folder, StagedFile& staged);

}  // namespace jalon
