// A sentence with slots: fill("{} de {}", {"mardi", "10 h"}) is «mardi de 10 h». A slot may have a number,
// "{1} before {0}", because languages order words in their own way.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace jalon {

// A slot beyond the values stays empty.
std::string fill(std::string_view pattern, std::span<const std::string_view> values);
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace jalon
