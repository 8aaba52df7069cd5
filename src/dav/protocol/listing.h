// What a calendar holds: names and ETags, whole or since a token (RFC 6578, RFC 4918). Pairs of pure functions.
#pragma once

#include <string>
#include <string_view>

#include "dav/http/http.h"
#include "jalon/result.h"
#include "jalon/store.h"

namespace jalon {

// REPORT sync-collection. An empty token asks for everything.
HttpRequest build_changes(const Url& calendar, std::string_view token);

struct Changes {
  Listing listing;             // of this page
  bool more = false;           // the server cut it and gives the rest from its token on
  bool token_refused = false;  // it is lost, and nothing was told
};
// `calendar` and `token` as they were asked for.
Result<Changes> parse_changes(const HttpResponse& response, const Url& calendar, std::string_view token);

// PROPFIND, depth 1.
HttpRequest build_etags(const Url& calendar);
// Errors: protocol, where the calendar itself is not in the answer or the server says that it was cut.
Result<Listing> parse_etags(const HttpResponse& response, const Url& calendar);

// As a condition takes it: of a weak one what stands behind W/. Proxies that compress weaken the server's own.
std::string strong_etag(std::string_view etag);

}  // namespace jalon
