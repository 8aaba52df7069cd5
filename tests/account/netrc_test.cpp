#include "account/netrc.h"

#include <gtest/gtest.h>

#include "account/preset.h"

namespace jalon {
namespace {

constexpr const char* file = R"(# mine
machine a.example login alice password one
machine b.example
  login bob
  password "two words"
macdef init
machine c.example login eve password no

machine a.example login carol password three
default login anonymous password guest
)";

TEST(Netrc, gives_the_password_of_the_host_and_the_user) {
  EXPECT_EQ(find_in_netrc(file, "a.example", "")->password, "one");
  EXPECT_EQ(find_in_netrc(file, "a.example", "carol")->password, "three");
  EXPECT_EQ(find_in_netrc(file, "b.example", "bob")->password, "two words");
  EXPECT_EQ(find_in_netrc(file, "z.example", "")->password, "guest");
}

TEST(Netrc, gives_nothing_to_another_user_or_from_a_macro) {
  EXPECT_FALSE(find_in_netrc(file, "a.example", "bob"));
  EXPECT_EQ(find_in_netrc(file, "c.example", "")->password, "guest");
  for (const char* text : {"", "machine", "login a password b", "machine a login", "\"", "machine a password \"x"}) {
    EXPECT_FALSE(find_in_netrc(text, "b", "")) << text;
  }
}

TEST(Preset, is_found_by_name_address_or_host) {
  EXPECT_EQ(find_preset("icloud")->title, "iCloud");
  EXPECT_EQ(find_preset("Alice@ICLOUD.com")->name, "icloud");
  EXPECT_EQ(find_preset("https://caldav.fastmail.com/dav/")->name, "fastmail");
  EXPECT_EQ(find_preset("alice@example.org"), nullptr);
  EXPECT_EQ(find_preset("noticloud.com"), nullptr);
}

}  // namespace
}  // namespace jalon
