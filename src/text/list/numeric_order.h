// Whether the dates in digits of a text name the day or the month first: a part over 12 anywhere decides for all.
//
// Takes the whole text; unknown where nothing decides, or where two dates contradict each other. Looks at `14/12`,
// `14/12/2018`, `14.12.2018` and `14-12-2018`; not at parts of paths, fractions of more digits, or «24/7». Linear.
#pragma once

#include <string_view>

#include "jalon/phrase.h"

namespace jalon::list {

NumericOrder find_numeric_order(std::string_view text);

// The same of a text that is looked at in pieces, each of whole lines.
class NumericOrderEvidence {
 public:
  void add(std::string_view lines);
  NumericOrder order() const;

 private:
  void add(NumericOrder found);
  bool contradicts_itself() const { return day_first_ && month_first_; }

  bool day_first_ = false;
  bool month_first_ = false;
};

}  // namespace jalon::list
