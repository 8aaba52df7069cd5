#include "text/list/people.h"

#include "text/list/letters.h"

namespace jalon::list {

void People::add(std::string_view name, std::string_view address) {
  std::string folded = fold(name);
  if (addresses_.contains(folded)) return;  // the same person once more does not make her first name ambiguous
  const std::size_t space = folded.find(' ');
  if (space != std::string::npos) {
    const auto [place, is_new] = first_names_.try_emplace(folded.substr(0, space), address);
    if (!is_new) place->second = {};
  }
  addresses_.try_emplace(std::move(folded), address);
}

Person People::find(Person person) const {
  if (addresses_.empty() || !person.address.empty()) return person;
  const std::string folded = fold(person.name);
  if (const auto place = addresses_.find(folded); place != addresses_.end()) {
    person.address = place->second;
  } else if (const auto first = first_names_.find(folded); first != first_names_.end()) {
    person.address = first->second;
  }
  return person;
}

}  // namespace jalon::list
