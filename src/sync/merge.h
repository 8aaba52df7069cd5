// One object that is on both sides: field by field, what is taken, what stays, what clashes. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/plan.h"

namespace jalon {

struct FieldMerge {
  std::vector<std::string> take;  // from the plan
  std::vector<Change> changes;    // the same, as shown
  std::vector<Change> kept;       // changed in the calendar since the agreement
  std::vector<Disagreement> disagreements;
  Fields ours, theirs;  // the agreement afterwards; where they disagree still, as it was
};

// `ours`, `theirs`: as agreed before; empty where nothing was.
FieldMerge merge_fields(const Fields& wanted, const Fields& present, const Fields& ours, const Fields& theirs,
                        Prefer prefer);

}  // namespace jalon
