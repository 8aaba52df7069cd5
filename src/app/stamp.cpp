#include "app/stamp.h"

#include "app/load_plan.h"
#include "app/rewrite.h"
#include "base/catalogue.h"
#include "base/files.h"
#include "jalon/list.h"

namespace jalon {

Result<StampOutcome> stamp(const std::string& path, const Settings& settings, const ByteSink& stream) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const ListFormat format = settings.format.value_or(detect_format(path, *bytes));
  if (format != ListFormat::text && format != ListFormat::obsidian) {
    return Error{ErrorKind::refused, Code::format_not_stamped, {path}};
  }
  const auto loaded = read_plan(path, *bytes, settings);
  if (!loaded) return loaded.error();
  StampOutcome outcome;
  outcome.as_of = std::chrono::floor<std::chrono::days>(today_in(loaded->zone, settings));
  outcome.language = settings.language.value_or(loaded->plan.language);
  const std::string stamped = stamp_list(*bytes, outcome.as_of);
  if (path == "-") {
    stream(stamped);
    outcome.change = StampOutcome::Change::written;
    return outcome;
  }
  Rewrite file(path, *bytes);
  file.write(stamped);
  const auto done = file.commit();
  if (!done) return done.error();
  if (*done == Rewrite::Outcome::written) outcome.change = StampOutcome::Change::written;
  return outcome;
}

}  // namespace jalon
