#include "sync/sides_index.h"

namespace jalon {

SidesIndex::SidesIndex(const ThreeSides& sides) {
  agreed_.reserve(sides.agreed.size());
  present_.reserve(sides.present.size());
  wanted_.reserve(sides.wanted.size());
  wanted_actions_.reserve(sides.wanted.size());
  for (const Agreed& each : sides.agreed) agreed_.emplace(Name(each.calendar, each.uid), &each);
  for (const Remote& each : sides.present) present_.emplace(Name(each.calendar, each.uid), &each);
  for (const Wanted& each : sides.wanted) {
    wanted_.emplace(Name(each.calendar, each.uid), &each);
    wanted_actions_.emplace(each.action, &each);
    const bool is_new = agreed(each.calendar, each.uid) == nullptr && present(each.calendar, each.uid) == nullptr;
    if (is_new) new_forms_.emplace(each.action, &each);
  }
  for (const Agreed& each : sides.agreed) {
    if (!is_wanted(each)) other_forms_.emplace(each.action, &each);
  }
}

}  // namespace jalon
