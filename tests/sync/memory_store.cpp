#include "sync/memory_store.h"

#include "base/catalogue.h"

namespace jalon::test {
namespace {

constexpr std::string_view token_prefix = "memory:";

Error network() { return Error{ErrorKind::network, Code::file_system, {std::string("memory"), std::string("cut")}}; }

}  // namespace

std::vector<std::string> split_joined(std::string_view whole) {
  constexpr std::string_view separator = "\x1d";
  std::vector<std::string> bodies;
  while (!whole.empty()) {
    const std::size_t end = std::min(whole.find(separator), whole.size());
    bodies.emplace_back(whole.substr(0, end));
    whole.remove_prefix(std::min(end + 1, whole.size()));
  }
  return bodies;
}

void MemoryStore::put(const std::string& href, const std::string& body) {
  ++revision_;
  const auto before = objects_.find(href);
  const std::uint64_t born = before == objects_.end() ? revision_ : before->second.born;
  objects_[href] = {"\"" + std::to_string(revision_) + "\"", body, revision_, born};
  removed_.erase(href);
}

void MemoryStore::drop(std::string href) {
  const auto found = objects_.find(href);
  if (found == objects_.end()) return;
  removed_[href] = {++revision_, found->second.born};
  objects_.erase(found);
}

void MemoryStore::touch(const std::string& href) {
  const std::string body = objects_.at(href).body;
  put(href, body);
}

// Tokens count from 1: one is given of an empty calendar, too.
std::uint64_t MemoryStore::revision_of(std::string_view token) const {
  if (!token.starts_with(token_prefix)) return 0;
  return std::stoull(std::string(token.substr(token_prefix.size())));
}

Result<Listing> MemoryStore::list(std::string_view token) {
  ++lists;
  const Fault now = list_fault();
  if (now == Fault::killed) throw Killed{};
  if (now != Fault::none) return network();
  Listing listing;
  const std::uint64_t seen = revision_of(token);
  const bool since = facts_.has_changes && tokens == Tokens::kept && seen > 0;
  listing.extent = since ? Listing::Extent::changes : Listing::Extent::whole;
  for (const auto& [href, object] : objects_) {
    if (!since || object.revision >= seen) listing.objects.push_back({href, tag(object)});
  }
  for (const auto& [href, gone] : removed_) {
    const bool was_seen = removals == Removals::all || gone.born < seen;
    if (since && gone.revision >= seen && was_seen) listing.removed.push_back(href);
  }
  if (facts_.has_changes) listing.token = std::string(token_prefix) + std::to_string(revision_ + 1);
  return listing;
}

Result<void> MemoryStore::read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) {
  if (!hrefs.empty()) ++reads;
  if (!hrefs.empty() && reads_fail) return network();
  for (std::size_t i = 0; i < hrefs.size(); ++i) {
    ++bodies;
    const auto found = objects_.find(hrefs[i]);
    ReadObject object{i, ReadStatus::gone, {}, {}, {}};
    if (found != objects_.end()) object = {i, ReadStatus::found, tag(found->second), found->second.body, {}};
    if (each(object) == Flow::stop) return {};
  }
  return {};
}

std::optional<Refusal> MemoryStore::objection(const ObjectWrite& write) const {
  const auto found = objects_.find(write.href);
  const bool there = found != objects_.end();
  if (write.kind == WriteKind::create) {
    if (there) return Refusal{RefusalKind::precondition, "412", {}, {}};
    return objection_to_body(write);
  }
  if (!there) return Refusal{RefusalKind::gone, "404", {}, {}};
  if (!write.etag.empty() && write.etag != found->second.etag) return Refusal{RefusalKind::precondition, "412", {}, {}};
  return write.kind == WriteKind::update ? objection_to_body(write) : std::nullopt;
}

std::optional<Refusal> MemoryStore::objection_to_body(const ObjectWrite& write) const {
  if (!uid_of) return std::nullopt;
  const std::string uid = uid_of(write.body);
  if (uid.empty()) return Refusal{RefusalKind::invalid, "400", {}, {}};
  if (uids == Uids::doubled || write.kind != WriteKind::create) return std::nullopt;
  for (const auto& [href, object] : objects_) {
    if (uid_of(object.body) == uid) return Refusal{RefusalKind::uid_taken, "409", href, {}};
  }
  return std::nullopt;
}

WriteOutcome MemoryStore::perform(const ObjectWrite& write) {
  WriteOutcome outcome;
  outcome.refusal = objection(write);
  if (outcome.refusal) return outcome;
  if (write.kind == WriteKind::remove) {
    drop(write.href);
  } else {
    put(write.href, rewrite(write.body));
    if (tags == Tags::always) outcome.etag = objects_.at(write.href).etag;
  }
  return outcome;
}

Result<void> MemoryStore::write(std::span<const ObjectWrite> all, const std::function<Flow(WriteOutcome)>& each) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    ++writes;
    const auto meanwhile = before_write;  // which may put another in its place
    meanwhile();
    const Fault now = fault(all[i]);
    if (now == Fault::cut) return network();
    if (now == Fault::killed) throw Killed{};
    const bool done = now == Fault::none || now == Fault::lost || now == Fault::killed_on || now == Fault::repeated;
    WriteOutcome outcome = done ? perform(all[i]) : WriteOutcome{};
    if (now == Fault::killed_on) throw Killed{};
    if (now == Fault::refused || now == Fault::repeated) outcome.refusal = refusal;
    if (now == Fault::lost || now == Fault::dropped)
      outcome = {i, Refusal{RefusalKind::unknown, "no answer", {}, {}}, {}, {}};
    outcome.index = i;
    if (each(outcome) == Flow::stop) return {};
  }
  return {};
}

Result<std::optional<Refusal>> MemoryStore::write_whole(std::string_view calendar) {
  ++writes;
  if (!objects_.empty()) return std::optional(Refusal{RefusalKind::precondition, "412", {}, {}});
  const Fault now = fault({WriteKind::create, facts_.address, {}, std::string(calendar)});
  if (now == Fault::killed) throw Killed{};
  if (now == Fault::cut) return network();
  if (now == Fault::refused) return std::optional(refusal);
  std::size_t number = 0;
  for (const std::string& body : split(calendar)) put("/cal/" + std::to_string(number++) + ".ics", rewrite(body));
  if (now == Fault::killed_on) throw Killed{};
  return std::optional<Refusal>();
}

}  // namespace jalon::test
