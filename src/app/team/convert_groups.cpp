#include "app/team/convert_groups.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <unordered_set>

#include "app/check.h"
#include "app/faulty.h"
#include "app/identities.h"
#include "app/previous_calendar.h"
#include "app/rewrite.h"
#include "app/team/convert_each.h"
#include "app/team/groups.h"
#include "app/team/output_record.h"
#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/folders.h"
#include "base/ordered_work.h"

namespace jalon {
namespace {

namespace fs = std::filesystem;

struct Read {
  PlanReport report;
  std::optional<GroupedPlan> plan;  // none: left out
};

TeamCounts counts_of(const Plan& plan) {
  const PlanCounts found = count(plan);
  TeamCounts counts{.events = found.events, .deadlines = found.deadlines, .undated = found.undated};
  counts.errors = found.errors;
  counts.warnings = found.warnings;
  counts.notes = found.notes;
  counts.done = static_cast<std::size_t>(std::count_if(plan.actions.begin(), plan.actions.end(),
                                                       [](const Action& a) { return a.status == Status::done; }));
  return counts;
}

Read left_out(const FoundPlan& found, const Error& error) {
  Read read;
  read.report.plan = found.path;
  read.report.error = error;
  return read;
}

Read read_one(const FoundPlan& found, const TeamCalls& calls) {
  auto request = calls.request_of(found);
  if (!request) return left_out(found, request.error());
  request->known_as = found.name;
  auto loaded = load_plan(found.path, request->settings);
  if (!loaded) return left_out(found, loaded.error());
  require_actions(loaded->plan);
  Read read;
  read.report.plan = found.path;
  read.report.told = calls.words_of(loaded->plan);
  const bool faulty = has_errors(loaded->plan.diagnostics);
  const bool goes_on = !faulty || request->on_error == OnError::keep_going;
  const std::size_t without = faulty && goes_on ? leave_out_faulty(loaded->plan) : 0;
  read.report.counts = counts_of(loaded->plan);
  read.report.counts.left_out = without;
  request->calendar.stamp = stamp_of(*request, *loaded);
  if (goes_on) read.plan = GroupedPlan{std::move(*loaded), std::move(*request), {}};
  return read;
}

// Where a calendar that is cut goes: "team.ics", "team-2.ics" …
std::string part_path(const std::string& output, std::size_t part) {
  if (part == 0) return output;
  const fs::path path(output);
  const std::string name = path.stem().string() + "-" + std::to_string(part + 1) + path.extension().string();
  return (path.parent_path() / name).string();
}

// All that earlier runs wrote: what an action is found again in, wherever it goes now.
class Pool {
 public:
  // Nothing where there is no file; what jalon did not write is an error when it is to be written over.
  void add(const std::string& path) {
    auto previous = read_previous_calendar(path);
    if (!previous) return;
    for (PreviousItem& item : previous->items) items_.push_back(std::move(item));
  }
  std::span<const PreviousItem> items() const { return items_; }

 private:
  std::vector<PreviousItem> items_;
};

class GroupConverter {
 public:
  GroupConverter(const GroupRequest& request, std::vector<GroupedPlan> plans)
      : request_(request), plans_(std::move(plans)) {}

  // `known`: outputs of earlier runs.
  void find_identities(const std::set<std::string>& known) {
    const bool fresh = !plans_.empty() && plans_.front().request.previous == PreviousFile::forget;
    for (const std::string& path : known) {
      if (!fresh) pool_.add(path);
    }
    std::vector<IdentifiedPlan> identified;
    identified.reserve(plans_.size());
    for (const GroupedPlan& plan : plans_) {
      identified.push_back({plan.loaded.plan, plan_identity(plan.loaded.plan, plan.request.known_as)});
    }
    auto uids = uids_of(identified, pool_.items());
    for (std::size_t i = 0; i < plans_.size(); ++i) plans_[i].uids = std::move(uids[i]);
  }

