// From what a person knows of their account (an address of e-mail, a host, a URL) to their calendars (RFC 6764):
// service records, well-known address, redirects, principal, home, calendars; then the places where common servers are.
//
// Each step is told, whether it worked or not. The first request goes without proof of identity: the server says which
// it wants, and the secret is asked for only then. Of the network: by the transport and the records that it is given.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dav/http/client.h"
#include "dav/protocol/collections.h"
#include "dav/quirks.h"
#include "dav/service_records.h"

namespace jalon {

struct DiscoveryStep {
  enum class Kind : std::uint8_t { service_records, address, identity, principal, home, calendars, abilities };
  Kind kind = Kind::address;
  std::string asked;           // the address, or the domain
  std::string found;           // what came of it; empty: nothing
  std::optional<Error> fault;  // where it failed
};

struct Identity {
  std::string user;
  bool has_token = false;                       // the secret is an OAuth token
  std::function<Result<std::string>()> secret;  // asked for once, where the server wants one
  std::optional<Proof> known;                   // what the server wants, where that is remembered
};

struct DiscoveryRequest {
  std::string start;                       // URL, host or e-mail
  std::string usual_url;                   // of the provider, where that is known; empty
  std::vector<std::string> trusted_hosts;  // see ClientOptions
  Identity identity;
};

struct Discovered {
  Url home;
  Credentials credentials;
  std::vector<Calendar> calendars;
  Abilities abilities;
  const ServerKind* kind = nullptr;
  bool is_one_calendar = false;  // the address is that of a calendar itself
};

using StepSink = std::function<void(const DiscoveryStep&)>;

// Errors: dav.none where nothing answers as CalDAV; else what stopped it (auth, TLS, refused …).
Result<Discovered> discover(Transport& transport, ServiceRecords& records, const DiscoveryRequest& request,
                            const StepSink& step);

// The addresses to try, in order; `from` of an e-mail or a host is its domain. Pure but for the records.
struct StartAddresses {
  std::vector<Url> urls;
  std::string domain;                // of an e-mail or a host; empty for a URL
  std::vector<std::string> foreign;  // hosts that the records name and that are of another domain
};
std::optional<StartAddresses> start_addresses(const DiscoveryRequest& request, ServiceRecords& records);

// Whether a host belongs to the domain: it is the domain, or stands below the name that
// its owner registered (its last two labels; three below co.uk and the like).
bool is_of_domain(std::string_view host, std::string_view domain);

}  // namespace jalon
