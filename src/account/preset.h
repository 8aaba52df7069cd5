// What is known of providers (from their documentation): where their CalDAV server is, what it wants, what it cannot
// do.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace jalon {

enum class ProviderFact : std::uint8_t {
  application_password,  // the usual password is refused: one is made for each program
  oauth_only,            // a token, and a client of one's own
  no_tasks,              // keeps no VTODO
  tasks_elsewhere,       // keeps them in other collections than events, or does not show them
  no_new_calendars,      // no MKCALENDAR
  sends_invitations,     // sends mail for attendees by itself
  limits_new_calendars,  // so many an hour
  limits_requests,       // answers 429 to many at once
  count_
};

struct Preset {
  std::string_view name;                            // as in the file of accounts: "icloud"
  std::string_view title;                           // "iCloud"
  std::string_view url;                             // empty: found by the usual way
  std::span<const std::string_view> domains;        // of addresses of e-mail
  std::span<const std::string_view> trusted_hosts;  // to which it may send on
  std::span<const ProviderFact> facts;
};

std::span<const Preset> presets();
// By the name, or by the domain of an address or a host; null where it is none of them.
const Preset* find_preset(std::string_view start);

}  // namespace jalon
