#include "account/keyring.h"

#include <libsecret/secret.h>

#include <memory>
#include <utility>

#include "base/catalogue.h"

namespace jalon {
namespace {

const SecretSchema* schema() {
  static const SecretSchema known = {"net.jalon.Account",
                                     SECRET_SCHEMA_NONE,
                                     {{"account", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {"user", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {"server", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
                                     0,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr};
  return &known;
}

using Attributes = std::unique_ptr<GHashTable, decltype(&g_hash_table_unref)>;

Attributes attributes_of(const KeyringEntry& entry) {
  return {secret_attributes_build(schema(), "account", entry.account.c_str(), "user", entry.user.c_str(), "server",
                                  entry.server.c_str(), nullptr),
          g_hash_table_unref};
}

Error taken(GError* error) {
  Error result{ErrorKind::auth, Code::auth_keyring, {std::string(error->message)}};
  g_error_free(error);
  return result;
}

}  // namespace

Result<void> store_in_keyring(const KeyringEntry& entry, const std::string& secret) {
  GError* error = nullptr;
  const std::string label = "jalon: " + entry.account + " (" + entry.server + ")";
  secret_password_storev_sync(schema(), attributes_of(entry).get(), SECRET_COLLECTION_DEFAULT, label.c_str(),
                              secret.c_str(), nullptr, &error);
  if (error != nullptr) return taken(error);
  return {};
}

Result<std::optional<std::string>> find_in_keyring(const KeyringEntry& entry) {
  GError* error = nullptr;
  gchar* found = secret_password_lookupv_sync(schema(), attributes_of(entry).get(), nullptr, &error);
  if (error != nullptr) return taken(error);
  if (found == nullptr) return std::optional<std::string>();
  std::optional<std::string> secret(found);
  secret_password_free(found);
  return secret;
}

Result<void> remove_from_keyring(const KeyringEntry& entry) {
  GError* error = nullptr;
  secret_password_clearv_sync(schema(), attributes_of(entry).get(), nullptr, &error);
  if (error != nullptr) return taken(error);
  return {};
}

}  // namespace jalon
