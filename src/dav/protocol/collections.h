// What there is on a server: the principal, its calendars' home, the calendars (RFC 5397, RFC 4791), and how one is
// made. Pairs of pure functions: build a request, read its answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dav/http/http.h"
#include "jalon/result.h"
#include "jalon/store.h"

namespace jalon {

// PROPFIND, depth 0: who is asking, the home of their calendars, and whether this is a calendar or a home itself.
struct Principal {
  std::optional<Url> principal;  // current-user-principal
  std::vector<Url> homes;        // calendar-home-set
  bool is_calendar = false;      // the resource itself
  bool unauthenticated = false;  // the server knows no one yet
};
HttpRequest build_principal_query(const Url& url);
Result<Principal> parse_principal(const HttpResponse& response);

// OPTIONS: what the server says of itself.
struct Abilities {
  bool has_caldav = false;  // calendar-access in DAV:
  bool has_mkcalendar = false;
  bool has_scheduling = false;
  std::string server;  // the Server header, or a version of its own
};
HttpRequest build_options(const Url& url);
Result<Abilities> parse_options(const HttpResponse& response);

// PROPFIND, depth 1 on a home, depth 0 on one calendar.
struct Calendar {
  Url url;
  std::string name;   // its display name; the last part of its path where it has none
  std::string color;  // "#RRGGBB"; empty
  Keeps keeps = Keeps::both;
  Access access = Access::writable;
  bool has_sync = false;           // sync-collection
  std::string sync_token;          // empty
  std::size_t largest_object = 0;  // bytes; 0: not told
};
enum class Depth : std::uint8_t { itself, below };
HttpRequest build_calendars_query(const Url& url, Depth depth);
// Calendars alone, in the order of the answer; others' kinds of collections, scheduling boxes and subscriptions left
// out.
Result<std::vector<Calendar>> parse_calendars(const HttpResponse& response);

// MKCALENDAR with its properties (RFC 4791 section 5.3.1).
struct NewCalendar {
  std::string name;
  std::string color;  // "#RRGGBB"; empty: none
  Keeps keeps = Keeps::both;
};
HttpRequest build_make_calendar(const Url& url, const NewCalendar& calendar);
Result<void> parse_made(const HttpResponse& response);

// PROPPATCH of the name and the colour: what a whole-calendar PUT takes away.
HttpRequest build_properties(const Url& url, const NewCalendar& calendar);

HttpRequest build_delete_calendar(const Url& url);

}  // namespace jalon
