// Moves what stands behind a place of a file, when what stands before it becomes longer or shorter.
//
// Functions give 0, or the error number of the system. The file is open for reading and writing.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/descriptor.h"

namespace jalon {

// What stands from byte `from` to the end stands from byte `to` on.
int move_end(const Descriptor& file, std::size_t from, std::size_t to);

int write_at(const Descriptor& file, std::string_view bytes, std::size_t place);

}  // namespace jalon
