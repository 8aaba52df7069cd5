#include "identity/pairing.h"

#include "identity/fingerprint.h"

namespace jalon {
namespace {

std::uint64_t number(LocalTime time) { return static_cast<std::uint64_t>(time.time_since_epoch().count()); }

std::uint64_t when_fingerprint(const Identifiable& action) {
  if (action.kind == WhenKind::undated) return 0;
  return mixed(mixed(number(first_moment(action)), number(last_moment(action))), action.timed ? 1 : 2);
}

std::uint64_t said_fingerprint(const Identifiable& action, std::uint64_t when) {
  const bool has_start = action.kind == WhenKind::window;
  return mixed(when, static_cast<std::uint64_t>(action.kind)) + (has_start ? mixed(number(action.start), 1) : 0);
}

}  // namespace

LocalTime first_moment(const Identifiable& action) {
  return action.kind == WhenKind::event ? action.start : action.end;
}

LocalTime last_moment(const Identifiable& action) { return action.end; }

Item make_item(const Identifiable& source) {
  const std::uint64_t when = when_fingerprint(source);
  return {&source, fingerprint(source.title), fingerprint(source.section), when, said_fingerprint(source, when)};
}

bool may_be_same(const Item& a, const Item& b) {
  return a.source->id.empty() || b.source->id.empty() || a.source->id == b.source->id;
}

std::vector<std::uint32_t> leftovers(const std::vector<std::uint32_t>& partners) {
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i] == unpaired) result.push_back(static_cast<std::uint32_t>(i));
  }
  return result;
}

}  // namespace jalon
