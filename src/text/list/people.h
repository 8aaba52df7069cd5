// Who is who: the names of a plan and their addresses, from `people:` in its front matter.
//
// Names are compared folded (letters.h); a first name stands for the one person who bears it. Looking one up takes
// constant time. Views are into the plan. Nothing fails: a name that is not known has no address.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "jalon/plan.h"

namespace jalon::list {

class People {
 public:
  void add(std::string_view name, std::string_view address);
  Person find(Person person) const;  // with the address, where it is known

 private:
  std::unordered_map<std::string, std::string_view> addresses_;    // by folded name
  std::unordered_map<std::string, std::string_view> first_names_;  // empty address: several people bear it
};

}  // namespace jalon::list
