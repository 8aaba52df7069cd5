#include "identity/new_uids.h"

#include <utility>

#include "identity/fingerprint.h"
#include "identity/fold.h"

namespace jalon {
namespace {

constexpr std::uint64_t id_kind = 1;
constexpr std::uint64_t title_kind = 2;

void write_uid(const NewName& name, std::uint32_t occurrence, std::string& uid) {
  if (name.by_id) {
    name.naming->write_id(name.text, occurrence, uid);
  } else {
    name.naming->write_title(name.text, occurrence, uid);
  }
}

}  // namespace

NewUids::NewUids(Namings& namings, std::function<bool(std::string_view)> taken, std::size_t most)
    : namings_(namings), taken_(std::move(taken)), occurrences_(most) {}

void NewUids::name(const Identifiable& action, NewName& name) {
  name.naming = &namings_.of(action);
  name.by_id = !action.id.empty();
  if (name.by_id) {
    name.text = action.id;
  } else {
    fold_title(action.title, name.text);
  }
  name.key = mixed(fingerprint(name.text), name.by_id ? id_kind : title_kind);
  if (!action.plan.empty()) name.key ^= fingerprint(action.plan);
  occurrences_.prefetch(name.key);
}

void NewUids::make(const NewName& name, std::string& uid) {
  std::uint32_t& occurrence = occurrences_.at(name.key);
  write_uid(name, ++occurrence, uid);
  while (taken_ && taken_(uid)) write_uid(name, ++occurrence, uid);
}

}  // namespace jalon
