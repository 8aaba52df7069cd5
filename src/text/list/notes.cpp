#include "text/list/notes.h"

namespace jalon::list {

void tell(Plan& plan, Code code, SourceSpan span, std::vector<Argument> arguments) {
  plan.diagnostics.push_back({code, span, std::move(arguments)});
}

std::vector<Argument> unclear_arguments(PhraseReader& phrases, std::string_view text) {
  std::vector<Argument> arguments = {std::string(text)};
  if (const auto mistyped = phrases.find_mistyped(text)) arguments.emplace_back(std::string(mistyped->meant));
  return arguments;
}

void tell_reading(Plan& plan, Reading& reading, SourceSpan span) {
  for (Diagnostic& diagnostic : reading.diagnostics) plan.diagnostics.push_back(std::move(diagnostic));
  reading.diagnostics.clear();
  const bool relative = reading.verdict == Reading::Verdict::when && (reading.said & said_relative) != 0;
  if (!relative || plan.as_of_given || plan.relative) return;
  plan.relative = true;
  tell(plan, Code::list_relative, span, {std::chrono::floor<std::chrono::days>(plan.as_of)});
}

}  // namespace jalon::list
