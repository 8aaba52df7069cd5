// A folder with a plan in it, and the calendar that the tool makes of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/tool.h"

namespace jalon {

inline constexpr const char* plan =
    "---\n"
    "title: Fin d'année\n"
    "as of: 2018-11-26\n"
    "lang: fr\n"
    "---\n"
    "# Clients\n"
    "- Remercier les clients — avant le 15 décembre @Alex #merci !!\n"
    "- Dîner d'équipe — lundi 3 décembre de 12 h à 13 h 30\n"
    "- Relancer les soumissions — chaque mardi de 10 h à 11 h jusqu'au 18 décembre\n";

inline constexpr const char* faulty_plan =
    "---\n"
    "as of: 2018-11-26\n"
    "---\n"
    "- Bon — 3 décembre\n"
    "- Été 🎄 — lundi 4 décembre 2018\n"
    "- Autre — le 31 novembre\n";

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

class ConvertTool : public ::testing::Test {
 protected:
  ToolRun convert(std::vector<std::string> arguments = {}, const ToolWorld& world = french_world()) {
    arguments.insert(arguments.begin(), {"convert", "plan.md"});
    return run_tool(folder_, arguments, world);
  }
  std::string calendar() const { return folder_.get("plan.ics"); }

  ScratchFolder folder_;
};

}  // namespace jalon
