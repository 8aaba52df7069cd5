#include "cli/told_team.h"

#include <array>

#include "app/json.h"
#include "base/display.h"

namespace jalon {
namespace {

constexpr std::array<std::string_view, 5> written_names = {"nothing", "created", "replaced", "unchanged", "streamed"};
constexpr std::array<std::string_view, 3> fates = {"kept", "removed", "foreign"};

std::string_view name_of(Written written) { return written_names[static_cast<std::size_t>(written)]; }

std::string some(Text one, std::size_t count, Language language) {
  return count == 0 ? std::string() : counted(one, count, language);
}

Text headline(Written written) {
  switch (written) {
    case Written::created:
      return Text::file_created;
    case Written::unchanged:
      return Text::file_unchanged;
    default:
      return Text::file_replaced;
  }
}

std::string with_mend(const Error& error, Language language) {
  const std::string mend = mend_of(error, language);
  return printable(message_of(error, language)) + (mend.empty() ? "" : "\n     = " + printable(mend));
}

std::string faults_of(const TeamCounts& counts, Language language) {
  const std::string faults =
      listed({some(Text::error_one, counts.errors, language), some(Text::warning_one, counts.warnings, language),
              some(Text::left_out_one, counts.left_out, language)});
  return faults.empty() ? "" : " — " + faults;
}

std::string actions_of(const TeamCounts& counts, Language language) {
  const std::string actions =
      told_actions({.events = counts.events, .deadlines = counts.deadlines, .undated = counts.undated}, language);
  return counts.done == 0 ? actions : actions + "; " + counted(Text::done_one, counts.done, language);
}

void add_counts(Json& json, const TeamCounts& counts) {
  json["events"] = counts.events;
  json["deadlines"] = counts.deadlines;
  json["undated"] = counts.undated;
  json["done"] = counts.done;
  json["left_out"] = counts.left_out;
  json["errors"] = counts.errors;
  json["warnings"] = counts.warnings;
  json["notes"] = counts.notes;
}

void add_error(Json& json, const std::optional<Error>& error, Language language) {
  if (!error) return;
  json["error"] = {{"code", code_name(error->code)}, {"message", message_of(*error, language)}};
}

}  // namespace

void TeamTotals::add(const PlanReport& report) {
  ++plans;
  if (report.failed()) ++failed;
  if (!report.output.empty()) add(report.written);
  counts.events += report.counts.events;
  counts.deadlines += report.counts.deadlines;
  counts.undated += report.counts.undated;
  counts.done += report.counts.done;
  counts.errors += report.counts.errors;
  counts.warnings += report.counts.warnings;
  counts.notes += report.counts.notes;
  counts.left_out += report.counts.left_out;
}

void TeamTotals::add(Written written) {
  if (written == Written::created) ++made;
  if (written == Written::replaced) ++updated;
  if (written == Written::unchanged) ++same;
}

std::string told_plan(const PlanReport& report, Language language) {
  const TeamCounts& counts = report.counts;
  std::string what;
  if (report.error) {
    what = with_mend(*report.error, language);
  } else if (report.written == Written::nothing && !report.output.empty()) {
    what = std::string(text(Text::nothing_made, language)) + faults_of(counts, language);
  } else if (report.output.empty()) {
    what = actions_of(counts, language) + faults_of(counts, language);
  } else {
    what = text(headline(report.written), language, {actions_of(counts, language)}) + faults_of(counts, language);
  }
  if (report.output.empty() || report.error) return printable(report.plan) + ": " + what + "\n";
  return text(Text::team_line, language, {printable(report.plan), printable(report.output), what}) + "\n";
}

std::string told_output(const OutputReport& report, Language language) {
  const std::string what =
      report.error ? with_mend(*report.error, language)
                   : text(headline(report.written), language, {counted(Text::action_one, report.actions, language)});
  return printable(report.output) + ": " + what + "\n";
}

std::string told_vanished(const VanishedOutput& vanished, Language language) {
  using Fate = VanishedOutput::Fate;
  const std::string plan = printable(vanished.plan), output = printable(vanished.output);
  if (vanished.fate == Fate::foreign) return text(Text::vanished_foreign, language, {plan, output}) + "\n";
  const bool removed = vanished.fate == Fate::removed;
  const std::string words =
      plan.empty() ? text(removed ? Text::output_vanished_removed : Text::output_vanished, language, {output})
                   : text(removed ? Text::vanished_removed : Text::vanished, language, {plan, output});
  return words + (removed ? "\n" : "\n     = " + std::string(text(Text::vanished_mend, language)) + "\n");
}

std::string told_totals(const TeamTotals& totals, Language language) {
  return counted(Text::plan_one, totals.plans, language) + ": " +
         listed({some(Text::made_one, totals.made, language), some(Text::updated_one, totals.updated, language),
                 some(Text::same_one, totals.same, language), some(Text::failed_one, totals.failed, language)}) +
         "; " + actions_of(totals.counts, language) + faults_of(totals.counts, language) + "\n";
}

std::string plan_json(const PlanReport& report, Language language) {
  Json json;
  json["type"] = "plan";
  json["plan"] = report.plan;
  if (!report.output.empty()) json["output"] = report.output;
  if (!report.output.empty()) json["written"] = name_of(report.written);
  add_counts(json, report.counts);
  add_error(json, report.error, language);
  return json_line(json);
}

std::string output_json(const OutputReport& report, Language language) {
  Json json;
  json["type"] = "calendar";
  json["output"] = report.output;
  json["written"] = name_of(report.written);
  json["actions"] = report.actions;
  add_error(json, report.error, language);
  return json_line(json);
}

std::string vanished_json(const VanishedOutput& vanished) {
  Json json;
  json["type"] = "vanished";
  if (!vanished.plan.empty()) json["plan"] = vanished.plan;
  json["output"] = vanished.output;
  json["fate"] = fates[static_cast<std::size_t>(vanished.fate)];
  return json_line(json);
}

std::string totals_json(const TeamTotals& totals) {
  Json json;
  json["type"] = "summary";
  json["plans"] = totals.plans;
  json["failed"] = totals.failed;
  json["created"] = totals.made;
  json["replaced"] = totals.updated;
  json["unchanged"] = totals.same;
  add_counts(json, totals.counts);
  return json_line(json);
}

}  // namespace jalon
