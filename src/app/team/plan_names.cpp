#include "app/team/plan_names.h"

#include <algorithm>

#include "text/formats/format_table.h"

namespace jalon {

bool is_plan_name(std::string_view path) {
  return formats::is_taken_in_folders(path.substr(std::min(path.rfind('/') + 1, path.size())));
}

}  // namespace jalon
