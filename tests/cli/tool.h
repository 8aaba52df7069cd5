// Runs the real program as a shell would: in a folder, with arguments, an environment and an input.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/scratch_folder.h"

namespace jalon {

struct ToolRun {
  int code = -1;  // minus the signal that ended it
  std::string output;
  std::string errors;
};

struct ToolWorld {
  std::string input;
  // Nothing else is in the environment: one zone, one language, one date for what is new.
  std::map<std::string, std::string> environment = {
      {"TZ", "America/Toronto"}, {"LANG", "fr_CA.UTF-8"}, {"SOURCE_DATE_EPOCH", "1543190400"}};
};

ToolWorld french_world(std::string input = "");
ToolWorld english_world(std::string input = "");

ToolRun run_tool(const ScratchFolder& folder, const std::vector<std::string>& arguments,
                 const ToolWorld& world = french_world());

// The same by a shell, for pipes and limits; "$JALON" is the program.
ToolRun run_shell(const ScratchFolder& folder, const std::string& script, const ToolWorld& world = french_world());

// Makes this process the program, with nothing but what it writes; for a child.
[[noreturn]] void become_tool(const ScratchFolder& folder, const std::vector<std::string>& arguments,
                              const ToolWorld& world = french_world());

}  // namespace jalon
