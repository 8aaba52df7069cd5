// What servers do otherwise than the standards say, as named facts; each was measured on the server that it names, and
// a test on that server fails when it becomes untrue. A server is known by what it says of itself.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "dav/http/http.h"

namespace jalon {

enum class Quirk : std::uint32_t {
  create_overwrites = 1U << 0U,     // PUT ignores If-None-Match: *
  delete_unconditional = 1U << 1U,  // DELETE ignores If-Match
  forgets_silently = 1U << 2U,      // a token that it does not know is answered with everything, not refused
  token_of_seconds = 1U << 3U,      // what happens within the second of a token may be missed
  refuses_within_207 = 1U << 4U,    // a refused PUT is 207, with the refusal inside
  leaves_out_missing = 1U << 5U,    // a multiget says nothing of hrefs that are not there
  whole_calendar_put = 1U << 6U,    // PUT on the collection stores every object at once
  delete_calendar_404 = 1U << 7U,   // answers so to the deletion of a calendar that it did delete
  takes_same_uid_twice = 1U << 8U,  // does not refuse a second object with the same UID
  rewrites_bodies = 1U << 9U,       // what is read is not, byte for byte, what was written
  uid_once_an_account = 1U << 10U,  // refuses an object whose UID another of the account's calendars has
  uid_conflict_409 = 1U << 11U,     // refuses a second object with the same UID by that status, naming no precondition
};

struct ServerKind {
  std::string_view name;
  std::uint32_t quirks = 0;
  bool has(Quirk quirk) const { return (quirks & static_cast<std::uint32_t>(quirk)) != 0; }
};

std::span<const ServerKind> server_kinds();  // the last one is any other, with none

// By the headers of any of its answers, the address, and a token that it gave (any may say nothing).
const ServerKind& server_kind(const Headers& headers, const Url& url, std::string_view sync_token);
const ServerKind& server_kind(std::string_view name);

}  // namespace jalon
