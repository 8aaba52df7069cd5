#include "app/online/bodies.h"

#include "jalon/object.h"

namespace jalon {

const Bodies& calendar_bodies() {
  static const Bodies bodies{
      [](std::string_view body) -> std::optional<BodyContent> {
        auto content = read_object(body);
        if (!content) return std::nullopt;
        return BodyContent{std::move(content->uid), std::move(content->fields)};
      },
      merge_object,
      join_objects,
  };
  return bodies;
}

}  // namespace jalon
