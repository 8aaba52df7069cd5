#include <algorithm>

#include "app/stamp.h"
#include "base/calendar_words.h"
#include "base/display.h"
#include "cli/run.h"
#include "cli/texts.h"

namespace jalon {
namespace {

ExitCode stamp_one(const std::string& path, const SettingsOf& settings_of, const Look& look, Streams streams) {
  const auto given = settings_of(path);
  if (!given) return ExitCode::failed;
  const Settings& settings = *given;
  const auto outcome = stamp(path, settings, [&streams](std::string_view bytes) { streams.output.write(bytes); });
  if (!outcome) return tell(outcome.error(), settings.shown_language(), look, streams);
  if (look.loudness == Loudness::quiet || path == "-") return ExitCode::done;
  const Text message = outcome->change == StampOutcome::Change::written ? Text::stamped : Text::stamp_unchanged;
  const std::string day = format_day_with_weekday(outcome->as_of, outcome->language);
  streams.errors.write(text(message, outcome->language, {printable(path), day}) + "\n");
  return ExitCode::done;
}

}  // namespace

ExitCode run_stamp(const std::vector<std::string>& paths, const SettingsOf& settings, const Look& look,
                   Streams streams) {
  ExitCode worst = ExitCode::done;
  for (const std::string& path : paths) worst = std::max(worst, stamp_one(path, settings, look, streams));
  return worst;
}

}  // namespace jalon
