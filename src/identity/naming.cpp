#include "identity/naming.h"

namespace jalon {
namespace {

// The name space of jalon's plans: version 5 of the DNS name space and "jalon".
constexpr const char* plans = "3ddd0f73-e63e-53de-9f49-df7f025e3e74";

}  // namespace

Naming::Naming(std::string_view plan_identity) {
  uuid_t space{};
  uuid_parse(plans, space);
  uuid_generate_sha1(plan_, space, plan_identity.data(), plan_identity.size());
}

// An id holds no line end, so a name made from one is never a name made from a title.
std::string Naming::of_id(std::string_view id, std::uint32_t occurrence) const {
  std::string name = "^" + std::string(id);
  if (occurrence > 1) name += "\n\n" + std::to_string(occurrence);
  return uid_of(name);
}

std::string Naming::of_title(std::string_view folded_title, std::uint32_t occurrence) const {
  return uid_of(std::string(folded_title) + "\n" + std::to_string(occurrence));
}

std::string Naming::uid_of(const std::string& name) const {
  uuid_t uid{};
  uuid_generate_sha1(uid, plan_, name.data(), name.size());
  char text[UUID_STR_LEN];
  uuid_unparse_lower(uid, text);
  return text;
}

}  // namespace jalon
