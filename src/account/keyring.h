// The system's keyring, by libsecret, which is opened at the first call: where the desktop keeps passwords. Touches the
// session's bus.
// Errors: auth.keyring, with the keyring's own words, also where there is none, and where the library is not there.
#pragma once

#include <optional>
#include <string>

#include "jalon/result.h"

namespace jalon {

struct KeyringEntry {
  std::string account;
  std::string user;
  std::string server;  // its origin
};

Result<void> store_in_keyring(const KeyringEntry& entry, const std::string& secret);
Result<std::optional<std::string>> find_in_keyring(const KeyringEntry& entry);  // none: it is not there
Result<void> remove_from_keyring(const KeyringEntry& entry);

}  // namespace jalon
