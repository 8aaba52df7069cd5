#include "app/team/convert_each.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "app/check.h"
#include "app/team/output_record.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "base/ordered_work.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

// What a worker gives: the report, and what to remember of the output.
struct Made {
  PlanReport report;
  std::optional<RecordedOutput> record;
};

// Why two plans cannot both have an output, by the plan's index.
std::unordered_map<std::size_t, Error> find_clashes(const std::vector<FoundPlan>& plans) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < plans.size(); ++i) by_name[plans[i].name].push_back(i);
  std::unordered_map<std::size_t, Error> clashes;
  for (const auto& [name, same] : by_name) {
    for (std::size_t k = 0; same.size() > 1 && k < same.size(); ++k) {
      const std::size_t other = same[k == 0 ? 1 : 0];
      clashes.emplace(same[k], Error{ErrorKind::refused,
                                     Code::output_of_two,
                                     {plans[same[k]].path, plans[other].path, std::string(name) + ".ics"}});
    }
  }
  return clashes;
}

class EachConverter {
 public:
  EachConverter(const EachRequest& request, const TeamCalls& calls, const OutputRecord& before)
      : request_(request),
        calls_(calls),
        before_(before),
        clashes_(find_clashes(request.plans)),
        folder_(absolute_path(request.out_dir + "/.")) {}

  Made convert_one(std::size_t i) const {
    const FoundPlan& plan = request_.plans[i];
    Made made;
    made.report.plan = plan.path;
    const auto request = request_of(i);
    if (!request) {
      made.report.error = request.error();
      return made;
    }
    made.report.output = request->output;
    const std::string conditions = conditions_of(*request, request_.program);
    if (pass_over(*request, conditions, made)) return made;
    convert_now(*request, conditions, made);
    return made;
  }

  std::string name_of(const std::string& output) const {
    return fs::path(absolute_path(output)).lexically_relative(folder_).string();
  }
  std::string source_of(const std::string& plan) const {
    return fs::path(absolute_path(plan)).lexically_relative(folder_).string();
  }

 private:
  Result<ConvertRequest> request_of(std::size_t i) const {
    const FoundPlan& plan = request_.plans[i];
    if (const auto clash = clashes_.find(i); clash != clashes_.end()) return clash->second;
    auto request = calls_.request_of(plan);
    if (!request) return request.error();
    request->output = (fs::path(request_.out_dir) / (plan.name + std::string(ending_of(request->form)))).string();
    request->known_as = plan.name;
    return request;
  }

  // Whether nothing can have changed since the last time.
  bool pass_over(const ConvertRequest& request, const std::string& conditions, Made& made) const {
    const auto known = before_.outputs().find(name_of(request.output));
    if (known == before_.outputs().end() || request.previous == PreviousFile::forget) return false;
    RecordedOutput record = known->second;
    const std::int64_t now = request_.now.time_since_epoch().count();
    const bool in_time = (record.from == 0 && record.until == 0) || (now >= record.from && now < record.until);
    if (record.conditions.empty() || record.conditions != conditions || !in_time) return false;
    if (record.source != source_of(request.input)) return false;
    const auto output = state_of_file(request.output);
    const auto plan = state_of_file(request.input);
    if (!output || !plan || output->words != record.output_state) return false;
    if (!is_same_plan(request.input, *plan, record)) return false;
    made.report.written = Written::unchanged;
    made.report.counts = record.counts;
    made.record = std::move(record);
    return true;
  }

  // By its state, or where that does not tell, by its bytes; these are then not asked for again once they are old.
  bool is_same_plan(const std::string& path, const FileState& state, RecordedOutput& record) const {
    if (state.words != record.plan_state) return false;
    if (record.plan_bytes.empty()) return true;
    const auto bytes = read_file(path);
    if (!bytes || fingerprint_of(*bytes) != record.plan_bytes) return false;
    if (is_settled(state, request_.now) && state_of_file(path) == state) record.plan_bytes.clear();
    return true;
  }

  void convert_now(const ConvertRequest& request, const std::string& conditions, Made& made) const {
    if (const auto done = make_folder(fs::path(request.output).parent_path().string()); !done) {
      made.report.error = done.error();
      return;
    }
    const PlanState before = state_of_plan(request.input);
    auto outcome = convert(request, [](std::string_view) {});
    if (!outcome) {
      made.report.error = outcome.error();
      return;
    }
    made.report.written = outcome->written;
    made.report.error = outcome->failure;
    made.report.counts = counts_of(*outcome);
    made.report.told = calls_.words_of(outcome->plan);
    if (outcome->written != Written::nothing) made.record = record_of(request, conditions, before, *outcome);
  }

  // What a plan is known by: its state, and where that does not tell yet, its bytes.
  struct PlanState {
    std::optional<FileState> state;
    std::string bytes;
    friend bool operator==(const PlanState&, const PlanState&) = default;
  };
  PlanState state_of_plan(const std::string& path) const {
    PlanState result{state_of_file(path), {}};
    if (!result.state || is_settled(*result.state, request_.now)) return result;
    const auto bytes = read_file(path);
    if (!bytes) return {};
    result.bytes = fingerprint_of(*bytes);
    return result;
  }

