// A timestamp of Org: <2018-12-24 Mon 10:00-12:00 +1w -2d>, [2018-12-24 Mon], and ranges <…>--<…>.
//
// The name of the day may be in any language, and is passed over. Pure; linear; nothing fails.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jalon/when.h"

namespace jalon::formats {

enum class StampKind : std::uint8_t { active, inactive };

struct OrgStamp {
  StampKind kind = StampKind::active;
  Day day;
  std::optional<std::chrono::minutes> time;
  std::optional<std::chrono::minutes> end_time;  // of the same day
  std::optional<Day> last_day;                   // of a range
  std::optional<std::chrono::minutes> last_time;
  std::optional<Recurrence> recurrence;
  std::optional<std::chrono::minutes> warning;
  std::string_view whole;
};

std::optional<OrgStamp> parse_stamp(std::string_view text);  // that the text begins with
// The first active one in a text.
std::optional<OrgStamp> find_stamp(std::string_view text);

std::string start_of(const OrgStamp& stamp);  // 2018-12-24 10:00
std::string end_of(const OrgStamp& stamp);    // empty where it has none

}  // namespace jalon::formats
