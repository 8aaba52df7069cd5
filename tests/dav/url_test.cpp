#include "dav/http/url.h"

#include <gtest/gtest.h>

namespace jalon {
namespace {

TEST(Url, is_taken_apart_and_put_together) {
  const auto url = parse_url("HTTPS://alice@Dav.Example.org/a/b%7Ec/?q=1");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->user, "alice");
  EXPECT_EQ(to_string(*url), "https://dav.example.org/a/b~c/?q=1");
  EXPECT_EQ(to_string(*parse_url("http://localhost:5232")), "http://localhost:5232/");
}

TEST(Url, has_a_known_scheme_and_no_password) {
  for (const char* text : {"", "example.org", "ftp://example.org/", "https://alice:secret@example.org/", "file:///etc",
                           "https://", "http://[::1", "https://a b/"}) {
    EXPECT_FALSE(parse_url(text)) << text;
  }
}

TEST(Url, of_one_resource_is_one_string_however_it_is_spelt) {
  EXPECT_EQ(canonical_path("/a%40b/%c3%a9/c d"), "/a@b/%C3%A9/c%20d");
  EXPECT_EQ(canonical_path("/a@b/\xC3\xA9/c%20d"), "/a@b/%C3%A9/c%20d");
  EXPECT_EQ(canonical_path("/a%2Fb"), "/a%2Fb") << "a slash within a name is no border";
  EXPECT_EQ(canonical_path("/50%"), "/50%25");
  EXPECT_EQ(encode_segment("a/b%c"), "a%2Fb%25c");
  EXPECT_EQ(decoded_path("/a%20b"), "/a b");
}

TEST(Url, resolves_what_a_server_sends_on_to) {
  const Url base = *parse_url("https://dav.example.org/cal/alice/");
  EXPECT_EQ(to_string(*resolve(base, "/calendars/")), "https://dav.example.org/calendars/");
  EXPECT_EQ(to_string(*resolve(base, "work/")), "https://dav.example.org/cal/alice/work/");
  EXPECT_EQ(to_string(*resolve(base, "//other.example/")), "https://other.example/");
  EXPECT_FALSE(resolve(base, "javascript:alert(1)"));
}

TEST(Url, is_loopback_only_on_this_machine) {
  EXPECT_TRUE(is_loopback(*parse_url("http://127.0.0.1:8080/")));
  EXPECT_TRUE(is_loopback(*parse_url("http://[::1]/")));
  EXPECT_TRUE(is_loopback(*parse_url("http://localhost/")));
  EXPECT_FALSE(is_loopback(*parse_url("http://localhost.example.org/")));
  EXPECT_FALSE(is_loopback(*parse_url("http://127.evil.example/")));
  EXPECT_FALSE(is_loopback(*parse_url("http://10.0.0.1/")));
}

}  // namespace
}  // namespace jalon
