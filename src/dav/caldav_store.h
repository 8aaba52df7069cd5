// One calendar of a CalDAV server as a Store (see jalon/store.h for what each call promises).
//
// Preconditions that the server is known not to keep are looked at just before each write (quirks.h). Bodies are asked
// for a hundred at a time; one that an answer leaves out, or that XML cannot carry, is read by itself. Everything at
// once is written only into a calendar that this run made: a server that can do so does not look whether something has
// come into it meanwhile.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "dav/http/client.h"
#include "dav/protocol/collections.h"
#include "dav/quirks.h"
#include "jalon/store.h"

namespace jalon {

enum class CalendarOrigin : std::uint8_t { found, made_by_this_run };

class CalDavStore final : public Store {
 public:
  CalDavStore(HttpClient& client, Calendar calendar, const ServerKind& kind, CalendarOrigin origin);

  const StoreFacts& facts() const override { return facts_; }
  std::string href_of_new(std::string_view uid) const override;
  Result<Listing> list(std::string_view token) override;
  Result<void> read(std::span<const std::string> hrefs, const std::function<Flow(ReadObject)>& each) override;
  Result<void> write(std::span<const ObjectWrite> writes, const std::function<Flow(WriteOutcome)>& each) override;
  Result<std::optional<Refusal>> write_whole(std::string_view calendar) override;

 private:
  Result<Listing> list_etags();
  Result<Listing> list_changes(std::string_view token);

  HttpClient& client_;
  Calendar calendar_;
  const ServerKind& kind_;
  StoreFacts facts_;
};

}  // namespace jalon
