#include "base/file_errors.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/catalogue.h"

namespace jalon {
namespace {

Error named(Code code, const std::string& path) { return {ErrorKind::io, code, {path}}; }

Error unnamed(const std::string& path, int number) {
  const char* description = strerrordesc_np(number);  // strerror without the locale
  return {ErrorKind::io, Code::file_system, {path, std::string(description != nullptr ? description : "?")}};
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
}

}  // namespace

Error read_error(const std::string& path, int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return named(Code::file_missing, path);
    case EACCES:
    case EPERM:
      return named(Code::file_denied, path);
    case EISDIR:
      return named(Code::file_folder, path);
    case EFBIG:
      return named(Code::file_large, path);
    case ENAMETOOLONG:
      return named(Code::file_name_long, path);
    default:
      return unnamed(path, number);
  }
}

Error write_error(const std::string& path, int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return {ErrorKind::io, Code::file_no_folder, {path, folder_of(path)}};
    case EACCES:
    case EPERM:
      return named(Code::file_unwritable, path);
    case EISDIR:
      return named(Code::file_folder, path);
    case EROFS:
      return named(Code::file_read_only, path);
    case ENOSPC:
      return named(Code::file_full, path);
    case EDQUOT:
      return named(Code::file_quota, path);
    case EFBIG:
      return named(Code::file_limit, path);
    case ENAMETOOLONG:
      return named(Code::file_name_long, path);
    default:
      return unnamed(path, number);
  }
}

}  // namespace jalon
