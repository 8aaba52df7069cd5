// What a calendar file holds before it is written again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "jalon/calendar.h"
#include "jalon/result.h"

namespace jalon {

struct PreviousCalendar {
  std::optional<MappedFile> file;  // none where there is none to replace: a new file, a pipe
  std::vector<PreviousItem> items;

  std::optional<std::string_view> bytes() const;
};

// The calendar at `path`, which jalon made. Anything else that stands there is an error: it may be someone's own
// calendar, or a file that was meant to be another. An empty file holds nothing to lose.
Result<PreviousCalendar> read_previous_calendar(const std::string& path);

}  // namespace jalon
