// What the fuzz entries share. A broken promise stops the fuzzer as a crash does: assert() would be gone from a build
// with optimisation.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "jalon/diagnostic.h"
#include "jalon/when.h"

namespace jalon::fuzz {

inline void hold(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline LocalTime monday_morning() {
  using namespace std::chrono;
  return local_days{year{2018} / 11 / 26} + hours{9};
}

inline bool is_within(SourceSpan span, std::size_t size) { return span.begin <= span.end && span.end <= size; }

// A diagnostic points into its text and has words in every language.
inline void hold_diagnostic(const Diagnostic& diagnostic, std::size_t size) {
  hold(is_within(diagnostic.span, size), "a diagnostic's span lies in its text");
  for (const Language language : {Language::french, Language::english}) {
    hold(!message_of(diagnostic, language).empty(), "a diagnostic has words");
    (void)mend_of(diagnostic, language);
  }
}

// What every reader promises about a time that it understood.
inline void hold_when(const When& when) {
  if (when.kind == WhenKind::undated) return;
  hold(when.timed || when.end == when.last_day(), "a day is a midnight");
  if (when.kind != WhenKind::deadline) hold(when.start <= when.end, "a start is not after its end");
  if (!when.recurrence) return;
  hold(when.recurrence->interval >= 1, "a recurrence goes on");
  hold(when.recurrence->until >= when.first_day(), "a recurrence has an instance");
}

}  // namespace jalon::fuzz
