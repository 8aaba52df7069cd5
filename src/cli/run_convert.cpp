#include <array>

#include "app/json.h"
#include "base/display.h"
#include "cli/run.h"
#include "cli/told.h"

namespace jalon {
namespace {

constexpr std::uintmax_t long_plan = std::uintmax_t{4} << 20;  // bytes; below them its memory is small anyway

constexpr std::array<std::string_view, 5> written_names = {"nothing", "created", "replaced", "unchanged", "streamed"};

std::string told_changes(const CalendarCounts& counts, Language language) {
  const auto some = [language](Text one, std::size_t count) {
    return count == 0 ? std::string() : counted(one, count, language);
  };
  return listed({some(Text::created_one, counts.created), some(Text::changed_one, counts.changed),
                 some(Text::unchanged_one, counts.unchanged), some(Text::removed_one, counts.removed)});
}

Text headline(const ConvertOutcome& outcome) {
  if (outcome.form != OutputForm::ics && outcome.written != Written::unchanged) return Text::json_written;
  switch (outcome.written) {
    case Written::created:
      return Text::file_created;
    case Written::replaced:
      return Text::file_replaced;
    case Written::unchanged:
      return Text::file_unchanged;
    default:
      return Text::written_to_stream;
  }
}

// The summary begins with the file, where there is one.
std::string about_file(const ConvertOutcome& outcome, std::string_view words) {
  return outcome.output == "-" ? std::string(words) : printable(outcome.output) + ": " + std::string(words);
}

std::string summary_of_plan_in_error(const ConvertOutcome& outcome, Language language) {
  const std::string faults = counted(Text::error_one, count(outcome.plan).errors, language);
  const std::string summary = about_file(outcome, text(Text::nothing_written, language, {faults})) + "\n";
  const bool nothing_else = outcome.actions == 0;
  return nothing_else ? summary : summary + "      = " + std::string(text(Text::nothing_written_mend, language)) + "\n";
}

std::string summary_of_calendar(const ConvertOutcome& outcome, Language language) {
  const CalendarCounts& counts = outcome.counts;
  const std::string actions =
      told_actions({.events = counts.events, .deadlines = counts.deadlines, .undated = counts.undated}, language);
  std::string summary = about_file(outcome, text(headline(outcome), language, {actions}));
  const bool compared = outcome.written == Written::replaced && outcome.had_previous;
  if (compared) summary += " (" + told_changes(counts, language) + ")";
  summary += "\n";
  if (outcome.left_out > 0) summary += counted(Text::left_out_one, outcome.left_out, language) + "\n";
  return summary;
}

std::string summary_json(const ConvertOutcome& outcome) {
  const CalendarCounts& counts = outcome.counts;
  const PlanCounts found = count(outcome.plan);
  return json_line({{"type", "summary"},
                    {"file", outcome.plan.name},
                    {"output", outcome.output},
                    {"written", written_names[static_cast<std::size_t>(outcome.written)]},
                    {"events", counts.events},
                    {"deadlines", counts.deadlines},
                    {"undated", counts.undated},
                    {"created", counts.created},
                    {"changed", counts.changed},
                    {"unchanged", counts.unchanged},
                    {"removed", counts.removed},
                    {"left_out", outcome.left_out},
                    {"errors", found.errors},
                    {"warnings", found.warnings},
                    {"notes", found.notes}});
}

std::string summary_of(const ConvertOutcome& outcome, Language language, Format format) {
  if (format == Format::json) return summary_json(outcome);
  return outcome.written == Written::nothing ? summary_of_plan_in_error(outcome, language)
                                             : summary_of_calendar(outcome, language);
}

}  // namespace

ExitCode run_convert(const ConvertRequest& request, const Look& look, Streams streams) {
  ConvertRequest asked = request;
  asked.in_pieces_from = long_plan;
  const auto outcome = convert(asked, [&streams](std::string_view bytes) { streams.output.write(bytes); });
  if (!outcome) return tell(outcome.error(), request.settings.shown_language(), look, streams);
  const Language language = request.settings.language.value_or(outcome->plan.language);
  const bool quiet = look.loudness == Loudness::quiet;
  const Notes notes = look.format == Format::json ? Notes::all : Notes::some;
  streams.errors.write(told_diagnostics(outcome->plan, errors_style(language, look), quiet ? Notes::none : notes));
  if (outcome->failure) return tell(*outcome->failure, language, look, streams);
  if (!quiet) streams.errors.write(summary_of(*outcome, language, look.format));
  return has_errors(outcome->plan.diagnostics) ? ExitCode::problems : ExitCode::done;
}

}  // namespace jalon
