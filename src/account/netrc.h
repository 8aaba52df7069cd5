// A netrc file, as curl and ftp read it: "machine HOST login NAME password WORD", "default"; words in quotes where they
// hold blanks; macros skipped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jalon {

struct NetrcEntry {
  std::string login;
  std::string password;
};

// The first entry of the host whose login is `user`, where one is given; else a default. Pure.
std::optional<NetrcEntry> find_in_netrc(std::string_view text, std::string_view host, std::string_view user);

}  // namespace jalon
