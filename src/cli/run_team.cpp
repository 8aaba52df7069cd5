#include "cli/run_team.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <limits>

#include "app/team/convert_each.h"
#include "app/team/convert_groups.h"
#include "base/catalogue.h"
#include "base/path_pattern.h"
#include "cli/progress.h"
#include "cli/told_team.h"

namespace jalon {
namespace {

constexpr unsigned most_jobs = 1024;

std::optional<unsigned> jobs_of(const CommandLine& line, const Environment& environment) {
  if (!line.has(Option::jobs)) return environment.processors;
  const std::string word = line.value(Option::jobs);
  unsigned jobs = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), jobs);
  const bool good = error == std::errc() && end == word.data() + word.size() && jobs >= 1 && jobs <= most_jobs;
  return good ? std::optional(jobs) : std::nullopt;
}

// 1MB, 500 KB, 250000: decimal, as those who refuse larger ones count.
std::optional<std::size_t> size_of(const std::string& word) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  std::string unit;
  for (const char* c = end; c != word.data() + word.size(); ++c) {
    if (*c != ' ') unit += static_cast<char>(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
  }
  constexpr std::size_t most = 1'000'000;
  if (error != std::errc() || number == 0) return std::nullopt;
  if (unit.empty() || unit == "B" || unit == "O") return number;
  if (number > most) return std::nullopt;
  if (unit == "KB" || unit == "KO" || unit == "K") return number * 1000;
  return unit == "MB" || unit == "MO" || unit == "M" ? std::optional(number * 1'000'000) : std::nullopt;
}

std::optional<UsageFault> fault_of(const CommandLine& line) {
  if (line.operands.empty()) return UsageFault{Text::no_plan, {"convert"}, Text::no_plan_mend, {"convert"}};
  const bool merges = line.has(Option::merge), splits = line.has(Option::split_by);
  if (merges && splits) return UsageFault{Text::split_and_merge, {}, Text::none, {}};
  if (splits && !line.has(Option::out_dir)) {
    return UsageFault{Text::split_unplaced, {"--split-by"}, Text::split_unplaced_mend, {}};
  }
  if (!merges && !line.has(Option::out_dir)) return UsageFault{Text::many_plans, {}, Text::many_plans_mend, {}};
  if (line.has(Option::output)) {
    return UsageFault{Text::output_unwanted, {"-o"}, Text::none, {}};
  }
  const bool sized = line.has(Option::max_size);
  const bool grouped = merges || splits || sized;
  if (grouped && line.has(Option::to) && line.value(Option::to) != "ics") {
    return UsageFault{Text::output_unwanted, {"--to " + line.value(Option::to)}, Text::none, {}};
  }
  if (sized && !size_of(line.value(Option::max_size))) {
    return UsageFault{Text::bad_size, {line.value(Option::max_size)}, Text::bad_size_mend, {}};
  }
  return std::nullopt;
}

struct TeamOrder {
  FoundPlans found;
  unsigned jobs = 1;
  std::size_t max_size = 0;  // 0: any
};

// Tells what became of each plan as it comes, and of all at the end.
class TeamTeller {
 public:
  TeamTeller(const Look& look, Format report, Language language, Streams streams, Progress& progress)
      : look_(look), report_(report), language_(language), streams_(streams), progress_(progress) {}

  void tell(const PlanReport& report) {
    totals_.add(report);
    const bool quiet = look_.loudness == Loudness::quiet;
    const bool line = report_ == Format::text && (!quiet || report.failed());
    if (report_ == Format::json) streams_.output.write(plan_json(report, language_));
    if (line || !report.told.empty()) {
      progress_.clear();
      streams_.errors.write(report.told);
      if (line) streams_.errors.write(told_plan(report, language_));
    }
    progress_.show(totals_.plans);
  }

  void tell(const OutputReport& report) {
    totals_.add(report.written);
    if (report.error) ++failed_outputs_;
    const bool line = report_ == Format::text && (look_.loudness == Loudness::normal || report.error);
    if (report_ == Format::json) streams_.output.write(output_json(report, language_));
    if (!line) return;
    progress_.clear();
    streams_.errors.write(told_output(report, language_));
  }

  void tell(const VanishedOutput& vanished) {
    if (report_ == Format::json) streams_.output.write(vanished_json(vanished));
    if (report_ == Format::text) streams_.errors.write(told_vanished(vanished, language_));
  }

  void tell_totals() {
    if (report_ == Format::json) streams_.output.write(totals_json(totals_));
    const bool wanted = report_ == Format::text && look_.loudness == Loudness::normal;
    if (wanted) streams_.errors.write(told_totals(totals_, language_));
  }