  std::vector<Group> groups() const { return group_actions(plans_, request_.grouping); }

  std::string path_of(const Group& group) const {
    if (request_.grouping == Grouping::all) return request_.output;
    return (fs::path(request_.out_dir) / (group.file + ".ics")).string();
  }

  // Writes a group to one file, or as many as it takes.
  std::vector<OutputReport> write(const Group& group) const {
    std::vector<OutputReport> reports;
    for (const Group& part : cut(group)) reports.push_back(write_part(part, part_path(path_of(group), reports.size())));
    return reports;
  }

 private:
  CalendarOptions head_of(const Group& group) const {
    const GroupedPlan& first = plans_[group.parts.front().plan];
    CalendarOptions head = first.request.calendar;
    if (request_.grouping == Grouping::plan) {
      if (head.name.empty()) head.name = first.loaded.plan.title;
    } else if (!group.label.empty()) {
      head.name = group.label;
    } else if (head.name.empty()) {
      head.name = plans_.size() == 1 ? std::string(first.loaded.plan.title) : fs::path(request_.output).stem().string();
    }
    return head;
  }

  std::vector<CalendarPart> parts_of(const Group& group) const {
    std::vector<CalendarPart> parts;
    for (const GroupPart& part : group.parts) {
      const GroupedPlan& plan = plans_[part.plan];
      parts.push_back({&plan.loaded.plan, &plan.loaded.zone, plan.uids, part.actions, &plan.request.calendar});
    }
    return parts;
  }

  // Of the pool what the group's actions were before, and what else its file holds.
  std::vector<PreviousItem> history_of(const Group& group, const std::vector<PreviousItem>& of_file) const {
    std::unordered_set<std::string_view> uids;
    for (const GroupPart& part : group.parts) {
      for (const std::uint32_t action : part.actions) uids.insert(plans_[part.plan].uids[action]);
    }
    std::vector<PreviousItem> history = of_file;
    std::set<std::pair<std::string, bool>> seen;
    for (const PreviousItem& item : history) seen.emplace(item.uid, item.todo);
    for (const PreviousItem& item : pool_.items()) {
      const bool ours = uids.contains(item.todo ? event_uid(item.uid) : item.uid);
      if (ours && seen.emplace(item.uid, item.todo).second) history.push_back(item);
    }
    return history;
  }

  // Groups of at most the size allowed; an action that is larger alone stands alone.
  std::vector<Group> cut(const Group& group) const {
    if (request_.max_size == 0) return {group};
    std::vector<std::size_t> sizes;
    std::size_t total = 0;
    write_calendar(
        parts_of(group), history_of(group, {}), head_of(group),
        [&total](std::string_view bytes) { total += bytes.size(); }, &sizes);
    if (total <= request_.max_size) return {group};
    std::size_t around = total;
    for (const std::size_t size : sizes) around -= size;
    std::vector<Group> groups = {{group.label, group.file, {}}};
    std::size_t used = around;
    auto size = sizes.begin();
    for (const GroupPart& part : group.parts) {
      for (const std::uint32_t action : part.actions) {
        if (used + *size > request_.max_size && used > around) {
          groups.push_back({group.label, group.file, {}});
          used = around;
        }
        groups.back().add(part.plan, action);
        used += *size++;
      }
    }
    return groups;
  }

