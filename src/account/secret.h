// Where the secret of an account comes from, at each connection. It is never written, shown or passed in a command
// line. Errors: auth (auth.command, auth.variable, auth.netrc, auth.keyring, auth.no-secret).
#pragma once

#include <functional>
#include <string>

#include "account/account.h"
#include "account/keyring.h"
#include "jalon/result.h"

namespace jalon {

struct SecretWorld {
  std::string home;                                                   // where .netrc is
  std::function<std::string(const std::string& variable)> variables;  // of the environment
};

struct SecretFound {
  std::string user;  // netrc may name it where the account does not
  std::string secret;
};

Result<SecretFound> fetch_secret(const Account& account, const std::string& host, const SecretWorld& world);

// The first line that the command prints. It is run by the shell, with this program's terminal for its questions.
Result<std::string> run_for_secret(const std::string& command);

KeyringEntry keyring_entry(const Account& account);

}  // namespace jalon
