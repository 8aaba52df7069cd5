// The objects of a calendar: read many or one, written and deleted under a condition (RFC 4791 sections 5.3 and 7.9).
// Pairs of pure functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dav/http/http.h"
#include "jalon/result.h"
#include "jalon/store.h"

namespace jalon {

// REPORT calendar-multiget.
HttpRequest build_multiget(const Url& calendar, std::span<const std::string> hrefs);

enum class Telling : std::uint8_t {
  told,       // as the answer says
  not_told,   // the server left it out
  not_exact,  // its body holds characters that XML cannot carry: to be read by itself
};
struct Told {
  Telling telling = Telling::not_told;
  ReadObject object;  // index into the hrefs asked for
};
// One for each href, in their order.
Result<std::vector<Told>> parse_multiget(const HttpResponse& response, std::span<const std::string> hrefs);

// GET of one; HEAD for its ETag alone.
HttpRequest build_get(const Url& calendar, const std::string& href);
HttpRequest build_head(const Url& calendar, const std::string& href);
Result<ReadObject> parse_get(const HttpResponse& response);

// PUT or DELETE under the condition that the kind of write has. An update without an ETag holds where there is any
// object at all (If-Match: *).
HttpRequest build_write(const Url& calendar, const ObjectWrite& write);
// The whole calendar (PUT on the collection, as Radicale has it), where it holds nothing yet.
HttpRequest build_whole_write(const Url& calendar, std::string_view body);
// Errors: auth (401), which is about every write.
Result<WriteOutcome> parse_write(const HttpResponse& response, const ObjectWrite& write);

// Why a server refused, from its status and the precondition that it names (RFC 4791 section 5.3.2.1 and others).
Refusal refusal_of(const HttpResponse& response, WriteKind kind);

}  // namespace jalon
