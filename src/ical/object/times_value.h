// When an object takes place, as one text that people read and that is the same however it is written down:
//   2018-12-04 12:00 – 13:00 America/Toronto; FREQ=WEEKLY;BYDAY=TU; − 2018-12-25 12:00
//   ≤ 2018-12-15                                    due, without a start
// The last day of an event is inclusive, as people count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ical/object/object_lines.h"

namespace jalon {

class TimesValue {
 public:
  void add(const ObjectLine& line);  // a property of PropertyUnit::times
  std::string value() const;

 private:
  struct Part {
    std::string text;  // the day, or the day and the time
    std::string zone;
    bool day = false;
    bool there = false;
  };
  static Part part(const ObjectLine& line);
  std::string end_text() const;

  Part start_, end_;
  bool due_ = false;
  std::string duration_, rule_;
  std::vector<std::string> also_, not_;
};

}  // namespace jalon
