// A time zone of the system's database (IANA names), for times that people write.
//
// A local time that the clocks skip is read with the offset before the gap, so it moves forward by the gap; one
// that comes twice is the first one (RFC 5545 section 3.3.5). Safe to use from several threads.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/result.h"
#include "jalon/when.h"

namespace jalon {

struct Transition {
  std::chrono::sys_seconds at;         // from this instant on
  std::chrono::seconds offset_before;  // from UTC, east positive
  std::chrono::seconds offset;
  bool daylight = false;
  std::string abbreviation;  // "EST", "+03"
};

class Zone {
 public:
  // An IANA name ("America/Toronto", "UTC"); an unknown one is an error whose hint names the nearest known.
  static Result<Zone> find(std::string_view name);
  // The same without a hint, which takes a thousand times as long: for the many names of other people's files.
  static std::optional<Zone> find_exact(std::string_view name);

  const std::string& name() const;
  bool is_utc() const;
  enum class Kind : std::uint8_t { unique, skipped, repeated };
  Kind kind_of(LocalTime time) const;
  std::chrono::sys_seconds to_utc(LocalTime time) const;
  LocalTime to_local(std::chrono::sys_seconds time) const;
  // Every change of offset or abbreviation after `from` and before `to`, in order.
  std::vector<Transition> transitions(std::chrono::sys_seconds from, std::chrono::sys_seconds to) const;
  // The state in force at an instant, as the transition that began it (at = the epoch's minimum where it always was).
  Transition state_at(std::chrono::sys_seconds time) const;

 private:
  struct Data;
  explicit Zone(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace jalon
