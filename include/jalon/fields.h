// What a calendar object says, taken apart into fields that are compared and merged each for itself.
//
// A field is one property, or the few that change only together (the times of an event); its value is for people to
// read and the same however a server writes it down (order, folding, letter case, defaults). Fields stand in
// ascending order of their names, each name once; what is not there has no field. UTF-8, no controls but line feeds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jalon {

struct Field {
  std::string name;
  std::string value;
  friend bool operator==(const Field&, const Field&) = default;
};

using Fields = std::vector<Field>;

// Of all that is in an object besides what a plan says, as one number: it changes with any of it.
inline constexpr std::string_view rest_field = "rest";

// The value of a field; empty where there is none.
std::string_view value_of(const Fields& fields, std::string_view name);
// An empty value takes the field away.
void set_field(Fields& fields, std::string_view name, std::string_view value);
// Every name that has another value in `b` than in `a`, ascending.
std::vector<std::string> differing(const Fields& a, const Fields& b);

}  // namespace jalon
