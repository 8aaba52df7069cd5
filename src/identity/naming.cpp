#include "identity/naming.h"

namespace jalon {
namespace {

// The name space of jalon's plans, 3ddd0f73-e63e-53de-9f49-df7f025e3e74: version 5 of the DNS name space and "jalon".
constexpr Uuid plans = {0x3d, 0xdd, 0x0f, 0x73, 0xe6, 0x3e, 0x53, 0xde, 0x9f, 0x49, 0xdf, 0x7f, 0x02, 0x5e, 0x3e, 0x74};

}  // namespace

Naming::Naming(std::string_view plan_identity) : plan_(make_name_uuid(plans, {plan_identity})) {}

// An id holds no line end, so a name made from one is never a name made from a title.
void Naming::write_id(std::string_view id, std::uint32_t occurrence, std::string& uid) const {
  if (occurrence == 1) return write({"^", id}, uid);
  write({"^", id, "\n\n", std::to_string(occurrence)}, uid);
}

void Naming::write_title(std::string_view folded_title, std::uint32_t occurrence, std::string& uid) const {
  write({folded_title, "\n", std::to_string(occurrence)}, uid);
}

void Naming::write(std::initializer_list<std::string_view> name, std::string& uid) const {
  format_uuid(make_name_uuid(plan_, name), uid);
}

}  // namespace jalon
