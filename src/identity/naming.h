// UIDs of new actions: name-based UUIDs, version 5 (RFC 9562 section 5.5), in lower case.
#pragma once

#include <uuid/uuid.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace jalon {

class Naming {
 public:
  explicit Naming(std::string_view plan_identity);

  // The `occurrence`, from 1, tells apart actions of the same name.
  std::string of_id(std::string_view id, std::uint32_t occurrence) const;
  std::string of_title(std::string_view folded_title, std::uint32_t occurrence) const;

 private:
  std::string uid_of(const std::string& name) const;
  uuid_t plan_{};
};

}  // namespace jalon
