// A calendar in memory that behaves as servers do, with their faults: the twin of the real ones.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jalon/store.h"

namespace jalon::test {

// What happens to one request, by the test's will.
enum class Fault : std::uint8_t {
  none,
  refused,    // as `refusal` says
  lost,       // done, but no answer came
  dropped,    // not done, and no answer came
  cut,        // the whole call ends with an error of the network, the request not done
  killed,     // the program ends here: throws Killed, the request not done
  killed_on,  // the same, the request done
  ignored,    // not done, and answered as if it was, without an ETag
  repeated,   // done, and its repetition refused as `refusal` says
};

struct Killed {};

// The bodies that join_plain() put together.
std::vector<std::string> split_joined(std::string_view whole);

class MemoryStore : public Store {
 public:
  struct Object {
    std::string etag;
    std::string body;
    std::uint64_t revision = 0;
    std::uint64_t born = 0;  // the revision that made it
  };

  // How this server is.
  StoreFacts facts_{.address = "memory:/cal/", .name = "cal", .has_changes = true};
  enum class Tags : std::uint8_t { always, not_on_write, never } tags = Tags::always;
  enum class Uids : std::uint8_t { unique, doubled } uids = Uids::unique;
  // Whether a list of changes tells of what came and went since the token.
  enum class Removals : std::uint8_t { all, net } removals = Removals::all;
  enum class Tokens : std::uint8_t { kept, forgotten } tokens = Tokens::kept;
  std::function<std::string(const std::string&)> rewrite = [](const std::string& body) { return body; };
  // Of a body; empty where it is no calendar object, which is refused. Without it, bodies are not looked at.
  std::function<std::string(const std::string&)> uid_of;
  std::function<std::vector<std::string>(std::string_view)> split = split_joined;  // a whole calendar into its bodies

  // What the test does to it.
  std::function<Fault(const ObjectWrite&)> fault = [](const ObjectWrite&) { return Fault::none; };
  bool reads_fail = false;
  std::function<Fault()> list_fault = [] { return Fault::none; };
  std::function<void()> before_write = [] {};  // what others do meanwhile
  Refusal refusal;

  // What was asked of it.
  std::size_t lists = 0, reads = 0, bodies = 0, writes = 0;

  // Others write, too.
  void put(const std::string& href, const std::string& body);
  void drop(std::string href);          // a copy: it may be the name of what goes
  void touch(const std::string& href);  // another ETag, the same body
  const std::map<std::string, Object>& objects() const { return objects_; }

  const StoreFacts& facts() const override { return facts_; }
  std::string href_of_new(std::string_view uid) const override { return "/cal/" + std::string(uid) + ".ics"; }
  Result<Listing> list(std::string_view token) override;
  Result<void> read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) override;
  Result<void> write(std::span<const ObjectWrite> all, const std::function<Flow(WriteOutcome)>& each) override;
  Result<std::optional<Refusal>> write_whole(std::string_view calendar) override;

 private:
  std::string tag(const Object& object) const { return tags == Tags::never ? std::string() : object.etag; }
  std::uint64_t revision_of(std::string_view token) const;  // 0: of no token of this store
  std::optional<Refusal> objection(const ObjectWrite& write) const;
  std::optional<Refusal> objection_to_body(const ObjectWrite& write) const;
  WriteOutcome perform(const ObjectWrite& write);

  std::map<std::string, Object> objects_;
  struct Removed {
    std::uint64_t revision = 0, born = 0;
  };
  std::map<std::string, Removed> removed_;  // by href
  std::uint64_t revision_ = 0;
};

}  // namespace jalon::test
