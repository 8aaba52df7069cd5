#include "base/name_uuid.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

// RFC 9562 appendix A.4: of the name space of DNS.
constexpr Uuid dns = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

TEST(NameUuid, IsThatOfTheStandardsExample) {
  EXPECT_EQ(format_uuid(make_name_uuid(dns, {"www.example.com"})), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST(NameUuid, DoesNotDependOnHowItsNameIsCut) {
  EXPECT_EQ(make_name_uuid(dns, {"www", ".", "", "example.com"}), make_name_uuid(dns, {"www.example.com"}));
}

}  // namespace
}  // namespace jalon
