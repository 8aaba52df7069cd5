// Front matter: the bytes stand between its fences, and `as of` is written into them.
#include <algorithm>
#include <string>

#include "fuzz/hold_plan.h"

namespace {

using namespace jalon;

bool is_faulty(const Plan& plan) {
  return std::any_of(plan.diagnostics.begin(), plan.diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return severity_of(diagnostic) != Severity::note; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Day stamp = std::chrono::floor<std::chrono::days>(fuzz::monday_morning());
  std::string list = "---\n";
  list += fuzz::text_of(data, size);
  list += "\n---\n\n- Appeler Paul demain\n";

  fuzz::hold_plan(read_list("plan.md", list, fuzz::list_options()));
  const std::string stamped = stamp_list(list, stamp);
  fuzz::hold(stamp_list(stamped, stamp) == stamped, "to stamp again changes nothing");
  const Plan again = read_list("plan.md", stamped, fuzz::list_options());
  const bool is_read = again.as_of_given && std::chrono::floor<std::chrono::days>(again.as_of) == stamp;
  fuzz::hold(is_read || is_faulty(again), "the stamp is read, or the front matter is told to be faulty");
  return 0;
}