  OutputReport write_part(const Group& group, const std::string& path) const {
    OutputReport report;
    report.output = path;
    for (const GroupPart& part : group.parts) report.actions += part.actions.size();
    const auto failed = [&report](const Error& error) {
      report.error = error;
      return report;
    };
    for (const GroupedPlan& plan : plans_) {
      if (is_same_file(plan.request.input, path)) return failed({ErrorKind::refused, Code::output_is_plan, {path}});
    }
    const bool fresh = plans_.front().request.previous == PreviousFile::forget;
    const auto previous = fresh ? Result<PreviousCalendar>(PreviousCalendar{}) : read_previous_calendar(path);
    if (!previous) return failed(previous.error());
    const bool is_new = kind_of_file(path) == FileKind::none;
    if (const auto made = make_folder_of(path); !made) return failed(made.error());
    Rewrite file(path, previous->bytes());
    write_calendar(parts_of(group), history_of(group, previous->items), head_of(group),
                   [&file](std::string_view bytes) { file.write(bytes); });
    const auto done = file.commit();
    if (!done) return failed(done.error());
    report.written = *done == Rewrite::Outcome::unchanged ? Written::unchanged
                     : is_new                             ? Written::created
                                                          : Written::replaced;
    return report;
  }

  static Result<void> make_folder_of(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? Result<void>() : make_folder(folder);
  }

  const GroupRequest& request_;
  std::vector<GroupedPlan> plans_;
  Pool pool_;
};

constexpr std::array<std::string_view, 6> grouping_names = {"plan", "all", "owner", "section", "tag", "month"};

// What the record says of an output that is not one plan's: no path begins so.
std::string source_of(Grouping grouping) {
  return "?" + std::string(grouping_names[static_cast<std::size_t>(grouping)]);
}

// The files that a calendar was cut into the last time.
std::vector<std::string> known_parts(const std::string& output) {
  std::vector<std::string> paths;
  for (std::size_t part = 0;; ++part) {
    const std::string file = part_path(output, part);
    if (kind_of_file(file) != FileKind::regular) return paths;
    paths.push_back(file);
  }
}

}  // namespace

TeamReport convert_groups(const GroupRequest& request, const TeamCalls& calls,
                          const std::function<void(const OutputReport&)>& on_output) {
  std::vector<GroupedPlan> plans;
  bool all_read = true;
  work_in_order(
      request.plans.size(), request.threads, [&](std::size_t i) { return read_one(request.plans[i], calls); },
      [&](std::size_t, Read&& read) {
        all_read = all_read && read.plan;
        if (read.plan) plans.push_back(std::move(*read.plan));
        calls.on_plan(std::move(read.report));
      });
  TeamReport report;
  if (plans.empty()) return report;
  const bool merged = request.grouping == Grouping::all;
  OutputRecord record = merged ? OutputRecord() : OutputRecord::read(request.out_dir);
  std::vector<std::string> known = merged ? known_parts(request.output) : std::vector<std::string>();
  for (const auto& [output, recorded] : record.outputs()) {
    if (recorded.source == source_of(request.grouping)) known.push_back((fs::path(request.out_dir) / output).string());
  }
  GroupConverter converter(request, std::move(plans));
  const std::vector<Group> groups = converter.groups();
  std::set<std::string> pooled(known.begin(), known.end());
  for (const Group& group : groups) {
    const std::vector<std::string> parts = known_parts(converter.path_of(group));
    pooled.insert(parts.begin(), parts.end());
  }
  converter.find_identities(pooled);
  std::set<std::string> written;
  for (const Group& group : groups) {
    for (const OutputReport& output : converter.write(group)) {
      const std::string name = fs::path(output.output).lexically_relative(request.out_dir).string();
      if (!output.error && !merged) record.outputs()[name].source = source_of(request.grouping);
      written.insert(merged ? output.output : name);
      on_output(output);
    }
  }
  if (merged) {
    for (const std::string& part : known) record.outputs()[part].source = source_of(request.grouping);
  }
  const Prune prune = all_read ? request.prune : Prune::no;
  report.vanished = settle_vanished(record, merged ? "" : request.out_dir, prune,
                                    [&](const std::string& output, const std::string& source) {
                                      return source == source_of(request.grouping) && !written.contains(output);
                                    });
  for (VanishedOutput& output : report.vanished) output.plan.clear();
  if (merged) return report;
  if (const auto done = record.write(request.out_dir); !done) report.error = done.error();
  return report;
}

}  // namespace jalon
