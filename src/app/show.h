// One plan or several, read and laid out in time, for any view.
//
// Times are shown in one zone: that of --timezone, else that of the first plan; those of plans in other zones are
// converted. What counts as today is --today, else --as-of, else the clock.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/settings.h"
#include "jalon/plan.h"
#include "jalon/result.h"
#include "view/timetable.h"

namespace jalon {

// Where a view begins that is not told: at its first date, or with this week or month.
enum class ViewStart : std::uint8_t { first_date, this_week, this_month };

struct ShowRequest {
  Settings settings;                // those of the command line, and of the first plan's folder
  std::vector<std::string> inputs;  // paths, or "-" for standard input
  std::string today, from, until;   // days: 2018-11-26, or a phrase; empty: not told
  std::string owner, tag;
  Scope scope = Scope::everything;
  ViewStart start = ViewStart::first_date;
};

struct Shown {
  std::vector<Plan> plans;
  Timetable table;  // of these plans
  Selection selection;
  std::string zone;  // IANA
  Language language = Language::french;
};

// An error where a plan cannot be read, a day is none, or nobody and nothing has that owner or tag.
Result<Shown> load_shown(const ShowRequest& request);

}  // namespace jalon
