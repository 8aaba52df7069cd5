#include <algorithm>
#include <array>

#include "app/diagnostic_text.h"
#include "app/show.h"
#include "base/calendar_words.h"
#include "base/display.h"
#include "cli/run.h"
#include "view/agenda.h"
#include "view/month_grid.h"
#include "view/not_understood.h"
#include "view/timeline.h"

namespace jalon {
namespace {

using Renderer = std::string (*)(const Timetable&, const Selection&, const Sheet&, Language);

constexpr std::array<Renderer, 3> renderers = {agenda, month_grids, timeline};
constexpr std::array<ViewStart, 3> starts = {ViewStart::this_week, ViewStart::this_month, ViewStart::first_date};

std::string heading(const Shown& shown, const Sheet& sheet) {
  std::string names;
  for (const Plan& plan : shown.plans) {
    names += (names.empty() ? "" : " · ") + one_line(plan.title.empty() ? plan.name : plan.title);
  }
  const std::string today = format_day_with_weekday(shown.table.today(), shown.language) + " · " + shown.zone;
  std::string result;
  for (const std::string& line : flow({{names, Ink::strong}}, sheet.width, sheet.color)) result += line + "\n";
  return result + inked({today, Ink::dim}, sheet.color) + "\n\n";
}

bool has_errors_in_any(const std::vector<Plan>& plans) {
  return std::any_of(plans.begin(), plans.end(), [](const Plan& plan) { return has_errors(plan.diagnostics); });
}

}  // namespace

ExitCode run_show(const ShowRequest& request, TerminalView view, const Look& look, Streams streams) {
  const auto index = static_cast<std::size_t>(view);
  ShowRequest started = request;
  started.start = starts[index];
  const auto shown = load_shown(started);
  if (!shown) return tell(shown.error(), request.settings.shown_language(), look, streams);
  const Sheet sheet{.color = look.output_color, .width = look.output_width};
  if (look.loudness == Loudness::normal) streams.output.write(heading(*shown, sheet));
  streams.output.write(renderers[index](shown->table, shown->selection, sheet, shown->language));
  streams.output.write(not_understood(shown->table, sheet, shown->language));
  return has_errors_in_any(shown->plans) ? ExitCode::problems : ExitCode::done;
}

}  // namespace jalon
