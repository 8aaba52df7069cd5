#include "cli/online/run_sync.h"

#include <unistd.h>

#include <algorithm>

#include "app/json.h"
#include "app/online/changes_text.h"
#include "app/stamp.h"
#include "base/calendar_words.h"
#include "base/catalogue.h"
#include "base/display.h"
#include "cli/lines.h"
#include "cli/online/sync_words.h"
#include "cli/plan_options.h"
#include "cli/told.h"

namespace jalon {
namespace {

enum class Mode : std::uint8_t { sync, status, remove, watch };

DeadlineChoice deadline_choice(const std::string& word) {
  if (word == "event") return DeadlineChoice::event;
  if (word == "todo") return DeadlineChoice::todo;
  return word == "both" ? DeadlineChoice::both : DeadlineChoice::automatic;
}

Prefer prefer_of(const std::string& word) {
  if (word == "plan") return Prefer::plan;
  return word == "calendar" ? Prefer::calendar : Prefer::neither;
}

Allow allow(const CommandLine& line, Option option) { return line.has(option) ? Allow::yes : Allow::no; }

// One plan of the command line, from its reading to its report.
class PlanRun {
 public:
  PlanRun(const OnlineRun& run, Mode mode, const OpenCalendar& open_calendar, PlanOptions& options)
      : run_(run), mode_(mode), open_calendar_(open_calendar), options_(options) {}

  ExitCode run(const std::string& plan) {
    auto request = make_request(plan);
    if (!request) return run_.fail(request.error());
    auto prepared = PlanSync::prepare(*request, open_calendar_);
    if (is_unstamped(prepared) && may_stamp(plan)) {
      if (const auto stamped = take_day(plan, *request); !stamped) return run_.fail(stamped.error());
      prepared = PlanSync::prepare(*request, open_calendar_);
    }
    if (!prepared) return run_.fail(prepared.error());
    sync_ = &*prepared;
    policy_ = request->policy;
    tell_diagnostics();
    if (prepared->is_faulty()) return fail_for_faults();
    decide_conflicts();
    if (mode_ == Mode::watch && !run_.line.has(Option::yes)) held_ = prepared->hold_removals();
    if (mode_ == Mode::status) return show_status();
    if (const ExitCode code = guard(); code != ExitCode::done) return code;
    if (run_.line.has(Option::dry_run)) return show_dry_run();
    if (!may_write()) return ExitCode::failed;
    return apply();
  }

 private:
  Result<SyncRequest> make_request(const std::string& plan) {
    auto settings = make_settings(run_.line, run_.environment);
    SyncRequest request;
    ConvertRequest given;
    given.settings = std::get<Settings>(std::move(settings));
    auto converted = options_.request(plan, given);
    if (!converted) return converted.error();
    auto in_force = options_.in_force(plan);
    if (!in_force) return in_force.error();
    run_.streams.errors.write(options_.told_faults(errors_style(language(), run_.look)));
    request.settings = std::move(converted->settings);
    request.options = std::move(converted->calendar);
    request.options.invite = false;
    request.input = plan;
    request.state_folder = run_.environment.state_folder + "/jalon";
    request.calendar = run_.line.value(Option::calendar);
    request.usual = in_force->value(Key::calendar);
    request.tasks = run_.line.value(Option::tasks_calendar);
    const std::string deadlines = run_.line.value(Option::deadlines);
    request.deadlines = deadline_choice(deadlines.empty() ? in_force->value(Key::deadlines) : deadlines);
    request.policy = make_policy();
    if (mode_ == Mode::remove) request.purpose = SyncRequest::Purpose::take_off;
    return request;
  }

  Policy make_policy() const {
    Policy policy;
    policy.prefer = prefer_of(run_.line.value(Option::prefer));
    if (run_.line.has(Option::restore)) policy.deleted = Deleted::restore;
    policy.many_removals = allow(run_.line, Option::allow_deletions);
    policy.empty_calendar = allow(run_.line, Option::allow_empty);
    if (mode_ == Mode::remove) policy.taking_off = Allow::yes;
    return policy;
  }

  static bool is_unstamped(const Result<PlanSync>& prepared) {
    return !prepared && prepared.error().code == Code::sync_relative;
  }

  bool may_stamp(const std::string& plan) {
    if (plan == "-" || mode_ == Mode::status) return false;
    if (run_.line.has(Option::stamp)) return true;
    if (!may_ask() || run_.line.has(Option::dry_run)) return false;
    return ask(sync_word(SyncWord::may_stamp, language(), {printable(plan)})) == 'y';
  }

