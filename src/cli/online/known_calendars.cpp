#include "cli/online/known_calendars.h"

#include "app/json.h"
#include "base/display.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "sync/state.h"

namespace jalon {
namespace {

std::string folder_of(const OnlineRun& run) { return run.environment.state_folder + "/jalon"; }
std::string path_of(const OnlineRun& run) { return folder_of(run) + "/sync.db"; }

}  // namespace

void note_calendars(const OnlineRun& run, const std::string& account, const std::vector<Calendar>& calendars) {
  if (!make_private_folder(folder_of(run))) return;
  auto state = State::open(path_of(run));
  if (!state) return;
  std::vector<std::string> names;
  for (const Calendar& calendar : calendars) names.push_back(calendar.name);
  if (const auto noted = state->note_calendars(account, names); !noted) return;
}

ExitCode run_known_calendars(const OnlineRun& run, const std::string& account) {
  if (kind_of_file(path_of(run)) == FileKind::none) return ExitCode::done;
  auto state = State::open(path_of(run));
  if (!state) return run.fail(state.error());
  const auto names = state->known_calendars(account);
  if (!names) return run.fail(names.error());
  for (const std::string& name : *names) {
    const bool json = run.look.format == Format::json;
    run.streams.output.write(json ? json_line({{"name", name}}) : printable(name) + "\n");
  }
  return ExitCode::done;
}

}  // namespace jalon
