#include "account/secret.h"

#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "account/netrc.h"
#include "base/catalogue.h"
#include "base/files.h"

namespace jalon {
namespace {

Error auth_error(Code code, std::vector<Argument> arguments) { return {ErrorKind::auth, code, std::move(arguments)}; }

std::string why(int status) {
  if (status == -1) return strerrordesc_np(errno);
  return WIFEXITED(status) ? "exit code " + std::to_string(WEXITSTATUS(status)) : "it was killed";
}

Result<std::string> from_keyring(const Account& account) {
  auto found = find_in_keyring(keyring_entry(account));
  if (!found) return found.error();
  if (!*found) return auth_error(Code::auth_no_secret, {account.name});
  return std::move(**found);
}

Result<std::string> from_variable(const Account& account, const SecretWorld& world) {
  std::string value = world.variables ? world.variables(account.secret_word) : "";
  if (value.empty()) return auth_error(Code::auth_variable, {account.secret_word});
  return value;
}

Result<SecretFound> from_netrc(const Account& account, const std::string& host, const SecretWorld& world) {
  const std::string path = world.home + "/.netrc";
  const auto text = read_file(path);
  if (!text) return text.error();
  auto entry = find_in_netrc(*text, host, account.user);
  if (!entry || entry->password.empty()) return auth_error(Code::auth_netrc, {path, host});
  return SecretFound{std::move(entry->login), std::move(entry->password)};
}

Result<SecretFound> with_user(const Account& account, Result<std::string> secret) {
  if (!secret) return secret.error();
  return SecretFound{account.user, std::move(*secret)};
}

}  // namespace

KeyringEntry keyring_entry(const Account& account) {
  const std::size_t path = account.url.find('/', account.url.find("://") + 3);
  return {account.name, account.user, account.url.substr(0, path)};
}

Result<std::string> run_for_secret(const std::string& command) {
  std::FILE* output = ::popen(command.c_str(), "re");
  if (output == nullptr) return auth_error(Code::auth_command, {std::string(strerrordesc_np(errno))});
  std::string text;
  std::array<char, 512> piece{};
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), output)) text.append(piece.data(), got);
  const int status = ::pclose(output);
  if (status != 0) return auth_error(Code::auth_command, {why(status)});
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  if (text.empty()) return auth_error(Code::auth_command, {std::string("it printed nothing")});
  return text;
}

Result<SecretFound> fetch_secret(const Account& account, const std::string& host, const SecretWorld& world) {
  switch (account.secret) {
    case SecretSource::none:
      return SecretFound{account.user, ""};
    case SecretSource::keyring:
      return with_user(account, from_keyring(account));
    case SecretSource::environment:
      return with_user(account, from_variable(account, world));
    case SecretSource::netrc:
      return from_netrc(account, host, world);
    case SecretSource::password_command:
    case SecretSource::bearer_command:
      return with_user(account, run_for_secret(account.secret_word));
  }
  return SecretFound{account.user, ""};
}

}  // namespace jalon
