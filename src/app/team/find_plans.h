// The plans that the words of a command line name: files, folders with all that is below them, and patterns that a
// shell left as they are.
#pragma once

#include <string>
#include <vector>

#include "jalon/result.h"

namespace jalon {

struct FoundPlan {
  std::string path;  // as messages name it
  std::string name;  // below its folder, without the ending: "clients/spring"; what its outputs are named after
};

struct FoundPlans {
  std::vector<FoundPlan> plans;  // each once, in the order of the words, those of a folder in order
  std::vector<Error> errors;     // words that name nothing, folders that cannot be read
};

// Below folders, what is hidden is left out, and the folder `out_dir` (empty: none).
FoundPlans find_plans(const std::vector<std::string>& words, const std::string& out_dir);

}  // namespace jalon
