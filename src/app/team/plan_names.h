// Which files of a folder are plans. A file that is named itself is one, whatever its name.
#pragma once

#include <string_view>

namespace jalon {

bool is_plan_name(std::string_view path);

}  // namespace jalon
