// What is told to a person about their own text: where, what, and how to mend it.
//
// A diagnostic is data: a stable code, a span of bytes and arguments. Its words are looked up in the
// catalogue (src/base/catalogue.h) only when it is shown, in the language of the plan; line and column
// are computed from the span only then. Reading never stops at a fault: it collects them all.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "jalon/language.h"

namespace jalon {

enum class Severity : std::uint8_t { note, warning, error };

// Bytes [begin, end) of the UTF-8 text in which the fault stands.
struct SourceSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

enum class Code : std::uint8_t;  // listed in src/base/catalogue.h, one catalogue entry each

// What stands for {0}, {1} … in a message: text as it is, or a value worded in the language shown
// (a local time is worded as its time of day).
using Argument =
    std::variant<std::string, std::chrono::local_days, std::chrono::weekday, std::int64_t, std::chrono::local_seconds>;

struct Diagnostic {
  Code code{};
  SourceSpan span;
  std::vector<Argument> arguments;
};

Severity severity_of(const Diagnostic& diagnostic);
std::string_view code_name(Code code);                                    // "date.weekday"
std::string message_of(const Diagnostic& diagnostic, Language language);  // one sentence, no final stop
std::string mend_of(const Diagnostic& diagnostic, Language language);     // empty where there is none

bool has_errors(const std::vector<Diagnostic>& diagnostics);

}  // namespace jalon