  RecordedOutput record_of(const ConvertRequest& request, const std::string& conditions, const PlanState& before,
                           const ConvertOutcome& outcome) const {
    RecordedOutput record;
    record.source = source_of(request.input);
    record.counts = counts_of(outcome);
    const auto output = state_of_file(request.output);
    const bool knowable = output && output->fine_clock && before.state && state_of_plan(request.input) == before;
    const bool clean = record.counts.errors == 0 && record.counts.warnings == 0;
    if (!knowable || !clean || outcome.plan.relative) return record;
    record.plan_state = before.state->words;
    record.plan_bytes = before.bytes;
    record.output_state = output->words;
    record.conditions = conditions;
    if (!outcome.plan.as_of_given) set_day(outcome, record);
    return record;
  }

  // From one midnight to the next, where the plan's clocks show them.
  static void set_day(const ConvertOutcome& outcome, RecordedOutput& record) {
    const auto zone = Zone::find(outcome.zone);
    const Day day = std::chrono::floor<std::chrono::days>(outcome.plan.as_of);
    if (!zone) return record.conditions.clear();
    record.from = zone->to_utc(LocalTime{day}).time_since_epoch().count();
    record.until = zone->to_utc(LocalTime{day + std::chrono::days{1}}).time_since_epoch().count();
  }

  const EachRequest& request_;
  const TeamCalls& calls_;
  const OutputRecord& before_;
  std::unordered_map<std::size_t, Error> clashes_;
  std::string folder_;
};

bool is_written_by_jalon(const std::string& path) {
  if (kind_of_file(path) != FileKind::regular) return false;
  const auto bytes = read_file(path);
  return bytes && !bytes->empty() && read_previous(*bytes).has_value();
}

}  // namespace

TeamCounts counts_of(const ConvertOutcome& outcome) {
  const PlanCounts found = count(outcome.plan);
  TeamCounts counts;
  counts.events = outcome.counts.events;
  counts.deadlines = outcome.counts.deadlines;
  counts.undated = outcome.counts.undated;
  counts.errors = found.errors;
  counts.warnings = found.warnings;
  counts.notes = found.notes;
  counts.left_out = outcome.left_out;
  if (outcome.written == Written::nothing) return counts;
  counts.done = static_cast<std::size_t>(std::count_if(outcome.plan.actions.begin(), outcome.plan.actions.end(),
                                                       [](const Action& a) { return a.status == Status::done; }));
  return counts;
}

std::vector<VanishedOutput> settle_vanished(
    OutputRecord& record, const std::string& folder, Prune prune,
    const std::function<bool(const std::string&, const std::string&)>& source_is_gone) {
  std::vector<VanishedOutput> vanished;
  for (auto known = record.outputs().begin(); known != record.outputs().end();) {
    const std::string path = (fs::path(folder) / known->first).lexically_normal().string();
    if (!source_is_gone(known->first, known->second.source)) {
      ++known;
      continue;
    }
    VanishedOutput output{known->second.source, path};
    const bool there = kind_of_file(path) != FileKind::none;
    const bool ours = there && is_written_by_jalon(path);
    if (prune == Prune::yes && ours && remove_file(path)) output.fate = VanishedOutput::Fate::removed;
    if (there && !ours) output.fate = VanishedOutput::Fate::foreign;
    if (there) vanished.push_back(output);
    const bool forget = !there || output.fate != VanishedOutput::Fate::kept;
    known = forget ? record.outputs().erase(known) : std::next(known);
  }
  return vanished;
}

TeamReport convert_each(const EachRequest& request, const TeamCalls& calls) {
  TeamReport report;
  if (const auto done = make_folder(request.out_dir); !done) {
    report.error = done.error();
    return report;
  }
  const OutputRecord before = OutputRecord::read(request.out_dir);
  OutputRecord record = before;
  std::unordered_set<std::string> attempted;
  bool all_there = true;  // a disk that is not mounted must not look like plans that were removed
  const EachConverter converter(request, calls, before);
  work_in_order(
      request.plans.size(), request.threads, [&](std::size_t i) { return converter.convert_one(i); },
      [&](std::size_t, Made&& made) {
        const std::string name = converter.name_of(made.report.output);
        if (!made.report.output.empty()) attempted.insert(name);
        if (made.record) record.outputs()[name] = std::move(*made.record);
        if (made.report.error && made.report.error->kind == ErrorKind::io) all_there = false;
        calls.on_plan(std::move(made.report));
      });
  report.vanished = settle_vanished(record, request.out_dir, all_there ? request.prune : Prune::no,
                                    [&](const std::string& output, const std::string& source) {
                                      if (attempted.contains(output) || source.starts_with("?")) return false;
                                      const std::string plan = (fs::path(request.out_dir) / source).string();
                                      return kind_of_file(plan) == FileKind::none;
                                    });
  for (VanishedOutput& output : report.vanished) {
    output.plan = (fs::path(request.out_dir) / output.plan).lexically_normal().string();
  }
  if (const auto done = record.write(request.out_dir); !done) report.error = done.error();
  return report;
}

}  // namespace jalon
