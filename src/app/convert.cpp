#include "app/convert.h"

#include <array>
#include <filesystem>
#include <utility>

#include "app/convert_pieces.h"
#include "app/faulty.h"
#include "app/identities.h"
#include "app/load_plan.h"
#include "app/plan_json.h"
#include "app/previous_calendar.h"
#include "app/rewrite.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"

namespace jalon {
namespace {

constexpr std::size_t most_compared = 1U << 22;  // bytes of a previous output that are held in memory meanwhile

bool is_stream(const std::string& path) { return path == "-"; }

Result<void> check_output(const ConvertRequest& request, const std::string& output) {
  const bool same = !is_stream(request.input) && !is_stream(output) && is_same_file(request.input, output);
  if (same) return Error{ErrorKind::refused, Code::output_is_plan, {output}};
  return {};
}

Result<PreviousCalendar> previous_of(const ConvertRequest& request, const std::string& output) {
  if (is_stream(output)) return PreviousCalendar{};
  if (const auto free = check_output(request, output); !free) return free.error();
  if (request.previous == PreviousFile::forget) return PreviousCalendar{};
  return read_previous_calendar(output);
}

CalendarCounts write_to(const ConvertRequest& request, const LoadedPlan& loaded, const PreviousCalendar& previous,
                        const ByteSink& sink) {
  CalendarOptions options = request.calendar;
  options.stamp = stamp_of(request, loaded);
  const std::vector<std::string> uids =
      uids_of(loaded.plan, plan_identity(loaded.plan, request.known_as), previous.items);
  return write_calendar(loaded.plan, loaded.zone, uids, previous.items, options, sink);
}

CalendarCounts counts_of(const Plan& plan) {
  CalendarCounts counts;
  for (const Action& action : plan.actions) {
    const bool event = action.when.kind == WhenKind::event;
    ++(event ? counts.events : action.when.is_deadline() ? counts.deadlines : counts.undated);
  }
  return counts;
}

Written how_written(Rewrite::Outcome outcome, FileKind before) {
  if (outcome == Rewrite::Outcome::unchanged) return Written::unchanged;
  if (before == FileKind::none) return Written::created;
  return before == FileKind::regular ? Written::replaced : Written::streamed;
}

Result<void> write_file(const ConvertRequest& request, const LoadedPlan& loaded, const PreviousCalendar& previous,
                        ConvertOutcome& outcome) {
  const FileKind before = kind_of_file(outcome.output);
  Rewrite file(outcome.output, previous.bytes());
  std::size_t compared = 0;  // since the previous bytes' memory was given back
  outcome.counts = write_to(request, loaded, previous, [&](std::string_view bytes) {
    file.write(bytes);
    compared += bytes.size();
    if (compared < most_compared || !previous.file) return;
    previous.file->rest();
    compared = 0;
  });
  const auto done = file.commit();
  if (!done) return done.error();
  outcome.written = how_written(*done, before);
  return {};
}

JsonShape shape_of(OutputForm form) { return form == OutputForm::json ? JsonShape::document : JsonShape::lines; }

// A file that stands there is replaced only where it is such JSON, or the request says to forget it.
Result<std::optional<MappedFile>> previous_json(const ConvertRequest& request, const std::string& output) {
  if (kind_of_file(output) != FileKind::regular) return std::optional<MappedFile>{};
  auto file = MappedFile::open(output);
  if (!file) return file.error();
  const bool ours = file->bytes().empty() || is_plan_json(file->bytes());
  if (!ours && request.previous == PreviousFile::match) {
    return Error{ErrorKind::refused, Code::output_foreign, {output}};
  }
  return std::optional(std::move(*file));
}

Result<void> write_json(const ConvertRequest& request, const LoadedPlan& loaded, const ByteSink& stream,
                        ConvertOutcome& outcome) {
  outcome.counts = counts_of(loaded.plan);
  const auto write_to_sink = [&](const ByteSink& sink) {
    write_plan_json(loaded.plan, loaded.zone.name(), shape_of(request.form), sink);
  };
  if (is_stream(outcome.output)) {
    write_to_sink(stream);
    outcome.written = Written::streamed;
    return {};
  }
  if (const auto free = check_output(request, outcome.output); !free) return free.error();
  const FileKind before = kind_of_file(outcome.output);
  const auto previous = previous_json(request, outcome.output);
  if (!previous) return previous.error();
  Rewrite file(outcome.output, *previous ? std::optional((*previous)->bytes()) : std::nullopt);
  write_to_sink([&file](std::string_view bytes) { file.write(bytes); });
  const auto done = file.commit();
  if (!done) return done.error();
  outcome.written = how_written(*done, before);
  return {};
}

Result<void> write_output(const ConvertRequest& request, const LoadedPlan& loaded, const ByteSink& stream,
                          ConvertOutcome& outcome) {
  if (request.form != OutputForm::ics) return write_json(request, loaded, stream, outcome);
  const auto previous = previous_of(request, outcome.output);
  if (!previous) return previous.error();
  outcome.had_previous = previous->file.has_value();
  if (!is_stream(outcome.output)) return write_file(request, loaded, *previous, outcome);
  outcome.counts = write_to(request, loaded, *previous, stream);
  outcome.written = Written::streamed;
  return {};
}

}  // namespace

std::chrono::sys_seconds stamp_of(const ConvertRequest& request, const LoadedPlan& loaded) {
  return stamp_of(request, loaded.plan, loaded.zone);
}

std::chrono::sys_seconds stamp_of(const ConvertRequest& request, const Plan& plan, const Zone& zone) {
  if (request.source_date_epoch) return *request.source_date_epoch;
  return zone.to_utc(plan.as_of_given ? plan.as_of : std::chrono::floor<std::chrono::days>(plan.as_of));
}

Result<ConvertOutcome> convert(const ConvertRequest& request, const ByteSink& stream) {
  if (auto outcome = convert_in_pieces(request)) return std::move(*outcome);
  auto loaded = load_plan(request.input, request.settings);
  if (!loaded) return loaded.error();
  require_actions(loaded->plan);
  ConvertOutcome outcome;
  outcome.zone = loaded->zone.name();
  outcome.form = request.form;
  outcome.output = request.output.empty() ? default_output(request.input, request.form) : request.output;
  outcome.actions = loaded->plan.actions.size();
  const bool faulty = has_errors(loaded->plan.diagnostics);
  const bool goes_on = !faulty || request.on_error == OnError::keep_going;
  if (faulty && goes_on) outcome.left_out = leave_out_faulty(loaded->plan);
  if (goes_on && !loaded->plan.actions.empty()) {
    if (const auto done = write_output(request, *loaded, stream, outcome); !done) outcome.failure = done.error();
  }
  outcome.plan = std::move(loaded->plan);
  return outcome;
}

std::string_view ending_of(OutputForm form) {
  constexpr std::array<std::string_view, 3> endings = {".ics", ".json", ".jsonl"};
  return endings[static_cast<std::size_t>(form)];
}

std::string default_output(std::string_view input, OutputForm form) {
  if (input == "-" || kind_of_file(std::string(input)) == FileKind::other) return "-";
  return std::filesystem::path(input).replace_extension(ending_of(form)).string();
}

}  // namespace jalon
