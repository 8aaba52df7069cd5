// What the room of synchronisation must know of a calendar object's body; who introduces it to one says how that is
// found out.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "jalon/fields.h"

namespace jalon {

struct BodyContent {
  std::string uid;
  Fields fields;
};

struct Bodies {
  // Nothing where it is no calendar object.
  std::function<std::optional<BodyContent>(std::string_view body)> read;
  // `theirs` with the fields in `take` as in `ours`, and nothing else changed; nothing where one is no object.
  std::function<std::optional<std::string>(std::string_view theirs, std::string_view ours,
                                           std::span<const std::string> take)>
      merge;
  // One body with the objects of all of them.
  std::function<std::string(std::span<const std::string_view> bodies)> join;
};

}  // namespace jalon
