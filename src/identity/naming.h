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
  void write_id(std::string_view id, std::uint32_t occurrence, std::string& uid) const;
  void write_title(std::string_view folded_title, std::uint32_t occurrence, std::string& uid) const;

 private:
  void write(std::initializer_list<std::string_view> name, std::string& uid) const;

  Uuid plan_;
};

}  // namespace jalon
