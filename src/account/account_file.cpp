#include "account/account_file.h"

#include <sys/stat.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

#include "base/catalogue.h"
#include "base/file_facts.h"
#include "base/files.h"
#include "base/nearest.h"

namespace jalon {
namespace {

struct SourceName {
  SecretSource source;
  std::string_view key;  // in the file
  bool has_word;
};
constexpr std::array<SourceName, 6> sources = {{{SecretSource::none, "none", false},
                                                {SecretSource::keyring, "keyring", false},
                                                {SecretSource::password_command, "password-command", true},
                                                {SecretSource::bearer_command, "bearer-command", true},
                                                {SecretSource::environment, "password-env", true},
                                                {SecretSource::netrc, "netrc", false}}};
constexpr std::array<std::string_view, 4> schemes = {"none", "basic", "digest", "bearer"};

Error file_error(const std::string& path, const toml::source_region& place, std::string why) {
  return {ErrorKind::config, Code::account_file, {path, static_cast<std::int64_t>(place.begin.line), std::move(why)}};
}

std::string word(const toml::table& table, std::string_view key) { return table[key].value_or(std::string()); }

// "secret" says which; what it needs stands under its own name.
bool take_secret(const toml::table& table, Account& account) {
  const std::string name = word(table, "secret");
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.key == name; });
  if (found == sources.end()) return false;
  account.secret = found->source;
  if (found->has_word) account.secret_word = word(table, found->key);
  return !found->has_word || !account.secret_word.empty();
}

bool take_scheme(const toml::table& table, Account& account) {
  const std::string name = word(table, "auth");
  const auto found = std::find(schemes.begin(), schemes.end(), name);
  if (found == schemes.end()) return false;
  account.scheme = static_cast<AuthScheme>(found - schemes.begin());
  return true;
}

std::optional<std::string> take(const toml::table& table, Account& account) {
  account.url = word(table, "url");
  account.user = word(table, "user");
  account.client_cert = word(table, "client-cert");
  account.client_key = word(table, "client-key");
  account.ca_file = word(table, "ca-file");
  account.preset = word(table, "preset");
  if (const toml::array* hosts = table["trusted-hosts"].as_array()) {
    for (const auto& host : *hosts) account.trusted_hosts.push_back(host.value_or(std::string()));
  }
  if (!is_account_name(account.name)) return account.name;
  if (account.url.empty()) return "url";
  if (!take_secret(table, account)) return "secret";
  return take_scheme(table, account) ? std::nullopt : std::optional<std::string>("auth");
}

toml::table table_of(const Account& account) {
  toml::table table;
  const auto put = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) table.insert_or_assign(key, value);
  };
  const SourceName& source = sources[static_cast<std::size_t>(account.secret)];
  put("url", account.url);
  put("user", account.user);
  put("secret", std::string(source.key));
  if (source.has_word) put(source.key, account.secret_word);
  put("auth", std::string(schemes[static_cast<std::size_t>(account.scheme)]));
  put("client-cert", account.client_cert);
  put("client-key", account.client_key);
  put("ca-file", account.ca_file);
  put("preset", account.preset);
  toml::array hosts;
  for (const std::string& host : account.trusted_hosts) hosts.push_back(host);
  if (!hosts.empty()) table.insert_or_assign("trusted-hosts", std::move(hosts));
  return table;
}

std::string path_in(const std::string& folder) { return folder + "/jalon/accounts.toml"; }

}  // namespace

bool is_account_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), fits);
}

Result<std::vector<Account>> parse_accounts(std::string_view text, const std::string& path) {
  std::vector<Account> accounts;
  try {
    const toml::table file = toml::parse(text);
    for (const auto& [key, node] : file) {
      Account account;
      account.name = key.str();
      const toml::table* table = node.as_table();
      if (table == nullptr) return file_error(path, node.source(), account.name);
      if (auto fault = take(*table, account)) return file_error(path, node.source(), *fault);
      accounts.push_back(std::move(account));
    }
  } catch (const toml::parse_error& error) {
    return file_error(path, error.source(), std::string(error.description()));
  }
  return accounts;
}

std::string format_accounts(const std::vector<Account>& accounts) {
  toml::table file;
  for (const Account& account : accounts) file.insert_or_assign(account.name, table_of(account));
  std::ostringstream text;
  text << file << "\n";
  return text.str();
}

Result<std::vector<Account>> read_accounts(const std::string& folder) {
  if (folder.empty()) return Error{ErrorKind::config, Code::account_home, {}};
  const std::string path = path_in(folder);
  if (kind_of_file(path) == FileKind::none) return std::vector<Account>{};
  const auto text = read_file(path);
  if (!text) return text.error();
  return parse_accounts(*text, path);
}

Result<void> write_accounts(const std::string& folder, const std::vector<Account>& accounts) {
  if (folder.empty()) return Error{ErrorKind::config, Code::account_home, {}};
  if (auto made = make_private_folder(folder + "/jalon"); !made) return made.error();
  const std::string path = path_in(folder);
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  file->write(format_accounts(accounts));
  return file->commit();
}

Result<Account> find_account(const std::vector<Account>& accounts, std::string_view name) {
  if (accounts.empty()) return Error{ErrorKind::config, Code::account_none, {}};
  if (name.empty() && accounts.size() == 1) return accounts.front();
  std::vector<std::string_view> names;
  for (const Account& account : accounts) {
    if (account.name == name) return account;
    names.push_back(account.name);
  }
  if (name.empty()) {
    std::string listed;
    for (const std::string_view known : names) listed += (listed.empty() ? "" : ", ") + std::string(known);
    return Error{ErrorKind::config, Code::account_many, {listed}};
  }
  Error error{ErrorKind::config, Code::account_unknown, {std::string(name)}};
  if (const std::string_view near = nearest(name, names); !near.empty())
    error.arguments.emplace_back(std::string(near));
  return error;
}

}  // namespace jalon
