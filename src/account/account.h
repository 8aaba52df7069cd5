// An account on a CalDAV server, as it is remembered: where it is and how its secret is come by, never the secret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jalon {

// Where the password or the token comes from, at each connection.
enum class SecretSource : std::uint8_t {
  none,              // the server asks for none, or a certificate is all
  keyring,           // the system's, by libsecret
  password_command,  // a command of the shell; the first line of its output
  bearer_command,    // likewise, an OAuth token
  environment,       // a variable
  netrc,             // ~/.netrc
};

// What the server wants to see: learnt when the account was added.
enum class AuthScheme : std::uint8_t { none, basic, digest, bearer };

struct Account {
  std::string name;
  std::string url;   // of the calendar home, absolute, as the discovery found it
  std::string user;  // empty: none
  SecretSource secret = SecretSource::keyring;
  std::string secret_word;  // the command, or the name of the variable
  AuthScheme scheme = AuthScheme::basic;
  std::string client_cert;  // paths of PEM files; empty: none
  std::string client_key;
  std::string ca_file;
  std::vector<std::string> trusted_hosts;  // others that may be sent on to; "*.icloud.com" is any host below
  std::string preset;                      // the provider's name; empty: none that is known
  friend bool operator==(const Account&, const Account&) = default;
};

// Letters, digits, "-" and "_"; not empty.
bool is_account_name(std::string_view name);

}  // namespace jalon