  // The day goes into the plan; in a dry run it is only taken as if it stood there.
  Result<void> take_day(const std::string& plan, SyncRequest& request) {
    if (run_.line.has(Option::dry_run)) {
      request.relative_dates = SyncRequest::RelativeDates::allow;
      return {};
    }
    const auto outcome = stamp(plan, request.settings, {});
    if (!outcome) return outcome.error();
    say(text(Text::stamped, language(), {printable(plan), format_day_with_weekday(outcome->as_of, language())}));
    return {};
  }

  bool is_json() const { return run_.look.format == Format::json; }
  bool is_quiet() const { return run_.look.loudness == Loudness::quiet; }
  Language language() const { return run_.language; }
  const std::string& name() const { return sync_->plan().name; }

  void print(const Step& step) {
    const std::string text = is_json() ? step_json(step, name()) : step_text(step, name(), language());
    run_.streams.output.write(text);
  }
  void print(const Problem& problem) {
    if (is_json()) return run_.streams.output.write(problem_json(problem, name()));
    run_.streams.errors.write(problem_text(problem, name(), language()));
  }
  void say(const std::string& text) {
    if (!is_quiet()) run_.streams.errors.write(text + "\n");
  }

  void tell_diagnostics() {
    const Notes notes = is_quiet() || mode_ == Mode::remove ? Notes::none : Notes::some;
    run_.streams.errors.write(told_diagnostics(sync_->plan(), errors_style(language(), run_.look), notes));
  }

  ExitCode fail_for_faults() {
    say(sync_word(SyncWord::plan_faulty, language(), {name()}));
    return ExitCode::problems;
  }

  ExitCode show_status() {
    for (const Step& step : sync_->changes().steps) print(step);
    for (const Step& step : sync_->standing_differences()) print(step);
    summarize(sync_->changes().steps, 0);
    return sync_->changes().clashes() == 0 ? ExitCode::done : ExitCode::problems;
  }

  ExitCode show_dry_run() {
    for (const Step& step : sync_->changes().steps) print(step);
    for (const std::uint32_t action : sync_->homeless()) print_homeless(action);
    summarize(sync_->changes().steps, 0);
    return exit_code(sync_->changes().clashes() + sync_->homeless().size());
  }

  ExitCode guard() {
    if (sync_->changes().tripped.empty()) return ExitCode::done;
    for (const Step& step : sync_->changes().steps) print(step);
    for (const Tripped& tripped : sync_->changes().tripped) {
      if (is_json()) run_.streams.output.write(guard_json(tripped));
      run_.streams.errors.write(print_error(guard_text(tripped, language()), "", errors_style(language(), run_.look)));
    }
    return ExitCode::failed;
  }

  // Who watches is writing the plan, and answers nothing.
  bool may_ask() const {
    return mode_ != Mode::watch && run_.environment.input_is_terminal && run_.environment.errors_are_terminal;
  }

  // What writes over something, or takes it away, is asked about.
  bool may_write() {
    const bool careful = sync_->changes().count(Act::update) + sync_->changes().count(Act::remove) > 0;
    if (!careful || run_.line.has(Option::yes) || mode_ == Mode::watch) return true;
    if (!may_ask()) {
      run_.streams.errors.write(print_error(sync_word(SyncWord::needs_yes, language()),
                                            sync_word(SyncWord::needs_yes_mend, language()),
                                            errors_style(language(), run_.look)));
      return false;
    }
    for (const Step& step : sync_->changes().steps) print(step);
    shown_ = true;
    return ask(sync_word(SyncWord::go_on, language())) == 'y';
  }

  // The first letter of an answer, with French «o» for yes; 'n' where there is none.
  char ask(const std::string& question) {
    run_.streams.output.flush();
    run_.streams.errors.write(question);
    run_.streams.errors.flush();
    std::string_view answer;
    if (!input_.next(answer) || answer.empty()) return 'n';
    const char letter = static_cast<char>(answer[0] | ' ');
    return letter == 'o' ? 'y' : letter;
  }

  void decide_conflicts() {
    if (run_.line.value(Option::prefer) != "ask" || !may_ask() || mode_ == Mode::status) return;
    for (const Step& step : sync_->changes().steps) {
      if (step.clash == Clash::none) continue;
      run_.streams.errors.write(step_text(step, name(), language()));
      const char answer = ask(sync_word(SyncWord::which_side, language()));
      if (answer == 'p') policy_.decided[step.uid] = Prefer::plan;
      if (answer == 'c') policy_.decided[step.uid] = Prefer::calendar;
    }
    sync_->decide(policy_);
  }

