// The file of accounts: accounts.toml in jalon's folder of configuration, one [NAME] an account. It holds no secret.
// Written for its owner alone, whole or not at all. A file that is not there holds no account.
// Errors: io for the file; config for a line that is no account (account.file, with the line).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "account/account.h"
#include "jalon/result.h"

namespace jalon {

// Pure. `path` is for messages.
Result<std::vector<Account>> parse_accounts(std::string_view text, const std::string& path);
std::string format_accounts(const std::vector<Account>& accounts);

// `folder`: the XDG folder of configuration.
Result<std::vector<Account>> read_accounts(const std::string& folder);
Result<void> write_accounts(const std::string& folder, const std::vector<Account>& accounts);

// The account of that name; the only one where the name is empty.
Result<Account> find_account(const std::vector<Account>& accounts, std::string_view name);

}  // namespace jalon
