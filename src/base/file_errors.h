// The system's error numbers as errors that a person understands.
#pragma once

#include <string>

#include "jalon/result.h"

namespace jalon {

Error read_error(const std::string& path, int number);
Error write_error(const std::string& path, int number);

}  // namespace jalon
