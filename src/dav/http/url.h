// Addresses of http and https: taken apart, resolved against one another, and compared.
//
// Paths are canonical: each octet that needs no escape stands as itself, every other as %XX in capitals, so that two
// spellings of one resource ("a@b", "a%40b") are the same string; an escaped slash stays escaped (RFC 3986
// section 6.2.2). Hosts are in lower case, ports always known. A user's name in an address is given apart; a password
// is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jalon {

struct Url {
  std::string scheme;  // "http" or "https"
  std::string host;
  std::uint16_t port = 0;
  std::string path = "/";  // canonical
  std::string query;       // without "?"
  std::string user;        // decoded; never sent as part of the address
  friend bool operator==(const Url&, const Url&) = default;
};

// Absolute; nothing for any other text, another scheme, or an address with a password.
std::optional<Url> parse_url(std::string_view text);
// An absolute or relative reference, as a Location or an href is.
std::optional<Url> resolve(const Url& base, std::string_view reference);
std::string to_string(const Url& url);  // without the user
std::string origin_of(const Url& url);  // "https://dav.example.org:8443"; the port only where it is not the scheme's
std::string canonical_path(std::string_view path);
std::string decoded_path(std::string_view path);    // for people
std::string encode_segment(std::string_view text);  // of any text, one segment of a path
bool is_same_origin(const Url& a, const Url& b);
bool is_loopback(const Url& url);

}  // namespace jalon
