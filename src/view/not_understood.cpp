#include "view/not_understood.h"

#include "base/source_place.h"
#include "view/words.h"

namespace jalon {
namespace {

std::string errors_of(const Plan& plan, const Sheet& sheet, Language language) {
  PlaceFinder places(*plan.source);
  std::string result;
  for (const Diagnostic& diagnostic : plan.diagnostics) {
    if (severity_of(diagnostic) != Severity::error) continue;
    const std::string place = plan.name + ":" + std::to_string(places.at(diagnostic.span.begin).line) + ":";
    const Pieces pieces = {{one_line(place), Ink::late}, {one_line(message_of(diagnostic, language))}};
    for (const std::string& line : flow(pieces, sheet.width < 12 ? 0 : sheet.width - 2, sheet.color)) {
      result += "  " + line + "\n";
    }
  }
  return result;
}

}  // namespace

std::string not_understood(const Timetable& table, const Sheet& sheet, Language language) {
  std::string result;
  for (const ShownPlan& shown : table.plans) result += errors_of(*shown.plan, sheet, language);
  if (result.empty()) return result;
  return "\n" + inked({view_word(ViewWord::not_understood, language), Ink::strong}, sheet.color) + "\n" + result;
}

}  // namespace jalon
