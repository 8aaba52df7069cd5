#include "app/online/accounts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "account/account_file.h"
#include "account/preset.h"
#include "base/catalogue.h"

namespace jalon {
namespace {

std::string user_in(const std::string& start) {
  if (start.find("://") != std::string::npos) {
    const auto url = parse_url(start);
    return url ? url->user : "";
  }
  return start.find('@') == std::string::npos ? "" : start;
}

void apply_preset(const std::string& start, Account& account, DiscoveryRequest& request) {
  const Preset* preset = find_preset(start);
  if (preset == nullptr) return;
  account.preset = preset->name;
  for (const std::string_view host : preset->trusted_hosts) account.trusted_hosts.emplace_back(host);
  request.usual_url = preset->url;
}

// Asked for once, however many addresses are tried.
struct Secret {
  const AddRequest& request;
  const OnlineWorld& world;
  Account& account;
  std::string host;
  std::optional<std::string> known;

  Result<std::string> get() {
    if (known) return *known;
    if (account.secret == SecretSource::keyring) {
      auto typed = request.ask(account.user.empty() ? request.start : account.user);
      if (!typed) return typed;
      known = *typed;
      return *known;
    }
    auto found = fetch_secret(account, host, world.secrets);
    if (!found) return found.error();
    if (account.user.empty()) account.user = found->user;
    known = std::move(found->secret);
    return *known;
  }
};

std::string host_of(const std::string& start) {
  if (const auto url = parse_url(start)) return url->host;
  const auto url = parse_url("https://" + start.substr(start.rfind('@') + 1));
  return url ? url->host : "";
}

void take_found(const Discovered& found, Account& account) {
  account.url = to_string(found.home);
  account.scheme = scheme_of(found.credentials.proof);
  if (account.scheme == AuthScheme::none) account.secret = SecretSource::none;
}

Result<void> remember(const Account& account, std::vector<Account> accounts, const std::optional<std::string>& secret,
                      const OnlineWorld& world) {
  if (account.secret == SecretSource::keyring && secret) {
    if (auto stored = store_in_keyring(keyring_entry(account), *secret); !stored) return stored.error();
  }
  accounts.push_back(account);
  return write_accounts(world.config_folder, accounts);
}

}  // namespace

Result<AddOutcome> add_account(const AddRequest& request, const OnlineWorld& world, ServiceRecords& records,
                               const StepSink& step) {
  Account account = request.account;
  if (!is_account_name(account.name)) return Error{ErrorKind::config, Code::account_name, {account.name}};
  auto accounts = read_accounts(world.config_folder);
  if (!accounts) return accounts.error();
  const auto same = [&](const Account& other) { return other.name == account.name; };
  if (std::any_of(accounts->begin(), accounts->end(), same)) {
    return Error{ErrorKind::config, Code::account_exists, {account.name}};
  }
  if (account.user.empty()) account.user = user_in(request.start);
  DiscoveryRequest search;
  search.start = request.start;
  apply_preset(request.start, account, search);
  search.trusted_hosts = account.trusted_hosts;
  Secret secret{request, world, account, host_of(request.start), std::nullopt};
  search.identity = {account.user, account.secret == SecretSource::bearer_command, [&] { return secret.get(); },
                     account.secret == SecretSource::none ? std::optional(Proof::none) : std::nullopt};
  CurlTransport transport(transport_options(account, world));
  auto found = discover(transport, records, search, step);
  if (!found) return found.error();
  take_found(*found, account);
  if (auto done = remember(account, std::move(*accounts), secret.known, world); !done) return done.error();
  return AddOutcome{std::move(account), std::move(*found)};
}

Result<Discovered> try_account(const Account& account, const OnlineWorld& world, ServiceRecords& records,
                               const StepSink& step) {
  DiscoveryRequest search;
  search.start = account.url;
  search.trusted_hosts = account.trusted_hosts;
  const auto secret = [&]() -> Result<std::string> {
    auto found = fetch_secret(account, host_of(account.url), world.secrets);
    if (!found) return found.error();
    return std::move(found->secret);
  };
  const bool token = account.secret == SecretSource::bearer_command;
  search.identity = {account.user, token, secret, proof_of(account.scheme)};
  CurlTransport transport(transport_options(account, world));
  return discover(transport, records, search, step);
}

Result<void> remove_account(const std::string& name, const OnlineWorld& world) {
  auto accounts = read_accounts(world.config_folder);
  if (!accounts) return accounts.error();
  const auto account = find_account(*accounts, name);
  if (!account) return account.error();
  if (account->secret == SecretSource::keyring) {
    if (auto removed = remove_from_keyring(keyring_entry(*account)); !removed) return removed.error();
  }
  std::erase(*accounts, *account);
  return write_accounts(world.config_folder, *accounts);
}

}  // namespace jalon
