#include "jalon/fields.h"

#include <algorithm>

namespace jalon {
namespace {

auto place_of(auto& fields, std::string_view name) {
  return std::lower_bound(fields.begin(), fields.end(), name,
                          [](const Field& field, std::string_view wanted) { return field.name.compare(wanted) < 0; });
}

}  // namespace

std::string_view value_of(const Fields& fields, std::string_view name) {
  const auto place = place_of(fields, name);
  return place == fields.end() || place->name != name ? std::string_view() : std::string_view(place->value);
}

void set_field(Fields& fields, std::string_view name, std::string_view value) {
  const auto place = place_of(fields, name);
  const bool there = place != fields.end() && place->name == name;
  if (value.empty()) {
    if (there) fields.erase(place);
  } else if (there) {
    place->value = value;
  } else {
    fields.insert(place, Field{std::string(name), std::string(value)});
  }
}

std::vector<std::string> differing(const Fields& a, const Fields& b) {
  std::vector<std::string> names;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() || right != b.end()) {
    const bool only_left = right == b.end() || (left != a.end() && left->name < right->name);
    const bool only_right = !only_left && (left == a.end() || right->name < left->name);
    if (only_left || only_right || left->value != right->value) names.push_back(only_right ? right->name : left->name);
    if (!only_right) ++left;
    if (!only_left) ++right;
  }
  return names;
}

}  // namespace jalon
