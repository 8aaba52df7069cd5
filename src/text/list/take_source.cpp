#include "text/list/take_source.h"

#include <algorithm>

#include "text/list/notes.h"
#include "text/list/source.h"

namespace jalon::list {

void take_source(Plan& plan, std::string bytes) {
  SourceText decoded = decode_source(std::move(bytes));
  plan.source = std::make_unique<std::string>(std::move(decoded.text));
  if (decoded.first_foreign) tell(plan, Code::list_encoding, {*decoded.first_foreign, *decoded.first_foreign + 1});
}

void sort_diagnostics(Plan& plan) {
  const auto before = [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; };
  if (!std::is_sorted(plan.diagnostics.begin(), plan.diagnostics.end(), before)) {
    std::stable_sort(plan.diagnostics.begin(), plan.diagnostics.end(), before);
  }
}

}  // namespace jalon::list
