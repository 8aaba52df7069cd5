#include "jalon/zone.h"

#include <optional>

#include "absl/time/time.h"
#include "base/catalogue.h"
#include "ical/zones/known_zones.h"

namespace jalon {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// After this many seconds the Gregorian calendar repeats itself, weekdays included.
constexpr seconds cycle = std::chrono::days{146097};

absl::CivilSecond civil(LocalTime time) {
  return absl::CivilSecond(1970, 1, 1) + static_cast<absl::civil_diff_t>(time.time_since_epoch().count());
}

sys_seconds instant(absl::Time time) { return sys_seconds{seconds{absl::ToUnixSeconds(time)}}; }
absl::Time absolute(sys_seconds time) { return absl::FromUnixSeconds(time.time_since_epoch().count()); }

// «Fixed/UTC+01:00», "file:…", "localtime" and the like are names of the library or of this system, not IANA's.
bool looks_like_a_zone(std::string_view name) {
  if (name == "localtime" || name == "posixrules" || name == "Factory" || name == "UTC0") return false;
  if (name.starts_with("posix/") || name.starts_with("right/")) return false;
  bool letter_before = false;
  for (const char c : name) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool inner = (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+' || c == '/';
    if (!letter && !(inner && letter_before)) return false;
    letter_before = c != '/';
  }
  return letter_before;
}

Error unknown_zone(std::string_view name) {
  Error error{ErrorKind::config, Code::zone_unknown, {std::string(name)}};
  const std::string near = nearest_zone(name);
  if (!near.empty()) error.arguments.emplace_back(near);
  return error;
}

}  // namespace

struct Zone::Data {
  std::string name;
  absl::TimeZone zone;
  sys_seconds last = sys_seconds::min();  // the last change that the library lists; then it repeats, or nothing changes
  bool repeats = false;
  bool utc = false;

  std::optional<sys_seconds> next(sys_seconds time) const;
  std::optional<sys_seconds> latest(sys_seconds time) const;
  Transition transition(sys_seconds at) const;
};

namespace {

// Where the rule at the end of the data goes on for ever, the library lists its changes for four centuries.
constexpr sys_seconds listed_when_repeating = std::chrono::sys_days{std::chrono::year{2400} / 1 / 1};

std::optional<sys_seconds> after(const absl::TimeZone& zone, absl::Time time) {
  absl::TimeZone::CivilTransition change;
  if (!zone.NextTransition(time, &change)) return std::nullopt;
  return instant(zone.At(change.to).trans);
}

std::optional<sys_seconds> before(const absl::TimeZone& zone, absl::Time time) {
  absl::TimeZone::CivilTransition change;
  if (!zone.PrevTransition(time, &change)) return std::nullopt;
  return instant(zone.At(change.to).trans);
}

// How much earlier the listed changes are that stand for those around `time`.
seconds shift(sys_seconds time, sys_seconds last, bool repeats) {
  if (!repeats || time < last) return seconds{0};
  return cycle * ((time - last) / cycle + 1);
}

}  // namespace

// The first change after `time`.
std::optional<sys_seconds> Zone::Data::next(sys_seconds time) const {
  const seconds by = shift(time, last, repeats);
  const auto found = after(zone, absolute(time - by));
  return found ? std::optional(*found + by) : std::nullopt;
}

// The last change at or before `time`.
std::optional<sys_seconds> Zone::Data::latest(sys_seconds time) const {
  const seconds by = shift(time, last, repeats);
  const auto found = before(zone, absolute(time - by + seconds{1}));
  return found ? std::optional(*found + by) : std::nullopt;
}

Transition Zone::Data::transition(sys_seconds at) const {
  const auto old = zone.At(absolute(at - seconds{1}));
  const auto now = zone.At(absolute(at));
  return {at, seconds{old.offset}, seconds{now.offset}, now.is_dst, now.zone_abbr};
}

Zone::Zone(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<Zone> Zone::find(std::string_view name) {
  auto found = find_exact(name);
  if (!found) return unknown_zone(name);
  return std::move(*found);
}

std::optional<Zone> Zone::find_exact(std::string_view name) {
  auto data = std::make_shared<Data>();
  data->name = name;
  if (!looks_like_a_zone(name) || !absl::LoadTimeZone(data->name, &data->zone)) return std::nullopt;
  data->last = before(data->zone, absl::InfiniteFuture()).value_or(sys_seconds::min());
  data->repeats = data->last >= listed_when_repeating;
  const auto now = data->zone.At(absl::UnixEpoch());
  data->utc = data->last == sys_seconds::min() && now.offset == 0 && std::string_view(now.zone_abbr) == "UTC";
  return Zone(std::move(data));
}

const std::string& Zone::name() const { return data_->name; }

bool Zone::is_utc() const { return data_->utc; }

Zone::Kind Zone::kind_of(LocalTime time) const {
  switch (data_->zone.At(civil(time)).kind) {
    case absl::TimeZone::TimeInfo::SKIPPED:
      return Kind::skipped;
    case absl::TimeZone::TimeInfo::REPEATED:
      return Kind::repeated;
    default:
      return Kind::unique;
  }
}

sys_seconds Zone::to_utc(LocalTime time) const { return instant(data_->zone.At(civil(time)).pre); }

LocalTime Zone::to_local(sys_seconds time) const {
  return LocalTime{time.time_since_epoch() + seconds{data_->zone.At(absolute(time)).offset}};
}

std::vector<Transition> Zone::transitions(sys_seconds from, sys_seconds to) const {
  std::vector<Transition> result;
  for (auto at = data_->next(from); at && *at < to; at = data_->next(*at)) result.push_back(data_->transition(*at));
  return result;
}

Transition Zone::state_at(sys_seconds time) const {
  if (const auto at = data_->latest(time)) return data_->transition(*at);
  const auto always = data_->zone.At(absolute(time));
  return {sys_seconds::min(), seconds{always.offset}, seconds{always.offset}, always.is_dst, always.zone_abbr};
}

}  // namespace jalon
