// What is done with accounts: found on the network and remembered, tried, forgotten.
#pragma once

#include <functional>
#include <string>

#include "app/online/connection.h"

namespace jalon {

struct AddRequest {
  Account account;    // its name, user, sources of secrets, files; the rest is found
  std::string start;  // URL, host or e-mail
  std::function<Result<std::string>(const std::string& who)> ask;  // for a password, without echo
};

struct AddOutcome {
  Account account;
  Discovered found;
};

// Finds the server and remembers the account; a password that was asked for goes to the keyring. An account of that
// name is not replaced.
Result<AddOutcome> add_account(const AddRequest& request, const OnlineWorld& world, ServiceRecords& records,
                               const StepSink& step);

// Every step of the discovery again, from the address that is remembered.
Result<Discovered> try_account(const Account& account, const OnlineWorld& world, ServiceRecords& records,
                               const StepSink& step);

// Its password leaves the keyring, too.
Result<void> remove_account(const std::string& name, const OnlineWorld& world);

}  // namespace jalon
