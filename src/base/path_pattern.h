// Paths that a pattern names: * and ? and [a-z] within one part of the path, ** for any number of parts. A pattern
// without a slash names files of that name in any folder. Bytes as the file system has them. Pure.
#pragma once

#include <string>
#include <string_view>

namespace jalon {

bool has_wildcards(std::string_view pattern);

// `path`: relative, its parts divided by single slashes.
bool matches_path(std::string_view pattern, std::string_view path);

}  // namespace jalon
