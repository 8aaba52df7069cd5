#include "jalon/diagnostic.h"

#include <algorithm>

#include "base/calendar_words.h"
#include "base/catalogue.h"
#include "jalon/result.h"

namespace jalon {
namespace {

const Message& entry(Code code) { return catalogue()[static_cast<std::size_t>(code)]; }

std::string worded(const Argument& argument, Language language) {
  if (const auto* text = std::get_if<std::string>(&argument)) return *text;
  if (const auto* day = std::get_if<std::chrono::local_days>(&argument)) return format_day(*day, language);
  if (const auto* weekday = std::get_if<std::chrono::weekday>(&argument)) {
    return std::string(weekday_name(*weekday, language));
  }
  if (const auto* time = std::get_if<std::chrono::local_seconds>(&argument)) return format_time_of_day(*time, language);
  return std::to_string(std::get<std::int64_t>(argument));
}

bool is_slot(std::string_view text, std::size_t at) {
  return text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
}

std::string filled(std::string_view text, const std::vector<Argument>& arguments, Language language) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_slot(text, i)) {
      result += text[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[i + 1] - '0');
    if (index < arguments.size()) result += worded(arguments[index], language);
    i += 2;
  }
  return result;
}

bool fills_every_slot(std::string_view text, const std::vector<Argument>& arguments) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_slot(text, i) && static_cast<std::size_t>(text[i + 1] - '0') >= arguments.size()) return false;
  }
  return true;
}

std::string worded_message(Code code, const std::vector<Argument>& arguments, Language language) {
  return filled(entry(code).text[static_cast<std::size_t>(language)], arguments, language);
}

// A mend that names what is not known («did you mean …?») is none.
std::string worded_mend(Code code, const std::vector<Argument>& arguments, Language language) {
  const std::string_view text = entry(code).mend[static_cast<std::size_t>(language)];
  return fills_every_slot(text, arguments) ? filled(text, arguments, language) : std::string();
}

}  // namespace

Severity severity_of(const Diagnostic& diagnostic) { return entry(diagnostic.code).severity; }

std::string_view code_name(Code code) { return entry(code).name; }

std::string message_of(const Diagnostic& diagnostic, Language language) {
  return worded_message(diagnostic.code, diagnostic.arguments, language);
}

std::string mend_of(const Diagnostic& diagnostic, Language language) {
  return worded_mend(diagnostic.code, diagnostic.arguments, language);
}

std::string message_of(const Error& error, Language language) {
  return worded_message(error.code, error.arguments, language);
}

std::string mend_of(const Error& error, Language language) {
  return worded_mend(error.code, error.arguments, language);
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return severity_of(d) == Severity::error; });
}

}  // namespace jalon
