#include "app/show_page.h"

#include <algorithm>
#include <optional>

#include "app/rewrite.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "view/page.h"

namespace jalon {
namespace {

constexpr std::string_view mark_of_ours = "<meta name=\"generator\" content=\"jalon\">";

// What the file holds; nothing where there is none.
Result<std::optional<std::string>> previous_page(const ShowRequest& request, const std::string& output) {
  for (const std::string& input : request.inputs) {
    if (input != "-" && is_same_file(input, output)) return Error{ErrorKind::refused, Code::output_is_plan, {output}};
  }
  if (kind_of_file(output) != FileKind::regular) return std::optional<std::string>();
  auto bytes = read_file(output);
  if (!bytes) return bytes.error();
  const bool ours = bytes->empty() || bytes->substr(0, 4096).find(mark_of_ours) != std::string::npos;
  if (!ours) return Error{ErrorKind::refused, Code::view_foreign, {output}};
  return std::optional(std::move(*bytes));
}

Result<Written> write_file(const std::string& output, const std::optional<std::string>& previous,
                           const std::string& html) {
  Rewrite file(output, previous);
  file.write(html);
  const auto done = file.commit();
  if (!done) return done.error();
  if (*done == Rewrite::Outcome::unchanged) return Written::unchanged;
  return previous ? Written::replaced : Written::created;
}

}  // namespace

Result<PageOutcome> write_page(const ShowRequest& request, const std::string& output, const ByteSink& stream) {
  const auto shown = load_shown(request);
  if (!shown) return shown.error();
  PageOutcome outcome{.written = Written::streamed, .language = shown->language, .has_errors = false};
  outcome.has_errors = std::any_of(shown->plans.begin(), shown->plans.end(),
                                   [](const Plan& plan) { return has_errors(plan.diagnostics); });
  const std::string html = page(shown->table, shown->zone, shown->language);
  if (output == "-") {
    stream(html);
    return outcome;
  }
  const auto previous = previous_page(request, output);
  if (!previous) return previous.error();
  const auto written = write_file(output, *previous, html);
  if (!written) return written.error();
  outcome.written = *written;
  return outcome;
}

}  // namespace jalon
