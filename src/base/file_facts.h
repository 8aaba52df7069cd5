// What stands at a path, without opening it. Symbolic links are followed.
#pragma once

#include <cstdint>
#include <string>

namespace jalon {

enum class FileKind : std::uint8_t { none, regular, other };  // other: a folder, a pipe, a device

FileKind kind_of_file(const std::string& path);
bool is_same_file(const std::string& a, const std::string& b);  // also by two names; false where one is missing
std::string link_target(const std::string& path);               // empty where it is no symbolic link

}  // namespace jalon
