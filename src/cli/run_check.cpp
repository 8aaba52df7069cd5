#include <algorithm>

#include "app/check.h"
#include "app/check_json.h"
#include "app/check_text.h"
#include "cli/run.h"
#include "cli/told.h"

namespace jalon {
namespace {

std::string summary_of(const PlanCounts& counts, Language language) {
  const std::string faults = told_faults(counts, language);
  return told_actions(counts, language) + (faults.empty() ? "" : " — " + faults) + "\n";
}

std::string report_of(const CheckOutcome& outcome, Language language, const Look& look) {
  if (look.format == Format::json) return check_json(outcome, language);
  const DiagnosticStyle style{
      .language = language, .color = look.output_color, .format = Format::text, .width = look.output_width};
  if (look.loudness == Loudness::quiet) return told_diagnostics(outcome.plan, style, Notes::none);
  const std::string diagnostics = told_diagnostics(outcome.plan, style, Notes::all);
  const TableStyle table{.language = language, .color = look.output_color, .width = look.output_width};
  return check_table(outcome, table) + "\n" + diagnostics + (diagnostics.empty() ? "" : "\n") +
         summary_of(outcome.counts, language);
}

ExitCode check_one(const std::string& path, const SettingsOf& settings_of, const Look& look, Streams streams) {
  const auto given = settings_of(path);
  if (!given) return ExitCode::failed;
  const Settings& settings = *given;
  const auto outcome = check(path, settings);
  if (!outcome) return tell(outcome.error(), settings.shown_language(), look, streams);
  const Language language = settings.language.value_or(outcome->plan.language);
  streams.output.write(report_of(*outcome, language, look));
  return has_errors(outcome->plan.diagnostics) ? ExitCode::problems : ExitCode::done;
}

}  // namespace

ExitCode run_check(const std::vector<std::string>& paths, const SettingsOf& settings, const Look& look,
                   Streams streams) {
  ExitCode worst = ExitCode::done;
  for (const std::string& path : paths) {
    const bool between = &path != &paths.front() && look.format == Format::text && look.loudness == Loudness::normal;
    if (between) streams.output.write("\n");
    worst = std::max(worst, check_one(path, settings, look, streams));
  }
  return worst;
}

}  // namespace jalon