  ExitCode code() const { return totals_.failed + failed_outputs_ > 0 ? ExitCode::problems : ExitCode::done; }

 private:
  const Look& look_;
  Format report_;
  Language language_;
  Streams streams_;
  Progress& progress_;
  TeamTotals totals_;
  std::size_t failed_outputs_ = 0;
};

Progress::Clock clock_for(const Environment& environment, const Look& look) {
  if (!environment.errors_are_terminal || look.loudness == Loudness::quiet) return {};
  return [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  };
}

TeamCalls calls_for(PlanOptions& options, const ConvertRequest& given, const Look& look, TeamTeller& teller) {
  TeamCalls calls;
  calls.request_of = [&options, &given](const FoundPlan& plan) { return options.request(plan.path, given); };
  calls.words_of = [&look, &given](const Plan& plan) {
    const Language language = given.settings.language.value_or(plan.language);
    return told_diagnostics(plan, errors_style(language, look), Notes::none);
  };
  calls.on_plan = [&teller](PlanReport&& report) { teller.tell(report); };
  return calls;
}

Grouping grouping_of(const CommandLine& line) {
  const std::string by = line.value(Option::split_by);
  if (line.has(Option::merge)) return Grouping::all;
  if (by == "owner") return Grouping::owner;
  if (by == "section") return Grouping::section;
  if (by == "tag") return Grouping::tag;
  return by == "month" ? Grouping::month : Grouping::plan;
}

TeamReport convert_team(const CommandLine& line, const Environment& environment, const TeamOrder& order,
                        const TeamCalls& calls, TeamTeller& teller) {
  const Prune prune = line.has(Option::prune) && order.found.errors.empty() ? Prune::yes : Prune::no;
  const std::string folder = line.value(Option::out_dir);
  const Grouping grouping = grouping_of(line);
  if (grouping == Grouping::plan && order.max_size == 0) {
    return convert_each({order.found.plans, folder, order.jobs, prune, environment.now, environment.program()}, calls);
  }
  const std::string merged = line.value(Option::merge);
  const std::string output = folder.empty() ? merged : (std::filesystem::path(folder) / merged).string();
  return convert_groups({order.found.plans, grouping, output, folder, order.max_size, order.jobs, prune}, calls,
                        [&teller](const OutputReport& report) { teller.tell(report); });
}

}  // namespace

bool is_for_team(const CommandLine& line) {
  for (const Option option : {Option::out_dir, Option::merge, Option::split_by, Option::max_size, Option::jobs,
                              Option::report, Option::prune}) {
    if (line.has(option)) return true;
  }
  if (line.operands.size() != 1) return line.operands.size() > 1;
  std::error_code ignored;
  return std::filesystem::is_directory(line.operands[0], ignored) ||
         (has_wildcards(line.operands[0]) && !std::filesystem::exists(line.operands[0], ignored));
}

ExitCode run_team(const CommandLine& line, const Environment& environment, Language language, const Look& look,
                  Streams streams) {
  if (const auto fault = fault_of(line)) return tell(*fault, language, look, streams);
  const auto jobs = jobs_of(line, environment);
  if (!jobs)
    return tell(UsageFault{Text::bad_jobs, {line.value(Option::jobs)}, Text::none, {}}, language, look, streams);
  const auto given = make_convert_request(line, environment);
  if (const auto* fault = std::get_if<UsageFault>(&given)) return tell(*fault, language, look, streams);
  const TeamOrder order{find_plans(line.operands, line.value(Option::out_dir)), *jobs,
                        size_of(line.value(Option::max_size)).value_or(0)};
  for (const Error& error : order.found.errors) static_cast<void>(tell(error, language, look, streams));
  if (order.found.plans.empty()) {
    if (!order.found.errors.empty()) return ExitCode::failed;
    return tell(Error{ErrorKind::io, Code::no_plan_there, {line.operands[0]}}, language, look, streams);
  }
  PlanOptions options(line, environment);
  Progress progress(streams.errors, clock_for(environment, look), order.found.plans.size(), language);
  const Format report = line.value(Option::report) == "json" ? Format::json : Format::text;
  TeamTeller teller(look, report, language, streams, progress);
  const TeamCalls calls = calls_for(options, std::get<ConvertRequest>(given), look, teller);
  const TeamReport result = convert_team(line, environment, order, calls, teller);
  progress.clear();
  streams.errors.write(options.told_faults(errors_style(language, look)));
  for (const VanishedOutput& vanished : result.vanished) teller.tell(vanished);
  teller.tell_totals();
  if (result.error) return tell(*result.error, language, look, streams);
  return order.found.errors.empty() ? teller.code() : ExitCode::problems;
}

}  // namespace jalon
