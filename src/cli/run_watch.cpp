#include "cli/run_watch.h"

#include <algorithm>

#include "base/display.h"
#include "base/file_watch.h"
#include "cli/texts.h"

namespace jalon {
namespace {

constexpr std::string_view clear_screen = "\x1b[H\x1b[2J\x1b[3J";

std::string names_of(const std::vector<std::string>& plans) {
  std::string names;
  for (const std::string& plan : plans) names += (names.empty() ? "" : ", ") + printable(plan);
  return names;
}

class Turns {
 public:
  Turns(const std::vector<std::string>& plans, Language language, const Environment& environment, Streams streams)
      : note_("\n" + text(Text::watching, language, {names_of(plans)}) + "\n"),
        environment_(environment),
        streams_(streams) {}

  void take(const std::function<void()>& again) {
    if (environment_.output_is_terminal) streams_.output.write(clear_screen);
    streams_.output.flush();
    again();
    streams_.output.flush();
    const bool tells = environment_.errors_are_terminal && (environment_.output_is_terminal || first_);
    if (tells) streams_.errors.write(note_);
    streams_.errors.flush();
    first_ = false;
  }

 private:
  std::string note_;
  const Environment& environment_;
  Streams streams_;
  bool first_ = true;
};

}  // namespace

ExitCode run_watch(const std::vector<std::string>& plans, const std::function<void()>& again, Language language,
                   const Environment& environment, Streams streams) {
  if (std::find(plans.begin(), plans.end(), "-") != plans.end()) {
    return tell(UsageFault{Text::watch_needs_files, {}, Text::watch_needs_files_mend, {}}, language, {}, streams);
  }
  auto watch = FileWatch::start(plans);
  if (!watch) return tell(watch.error(), language, {}, streams);
  Turns turns(plans, language, environment, streams);
  do {
    turns.take(again);
  } while (!streams.output.is_closed() && watch->wait() == FileWatch::Event::changed);
  return ExitCode::done;
}

}  // namespace jalon
