// Gathers, line by line, the properties of one VEVENT or VTODO that an action is found again by.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ical/lines/content_hash.h"
#include "ical/read/ical_values.h"
#include "jalon/calendar.h"

namespace jalon {

class ItemReader {
 public:
  explicit ItemReader(bool todo) { item_.todo = todo; }

  // The unfolded content lines from BEGIN to END, in their order.
  void take(std::string_view line);
  // Nothing where what every component has, UID and DTSTAMP, is not there.
  std::optional<PreviousItem> finish();

 private:
  void take_property(std::string_view name, std::string_view line);
  When when() const;

  PreviousItem item_;
  ContentHasher hasher_;
  int depth_ = 0;
  std::string mark_;
  bool in_section_ = true;
  std::optional<When> said_;
  std::optional<Moment> start_, end_, stamp_;  // end_: DTEND, or DUE
};

}  // namespace jalon
