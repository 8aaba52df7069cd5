#include "account/keyring.h"

#include <dlfcn.h>
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

// libsecret, opened only where an account keeps its password there: it brings so much with it that every run would
// start a third later.
struct Library {
  std::string fault;
  decltype(&secret_attributes_build) build_attributes = nullptr;
  decltype(&secret_password_storev_sync) store = nullptr;
  decltype(&secret_password_lookupv_sync) lookup = nullptr;
  decltype(&secret_password_clearv_sync) clear = nullptr;
  decltype(&secret_password_free) free_password = nullptr;
  decltype(&g_hash_table_unref) unref_table = nullptr;
  decltype(&g_error_free) free_error = nullptr;
};

class LibraryOpener {
 public:
  Library open() {
    handle_ = dlopen("libsecret-1.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (handle_ == nullptr) note_fault();
    take(library_.build_attributes, "secret_attributes_build");
    take(library_.store, "secret_password_storev_sync");
    take(library_.lookup, "secret_password_lookupv_sync");
    take(library_.clear, "secret_password_clearv_sync");
    take(library_.free_password, "secret_password_free");
    take(library_.unref_table, "g_hash_table_unref");
    take(library_.free_error, "g_error_free");
    return std::move(library_);
  }

 private:
  template <class Function>
  void take(Function& function, const char* name) {
    if (!library_.fault.empty()) return;
    function = reinterpret_cast<Function>(dlsym(handle_, name));
    if (function == nullptr) note_fault();
  }
  void note_fault() {
    const char* words = dlerror();
    library_.fault = words == nullptr ? "libsecret" : words;
  }

  Library library_;
  void* handle_ = nullptr;
};

const Library& library() {
  static const Library opened = LibraryOpener().open();
  return opened;
}

Result<void> available() {
  if (library().fault.empty()) return {};
  return Error{ErrorKind::auth, Code::auth_keyring, {library().fault}};
}

using Attributes = std::unique_ptr<GHashTable, decltype(&g_hash_table_unref)>;

Attributes attributes_of(const KeyringEntry& entry) {
  return {library().build_attributes(schema(), "account", entry.account.c_str(), "user", entry.user.c_str(), "server",
                                     entry.server.c_str(), nullptr),
          library().unref_table};
}

Error taken(GError* error) {
  Error result{ErrorKind::auth, Code::auth_keyring, {std::string(error->message)}};
  library().free_error(error);
  return result;
}

}  // namespace

Result<void> store_in_keyring(const KeyringEntry& entry, const std::string& secret) {
  if (auto there = available(); !there) return there.error();
  GError* error = nullptr;
  const std::string label = "jalon: " + entry.account + " (" + entry.server + ")";
  library().store(schema(), attributes_of(entry).get(), SECRET_COLLECTION_DEFAULT, label.c_str(), secret.c_str(),
                  nullptr, &error);
  if (error != nullptr) return taken(error);
  return {};
}

Result<std::optional<std::string>> find_in_keyring(const KeyringEntry& entry) {
  if (auto there = available(); !there) return there.error();
  GError* error = nullptr;
  gchar* found = library().lookup(schema(), attributes_of(entry).get(), nullptr, &error);
  if (error != nullptr) return taken(error);
  if (found == nullptr) return std::optional<std::string>();
  std::optional<std::string> secret(found);
  library().free_password(found);
  return secret;
}

Result<void> remove_from_keyring(const KeyringEntry& entry) {
  if (auto there = available(); !there) return there.error();
  GError* error = nullptr;
  library().clear(schema(), attributes_of(entry).get(), nullptr, &error);
  if (error != nullptr) return taken(error);
  return {};
}

}  // namespace jalon