  ExitCode apply() {
    const Applied applied = sync_->apply();
    if (!shown_ || is_json()) {
      for (const Step& step : applied.done) print(step);
      for (const Step& step : applied.told) tell_unless_done(step, applied.done);
    }
    for (const Step& step : held_) run_.streams.output.write(is_json() ? held_json(step) : held_text(step, language()));
    for (const Problem& problem : applied.problems) print(problem);
    for (const std::uint32_t action : sync_->homeless()) print_homeless(action);
    if (applied.stopped) return run_.fail(*applied.stopped);
    std::vector<Step> steps = applied.done;
    std::copy_if(applied.told.begin(), applied.told.end(), std::back_inserter(steps),
                 [](const Step& step) { return step.act == Act::nothing; });
    summarize(steps, applied.problems.size());
    const bool clashes = std::any_of(applied.told.begin(), applied.told.end(),
                                     [](const Step& step) { return step.clash != Clash::none; });
    return exit_code(applied.problems.size() + sync_->homeless().size() + (clashes ? 1 : 0));
  }

  void tell_unless_done(const Step& step, const std::vector<Step>& done) {
    const bool told = std::any_of(done.begin(), done.end(), [&](const Step& each) { return each.uid == step.uid; });
    if (!told) print(step);
  }

  void print_homeless(std::uint32_t action) {
    const std::string title(sync_->plan().actions[action].title);
    run_.streams.errors.write(sync_word(SyncWord::homeless, language(), {title}) + "\n");
  }

  static ExitCode exit_code(std::size_t problems) { return problems == 0 ? ExitCode::done : ExitCode::problems; }

  // «plan.md → Travail: 3 créés, 1 modifié, 40 inchangés»
  void summarize(const std::vector<Step>& steps, std::size_t problems) {
    const auto count = [&](auto wanted) {
      return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), wanted));
    };
    SyncCounts counts;
    counts.created = count([](const Step& step) { return step.act == Act::create; });
    counts.updated = count([](const Step& step) { return step.act == Act::update; });
    counts.removed = count([](const Step& step) { return step.act == Act::remove; });
    counts.kept = count([](const Step& step) { return step.act == Act::nothing && step.news != News::none; });
    counts.conflicts = count([](const Step& step) { return step.clash != Clash::none; });
    counts.refused = problems;
    counts.unchanged = sync_->changes().unchanged;
    if (is_json()) return run_.streams.output.write(summary_json(counts));
    say(name() + " → " + sync_->calendar(0).name + ": " + told_counts(counts, language()));
  }

  std::string summary_json(const SyncCounts& counts) const {
    return json_line({{"type", "summary"},
                      {"plan", name()},
                      {"calendar", sync_->calendar(0).name},
                      {"created", counts.created},
                      {"updated", counts.updated},
                      {"deleted", counts.removed},
                      {"kept", counts.kept},
                      {"conflicts", counts.conflicts},
                      {"refused", counts.refused},
                      {"unchanged", counts.unchanged}});
  }

  const OnlineRun& run_;
  Mode mode_;
  const OpenCalendar& open_calendar_;
  PlanOptions& options_;
  PlanSync* sync_ = nullptr;
  Policy policy_;
  LineReader input_{STDIN_FILENO};
  bool shown_ = false;
  std::vector<Step> held_;  // removals that are not done
};

Mode mode_of(Command command) {
  if (command == Command::status) return Mode::status;
  if (command == Command::watch) return Mode::watch;
  return command == Command::remove ? Mode::remove : Mode::sync;
}

}  // namespace

ExitCode run_plans(const OnlineRun& run, const OpenCalendar& open_calendar) {
  if (run.line.operands.empty()) {
    const std::string command(spec_of(*run.line.command).name);
    return run.fail(UsageFault{Text::no_plan, {command}, Text::no_plan_mend, {command}});
  }
  const auto settings = make_settings(run.line, run.environment);
  if (const auto* fault = std::get_if<UsageFault>(&settings)) return run.fail(*fault);
  PlanOptions options(run.line, run.environment);
  ExitCode worst = ExitCode::done;
  for (const std::string& plan : run.line.operands)
    worst = std::max(worst, PlanRun(run, mode_of(*run.line.command), open_calendar, options).run(plan));
  return worst;
}

}  // namespace jalon
