#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "account/account_file.h"
#include "app/css_colors.h"
#include "app/json.h"
#include "base/display.h"
#include "cli/online/known_calendars.h"
#include "cli/online/run_online.h"

namespace jalon {
namespace {

Word word_of(Keeps keeps) {
  if (keeps == Keeps::events) return Word::keeps_events;
  return keeps == Keeps::todos ? Word::keeps_todos : Word::keeps_both;
}

std::string json_of(const Calendar& calendar) {
  constexpr std::array<std::string_view, 3> keeps = {"events", "todos", "both"};
  return json_line({{"name", calendar.name},
                    {"color", calendar.color},
                    {"url", to_string(calendar.url)},
                    {"keeps", keeps[static_cast<std::size_t>(calendar.keeps)]},
                    {"writable", calendar.access == Access::writable}});
}

void show(const OnlineRun& run, const std::vector<Calendar>& calendars) {
  std::size_t width = 0;
  for (const Calendar& calendar : calendars) width = std::max(width, display_width(printable(calendar.name)));
  for (const Calendar& calendar : calendars) {
    if (run.look.format == Format::json) {
      run.streams.output.write(json_of(calendar));
      continue;
    }
    const Word access = calendar.access == Access::writable ? Word::writable : Word::read_only;
    run.streams.output.write(fmt::format("{}  {:7}  {}, {}  {}\n", padded(printable(calendar.name), width),
                                         printable(calendar.color), word(word_of(calendar.keeps), run.language),
                                         word(access, run.language), printable(to_string(calendar.url))));
  }
}

Result<NewCalendar> wanted_calendar(const OnlineRun& run) {
  NewCalendar calendar;
  calendar.name = run.line.value(Option::calendar);
  calendar.color = rgb_of_css_color(run.line.value(Option::calendar_color));
  return calendar;
}

ExitCode create(const OnlineRun& run, Connection& connection) {
  const auto wanted = wanted_calendar(run);
  if (!wanted) return run.fail(wanted.error());
  if (wanted->name.empty()) {
    return run.fail(Word::calendar_name_missing, "", word(Word::calendar_name_mend, run.language));
  }
  const auto there = connection.calendars();
  if (!there) return run.fail(there.error());
  const auto same = [&](const Calendar& calendar) { return calendar.name == wanted->name; };
  if (const auto found = std::find_if(there->begin(), there->end(), same); found != there->end()) {
    show(run, {*found});
    return ExitCode::done;
  }
  const auto made = connection.make_calendar(*wanted);
  if (!made) return run.fail(made.error());
  std::vector<Calendar> now = *there;
  now.push_back(*made);
  note_calendars(run, connection.account().name, now);
  show(run, {*made});
  return ExitCode::done;
}

ExitCode list(const OnlineRun& run, Connection& connection) {
  auto calendars = connection.calendars();
  if (!calendars) return run.fail(calendars.error());
  note_calendars(run, connection.account().name, *calendars);
  if (run.line.has(Option::calendar)) {
    const auto found = connection.find_calendar(run.line.value(Option::calendar), *calendars);
    if (!found) return run.fail(found.error());
    calendars->assign(1, *found);
  }
  if (calendars->empty()) run.say(word(Word::no_calendars, run.language, {connection.account().name}));
  show(run, *calendars);
  return ExitCode::done;
}

}  // namespace

ExitCode run_calendars(const OnlineRun& run) {
  const std::string name = run.operand(0).empty() ? run.line.value(Option::account) : run.operand(0);
  if (run.line.has(Option::known)) return run_known_calendars(run, name);
  const auto accounts = read_accounts(run.environment.config_folder);
  if (!accounts) return run.fail(accounts.error());
  const auto account = find_account(*accounts, name);
  if (!account) return run.fail(account.error());
  auto connection = Connection::open(*account, run.world());
  if (!connection) return run.fail(connection.error());
  return run.line.has(Option::create) ? create(run, **connection) : list(run, **connection);
}

}  // namespace jalon
