// UIDs of new actions: name-based UUIDs, version 5 (RFC 9562 section 5.5), in lower case.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/name_uuid.h"

namespace jalon {

class Naming {
 public:
  explicit Naming(std::string_view plan_identity);

  // The `occurrence`, from 1, tells apart actions of the same name.
  std::string of_id(std::string_view id, std::uint32_t occurrence) const;
  std::string of_title(std::string_view folded_title, std::uint32_t occurrence) const;

 private:
  std::string uid_of(std::initializer_list<std::string_view> name) const;

  Uuid plan_;
};

}  // namespace jalon
