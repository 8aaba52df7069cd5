// The values of the few properties of one component that its identity rests on, as libical reads them (RFC 5545).
// The only door to libical. Takes unfolded content lines; what is not there, or is not valid, is empty.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jalon/when.h"

namespace jalon {

struct Moment {
  LocalTime time;     // as its clocks show it, whatever its zone
  bool timed = true;  // else a DATE
};

struct ItemProperties {
  std::string uid;
  std::string summary;
  std::string category;  // the first
  std::string id;        // X-JALON-ID
  std::string mark;      // X-JALON-MARK
  std::string when;      // X-JALON-WHEN
  bool in_section = true;
  std::optional<Moment> start, end, due;
  std::uint32_t sequence = 0;
  std::optional<std::chrono::sys_seconds> stamp, completed;
};

// Whether read_item_properties() looks at properties of this name; the others need not be given to it.
bool is_item_property(std::string_view name);

// `lines`: the content lines of one component, BEGIN and END included, each ended by a NUL.
ItemProperties read_item_properties(std::string lines);

}  // namespace jalon
