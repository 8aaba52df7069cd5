#include "jalon/diagnostic.h"

#include <algorithm>

#include "base/calendar_words.h"
#include "base/catalogue.h"

namespace jalon {
namespace {

const Message& entry(Code code) { return catalogue()[static_cast<std::size_t>(code)]; }

std::string worded(const Argument& argument, Language language) {
  if (const auto* text = std::get_if<std::string>(&argument)) return *text;
  if (const auto* day = std::get_if<std::chrono::local_days>(&argument)) return format_day(*day, language);
  if (const auto* weekday = std::get_if<std::chrono::weekday>(&argument)) {
    return std::string(weekday_name(*weekday, language));
  }
  return std::to_string(std::get<std::int64_t>(argument));
}

std::string filled(std::string_view text, const Diagnostic& diagnostic, Language language) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    if (!slot) {
      result += text[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[i + 1] - '0');
    if (index < diagnostic.arguments.size()) result += worded(diagnostic.arguments[index], language);
    i += 2;
  }
  return result;
}

}  // namespace

Severity severity_of(const Diagnostic& diagnostic) { return entry(diagnostic.code).severity; }

std::string_view code_name(Code code) { return entry(code).name; }

std::string message_of(const Diagnostic& diagnostic, Language language) {
  return filled(entry(diagnostic.code).text[static_cast<std::size_t>(language)], diagnostic, language);
}

std::string mend_of(const Diagnostic& diagnostic, Language language) {
  return filled(entry(diagnostic.code).mend[static_cast<std::size_t>(language)], diagnostic, language);
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return severity_of(d) == Severity::error; });
}

}  // namespace jalon
