#include "sync/sides_index.h"

namespace jalon {

SidesIndex::SidesIndex(const ThreeSides& sides) {
  for (const Agreed& each : sides.agreed) agreed_.emplace(key(each.calendar, each.uid), &each);
  for (const Remote& each : sides.present) present_.emplace(key(each.calendar, each.uid), &each);
  for (const Wanted& each : sides.wanted) {
    wanted_.emplace(key(each.calendar, each.uid), &each);
    wanted_actions_.emplace(each.action, &each);
    const bool is_new = agreed(each.calendar, each.uid) == nullptr && present(each.calendar, each.uid) == nullptr;
    if (is_new) new_forms_.emplace(each.action, &each);
  }
  for (const Agreed& each : sides.agreed) {
    if (!is_wanted(each)) other_forms_.emplace(each.action, &each);
  }
}

const Agreed* SidesIndex::other_form(std::string_view action) const {
  const auto found = other_forms_.find(std::string(action));
  return found == other_forms_.end() ? nullptr : found->second;
}

}  // namespace jalon
